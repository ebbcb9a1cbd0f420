#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "include/CArchive.h"

// Only opaque pointers and a structure that has been the same for decades are used, so that no
// header of the libraries is needed.
typedef struct {
  void *(*open)(void *, void *, void *);
  void (*close)(void *);
  int (*next)(void *, size_t *, const uint8_t **, size_t *, uint8_t **, size_t *);
  int isThere;
} LibBrotli;

typedef struct {
  const uint8_t *in;
  unsigned in_left;
  unsigned long in_count;
  uint8_t *out;
  unsigned out_left;
  unsigned long out_count;
  const char *message;
  void *state, *allocate, *release, *opaque;
  int type;
  unsigned long sum, reserved;
} Inflating;

typedef struct {
  int (*open)(Inflating *, int, const char *, int);
  int (*next)(Inflating *, int);
  int (*close)(Inflating *);
  int isThere;
} LibZ;

// Of the libraries' states those that are told apart; ZStep decodes as far as there is room.
enum { BrotliEnded = 1, BrotliIsFull = 3 };
enum { ZOk = 0, ZEnded = 1, ZStep = 0 };
/// So much is decoded at once.
enum { Step = 1 << 16 };

#define TAKE(from, field, symbol) \
  (*(void **)&from.field = dlsym(library, symbol), from.field != 0)

static LibBrotli brotli(void) {
  LibBrotli found;
  memset(&found, 0, sizeof found);
  void *library = dlopen("libbrotlidec.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) return found;
  found.isThere = TAKE(found, open, "BrotliDecoderCreateInstance") &
                  TAKE(found, close, "BrotliDecoderDestroyInstance") &
                  TAKE(found, next, "BrotliDecoderDecompressStream");
  return found;
}

static LibZ zlib(void) {
  LibZ found;
  memset(&found, 0, sizeof found);
  void *library = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) return found;
  found.isThere = TAKE(found, open, "inflateInit2_") & TAKE(found, next, "inflate") &
                  TAKE(found, close, "inflateEnd");
  return found;
}

/// What comes out, and how much may.
typedef struct {
  uint8_t *bytes;
  int64_t length, capacity, most;
} Output;

/// Makes room for a step.
static int32_t reserve(Output *out) {
  if (out->length > out->most) return carchive_too_large;
  if (out->capacity - out->length >= Step) return carchive_done;
  int64_t larger = out->capacity ? out->capacity * 2 : Step * 2;
  uint8_t *moved = realloc(out->bytes, (size_t)larger);
  if (!moved) return carchive_too_large;
  out->bytes = moved;
  out->capacity = larger;
  return carchive_done;
}

static int32_t decode_brotli(const uint8_t *bytes, int64_t length, Output *out) {
  LibBrotli library = brotli();
  void *decoder = library.isThere ? library.open(NULL, NULL, NULL) : NULL;
  if (!decoder) return carchive_missing;
  size_t left = (size_t)length;
  int32_t result = carchive_done;
  int state = BrotliIsFull;
  while (state == BrotliIsFull && (result = reserve(out)) == carchive_done) {
    uint8_t *to = out->bytes + out->length;
    size_t room = Step;
    state = library.next(decoder, &left, &bytes, &room, &to, NULL);
    out->length += Step - (int64_t)room;
  }
  library.close(decoder);
  if (result == carchive_done && state != BrotliEnded) result = carchive_broken;
  return result;
}

/// `window` is 15 with the head and sum of zlib, −15 without, as some servers send it.
static int32_t inflate(const uint8_t *bytes, int64_t length, int window, Output *out) {
  LibZ library = zlib();
  Inflating stream;
  memset(&stream, 0, sizeof stream);
  if (!library.isThere ||
      library.open(&stream, window, "1.2.0", (int)sizeof stream) != ZOk) {
    return carchive_missing;
  }
  int32_t result = carchive_done;
  int state = ZOk;
  int64_t left = length;
  while (state == ZOk && (result = reserve(out)) == carchive_done) {
    if (stream.in_left == 0) {
      stream.in = bytes + (length - left);
      stream.in_left = left < (1 << 30) ? (unsigned)left : 1u << 30;
      left -= stream.in_left;
    }
    stream.out = out->bytes + out->length;
    stream.out_left = Step;
    state = library.next(&stream, ZStep);
    out->length += Step - stream.out_left;
  }
  library.close(&stream);
  if (result == carchive_done && state != ZEnded) result = carchive_broken;
  return result;
}

int32_t carchive_decode(const char *coding, const uint8_t *bytes, int64_t length, int64_t most,
                        carchive_content *content) {
  memset(content, 0, sizeof *content);
  Output out = {NULL, 0, 0, most};
  int32_t result;
  if (strcmp(coding, "br") == 0) {
    result = decode_brotli(bytes, length, &out);
  } else {
    result = inflate(bytes, length, 15, &out);
    if (result == carchive_broken) {
      out.length = 0;
      result = inflate(bytes, length, -15, &out);
    }
  }
  if (result == carchive_done && out.length > most) result = carchive_too_large;
  content->entries = result == carchive_done ? calloc(1, sizeof *content->entries) : NULL;
  char *path = content->entries ? strdup("data") : NULL;
  if (!path) {
    free(content->entries);
    content->entries = NULL;
    free(out.bytes);
    return result == carchive_done ? carchive_too_large : result;
  }
  content->entries[0].path = path;
  content->entries[0].bytes = out.bytes;
  content->entries[0].length = out.length;
  content->count = content->capacity = 1;
  return result;
}

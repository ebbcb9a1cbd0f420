#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "include/CArchive.h"

// Only functions on opaque pointers are used, so that no header of libarchive is needed.
typedef struct {
  void *(*open)(void);
  int (*openMemory)(void *, const void *, size_t);
  int (*close)(void *);
  int (*zip)(void *);
  int (*raw)(void *);
  int (*gzip)(void *);
  int (*bzip2)(void *);
  int (*xz)(void *);
  int (*zstd)(void *);
  int (*next)(void *, void **);
  const char *(*path)(void *);
  long (*data)(void *, void *, size_t);
  int (*isEncrypted)(void *);
  int (*filters)(void *);
  int isThere;
} LibArchive;

enum { Ok = 0, End = 1, Warning = -20 };
/// So much is unpacked at once.
enum { Step = 1 << 16 };

#define TAKE(field, symbol)                                               \
  (*(void **)&archive.field = dlsym(library, symbol), archive.field != 0)

static LibArchive loaded(void) {
  LibArchive archive;
  memset(&archive, 0, sizeof archive);
  void *library = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (!library) return archive;
  archive.isThere =
      TAKE(open, "archive_read_new") & TAKE(openMemory, "archive_read_open_memory") &
      TAKE(close, "archive_read_free") & TAKE(zip, "archive_read_support_format_zip") &
      TAKE(raw, "archive_read_support_format_raw") &
      TAKE(gzip, "archive_read_support_filter_gzip") &
      TAKE(bzip2, "archive_read_support_filter_bzip2") &
      TAKE(xz, "archive_read_support_filter_xz") &
      TAKE(zstd, "archive_read_support_filter_zstd") &
      TAKE(next, "archive_read_next_header") & TAKE(path, "archive_entry_pathname") &
      TAKE(data, "archive_read_data") & TAKE(isEncrypted, "archive_entry_is_encrypted") &
      TAKE(filters, "archive_filter_count");
  return archive;
}

static const LibArchive *shared(void) {
  static _Thread_local LibArchive archive;
  static _Thread_local int isLoaded;
  if (!isLoaded) archive = loaded();
  isLoaded = 1;
  return &archive;
}

static carchive_entry *add(carchive_content *content, const char *path) {
  if (content->count == content->capacity) {
    int32_t larger = content->capacity ? content->capacity * 2 : 16;
    void *moved = realloc(content->entries, (size_t)larger * sizeof *content->entries);
    if (!moved) return NULL;
    content->entries = moved;
    content->capacity = larger;
  }
  char *copy = strdup(path ? path : "");
  if (!copy) return NULL;
  carchive_entry *entry = &content->entries[content->count++];
  entry->path = copy;
  entry->bytes = NULL;
  entry->length = 0;
  return entry;
}

/// Unpacks one file; `left` is how many bytes may still come out.
static int32_t unpack(const LibArchive *library, void *archive, carchive_entry *entry,
                      int64_t *left) {
  uint8_t *bytes = NULL;
  int64_t length = 0, capacity = 0;
  int32_t result = carchive_done;
  for (;;) {
    if (capacity - length < Step) {
      int64_t larger = capacity ? capacity * 2 : Step * 2;
      uint8_t *moved = realloc(bytes, (size_t)larger);
      if (!moved) {
        result = carchive_too_large;
        break;
      }
      bytes = moved;
      capacity = larger;
    }
    long count = library->data(archive, bytes + length, Step);
    if (count == Warning) continue;
    if (count <= 0) {
      if (count < 0) result = carchive_broken;
      break;
    }
    length += count;
    *left -= count;
    if (*left < 0) {
      result = carchive_too_large;
      break;
    }
  }
  entry->bytes = bytes;
  entry->length = length;
  return result;
}

static int is_wanted(const char *path, const char *const *endings) {
  size_t length = path ? strlen(path) : 0;
  for (; *endings; endings++) {
    size_t count = strlen(*endings);
    if (length >= count && memcmp(path + length - count, *endings, count) == 0) return 1;
  }
  return 0;
}

int32_t carchive_unzip(const uint8_t *bytes, int64_t length, const char *const *endings,
                       int64_t most, int32_t most_entries, carchive_content *content) {
  memset(content, 0, sizeof *content);
  const LibArchive *library = shared();
  if (!library->isThere) return carchive_missing;
  void *archive = library->open();
  if (!archive) return carchive_missing;
  int32_t result = carchive_done;
  library->zip(archive);
  if (library->openMemory(archive, bytes, (size_t)length) != Ok) result = carchive_broken;
  int64_t left = most;
  void *header;
  for (int32_t number = 0; result == carchive_done; number++) {
    int status = library->next(archive, &header);
    if (status == End) break;
    if (status != Ok && status != Warning) {
      result = carchive_broken;
    } else if (number >= most_entries) {
      result = carchive_too_large;
    } else if (is_wanted(library->path(header), endings)) {
      carchive_entry *entry = add(content, library->path(header));
      if (!entry) {
        result = carchive_too_large;
      } else {
        result = library->isEncrypted(header) ? carchive_encrypted
                                              : unpack(library, archive, entry, &left);
      }
    }
  }
  library->close(archive);
  return result;
}

int32_t carchive_decompress(const uint8_t *bytes, int64_t length, int64_t most,
                            carchive_content *content) {
  memset(content, 0, sizeof *content);
  const LibArchive *library = shared();
  if (!library->isThere) return carchive_missing;
  void *archive = library->open();
  if (!archive) return carchive_missing;
  library->raw(archive);
  library->gzip(archive);
  library->bzip2(archive);
  library->xz(archive);
  library->zstd(archive);
  int32_t result = carchive_broken;
  int64_t left = most;
  void *header;
  if (library->openMemory(archive, bytes, (size_t)length) == Ok) {
    int status = library->next(archive, &header);
    carchive_entry *entry = status == Ok || status == Warning ? add(content, "data") : NULL;
    // The library counts one more that does nothing.
    if (entry && library->filters(archive) > 2) {
      result = carchive_nested;
    } else if (entry) {
      result = unpack(library, archive, entry, &left);
    }
  }
  library->close(archive);
  return result;
}

void carchive_release(carchive_content *content) {
  for (int32_t i = 0; i < content->count; i++) {
    free((void *)content->entries[i].path);
    free((void *)content->entries[i].bytes);
  }
  free(content->entries);
  memset(content, 0, sizeof *content);
}

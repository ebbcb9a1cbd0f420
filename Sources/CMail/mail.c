#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "include/CMail.h"

/// The public beginning of GLib's GByteArray.
typedef struct {
  uint8_t *data;
  unsigned int length;
} ByteArray;

// Only functions on opaque pointers are used, so that no header of GMime or GLib is needed.
typedef struct {
  void (*start)(void);
  void *(*stream)(const char *, size_t);
  void *(*memory)(void);
  ByteArray *(*array)(void *);
  void *(*parser)(void *);
  void (*format)(void *, int);
  void *(*message)(void *, void *);
  int (*ended)(void *);
  const char *(*subject)(void *);
  void *(*from)(void *);
  char *(*addresses)(void *, void *, int);
  void *(*date)(void *);
  char *(*formatted)(void *, const char *);
  const char *(*header)(void *, const char *);
  void *(*walk)(void *);
  void (*freeWalk)(void *);
  void *(*part)(void *);
  int (*next)(void *);
  void *(*type)(void *);
  char *(*typeName)(void *);
  const char *(*parameter)(void *, const char *);
  const char *(*identifier)(void *);
  int (*isAttachment)(void *);
  void *(*content)(void *);
  long (*write)(void *, void *);
  unsigned long (*partType)(void);
  int (*isA)(void *, unsigned long);
  void (*unref)(void *);
  void (*free)(void *);
  int isThere;
} GMime;

#define TAKE(field, symbol)                                           \
  (*(void **)&gmime.field = dlsym(library, symbol), gmime.field != 0)

static GMime loaded(void) {
  GMime gmime;
  memset(&gmime, 0, sizeof gmime);
  void *library = dlopen("libgmime-3.0.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return gmime;
  gmime.isThere =
      TAKE(start, "g_mime_init") & TAKE(stream, "g_mime_stream_mem_new_with_buffer") &
      TAKE(memory, "g_mime_stream_mem_new") & TAKE(array, "g_mime_stream_mem_get_byte_array") &
      TAKE(parser, "g_mime_parser_new_with_stream") & TAKE(format, "g_mime_parser_set_format") &
      TAKE(message, "g_mime_parser_construct_message") & TAKE(ended, "g_mime_parser_eos") &
      TAKE(subject, "g_mime_message_get_subject") & TAKE(from, "g_mime_message_get_from") &
      TAKE(addresses, "internet_address_list_to_string") &
      TAKE(date, "g_mime_message_get_date") & TAKE(formatted, "g_date_time_format") &
      TAKE(header, "g_mime_object_get_header") & TAKE(walk, "g_mime_part_iter_new") &
      TAKE(freeWalk, "g_mime_part_iter_free") & TAKE(part, "g_mime_part_iter_get_current") &
      TAKE(next, "g_mime_part_iter_next") & TAKE(type, "g_mime_object_get_content_type") &
      TAKE(typeName, "g_mime_content_type_get_mime_type") &
      TAKE(parameter, "g_mime_object_get_content_type_parameter") &
      TAKE(identifier, "g_mime_object_get_content_id") &
      TAKE(isAttachment, "g_mime_part_is_attachment") &
      TAKE(content, "g_mime_part_get_content") &
      TAKE(write, "g_mime_data_wrapper_write_to_stream") &
      TAKE(partType, "g_mime_part_get_type") & TAKE(isA, "g_type_check_instance_is_a") &
      TAKE(unref, "g_object_unref") & TAKE(free, "g_free");
  if (gmime.isThere) gmime.start();
  return gmime;
}

/// A piece of memory and the one that was taken before.
typedef struct Piece {
  struct Piece *before;
} Piece;

static void *take(cmail_content *content, size_t size) {
  Piece *piece = calloc(1, sizeof(Piece) + size);
  if (!piece) return NULL;
  piece->before = content->memory;
  content->memory = piece;
  return piece + 1;
}

static const char *copy(cmail_content *content, const char *text) {
  char *taken = text ? take(content, strlen(text) + 1) : NULL;
  return taken ? strcpy(taken, text) : NULL;
}

/// A string of GLib, copied and given back.
static const char *keep(const GMime *gmime, cmail_content *content, char *text) {
  const char *copied = copy(content, text);
  if (text) gmime->free(text);
  return copied;
}

static void read_bytes(const GMime *gmime, cmail_content *content, void *object,
                       cmail_part *part) {
  void *wrapper = gmime->content(object);
  void *stream = wrapper ? gmime->memory() : NULL;
  if (!stream) return;
  gmime->write(wrapper, stream);
  ByteArray *array = gmime->array(stream);
  uint8_t *bytes = array && array->length ? take(content, array->length) : NULL;
  if (bytes) {
    memcpy(bytes, array->data, array->length);
    part->bytes = bytes;
    part->length = array->length;
  }
  gmime->unref(stream);
}

static void add_part(const GMime *gmime, cmail_content *content, cmail_message *mail,
                     int32_t capacity, void *object) {
  if (mail->part_count == capacity || !gmime->isA(object, gmime->partType())) return;
  char *type = gmime->typeName(gmime->type(object));
  int isText = type && strncmp(type, "text/", 5) == 0;
  if (!isText) isText = type && strcmp(type, "application/xhtml+xml") == 0;
  if (isText) {
    cmail_part *part = &mail->parts[mail->part_count++];
    part->type = copy(content, type);
    part->charset = copy(content, gmime->parameter(object, "charset"));
    part->location = copy(content, gmime->header(object, "Content-Location"));
    part->identifier = copy(content, gmime->identifier(object));
    part->is_attachment = gmime->isAttachment(object) ? 1 : 0;
    read_bytes(gmime, content, object, part);
  }
  if (type) gmime->free(type);
}

/// So many parts of a mail are looked at.
enum { MostParts = 1000 };

static void read_parts(const GMime *gmime, cmail_content *content, cmail_message *mail,
                       void *message) {
  int32_t count = 0;
  void *walk = gmime->walk(message);
  do count++;
  while (count < MostParts && gmime->next(walk));
  gmime->freeWalk(walk);
  mail->parts = take(content, (size_t)count * sizeof *mail->parts);
  if (!mail->parts) return;
  walk = gmime->walk(message);
  int32_t left = count;
  do {
    void *object = gmime->part(walk);
    if (object) {
      if (!mail->start) mail->start = copy(content, gmime->parameter(object, "start"));
      add_part(gmime, content, mail, count, object);
    }
    left--;
  } while (left > 0 && gmime->next(walk));
  gmime->freeWalk(walk);
}

static void read_message(const GMime *gmime, cmail_content *content, cmail_message *mail,
                         void *message) {
  mail->subject = copy(content, gmime->subject(message));
  void *from = gmime->from(message);
  if (from) mail->from = keep(gmime, content, gmime->addresses(from, NULL, 0));
  void *date = gmime->date(message);
  if (date) mail->date = keep(gmime, content, gmime->formatted(date, "%Y-%m-%dT%H:%M:%S%:z"));
  mail->snapshot = copy(content, gmime->header(message, "Snapshot-Content-Location"));
  read_parts(gmime, content, mail, message);
}

/// Room for one more mail.
static cmail_message *add(cmail_content *content, int32_t *capacity) {
  if (content->count == *capacity) {
    int32_t larger = *capacity ? *capacity * 2 : 16;
    void *moved = realloc(content->messages, (size_t)larger * sizeof *content->messages);
    if (!moved) return NULL;
    content->messages = moved;
    *capacity = larger;
  }
  cmail_message *mail = &content->messages[content->count++];
  memset(mail, 0, sizeof *mail);
  return mail;
}

int32_t cmail_read(const uint8_t *bytes, int64_t length, int32_t mbox, cmail_content *content) {
  static _Thread_local GMime gmime;
  static _Thread_local int isLoaded;
  if (!isLoaded) gmime = loaded();
  isLoaded = 1;
  memset(content, 0, sizeof *content);
  if (!gmime.isThere) return 0;
  void *stream = gmime.stream((const char *)bytes, (size_t)length);
  void *parser = gmime.parser(stream);
  gmime.format(parser, mbox ? 1 : 0);
  int32_t capacity = 0;
  do {
    void *message = gmime.message(parser, NULL);
    if (!message) break;
    cmail_message *mail = add(content, &capacity);
    if (mail) read_message(&gmime, content, mail, message);
    gmime.unref(message);
    if (!mail) break;
  } while (mbox && !gmime.ended(parser));
  gmime.unref(parser);
  gmime.unref(stream);
  return 1;
}

void cmail_release(cmail_content *content) {
  for (Piece *piece = content->memory; piece;) {
    Piece *before = piece->before;
    free(piece);
    piece = before;
  }
  free(content->messages);
  memset(content, 0, sizeof *content);
}

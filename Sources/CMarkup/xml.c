#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

/// The public beginning of libxml2's xmlError.
typedef struct {
  int domain, code;
  char *message;
  int level;
} LastError;

// Only functions on opaque pointers are used, so that no header of libxml2 is needed.
typedef struct {
  void (*resetError)(void);
  const LastError *(*lastError)(void);
  void *(*parse)(const char *, int, const char *, const char *, int);
  void *(*walk)(void *);
  void (*freeReader)(void *);
  int (*read)(void *);
  int (*type)(void *);
  int (*isEmpty)(void *);
  int (*nextAttribute)(void *);
  int (*element)(void *);
  const unsigned char *(*local)(void *);
  const unsigned char *(*space)(void *);
  const unsigned char *(*name)(void *);
  const unsigned char *(*value)(void *);
  void *(*node)(void *);
  long (*line)(void *);
  void (*freeDocument)(void *);
  int isThere;
} LibXML;

enum { Element = 1, Text = 3, CData = 4, Reference = 5, Blank = 13, SignificantBlank = 14 };
enum { ElementEnd = 15 };
/// XML_ERR_FATAL: the document is not well formed.
enum { Fatal = 3 };
/// XML_PARSE_RECOVER, NOERROR, NOWARNING, NONET. Without HUGE the library's own limits hold: depth
/// 256, ten million bytes a text, and a stop for values of attributes that entities blow up. Without
/// NOENT and DTDLOAD no entity is put in and none is fetched.
enum { Options = 1 | 32 | 64 | 2048 };

#define TAKE(field, symbol)                                             \
  (*(void **)&libxml.field = dlsym(library, symbol), libxml.field != 0)

static LibXML loaded(void) {
  LibXML libxml;
  memset(&libxml, 0, sizeof libxml);
  void *library = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) return libxml;
  libxml.isThere = TAKE(resetError, "xmlResetLastError") & TAKE(lastError, "xmlGetLastError") &
                   TAKE(parse, "xmlReadMemory") & TAKE(walk, "xmlReaderWalker") &
                   TAKE(freeReader, "xmlFreeTextReader") &
                   TAKE(read, "xmlTextReaderRead") & TAKE(type, "xmlTextReaderNodeType") &
                   TAKE(isEmpty, "xmlTextReaderIsEmptyElement") &
                   TAKE(nextAttribute, "xmlTextReaderMoveToNextAttribute") &
                   TAKE(element, "xmlTextReaderMoveToElement") &
                   TAKE(local, "xmlTextReaderConstLocalName") &
                   TAKE(space, "xmlTextReaderConstNamespaceUri") &
                   TAKE(name, "xmlTextReaderConstName") &
                   TAKE(value, "xmlTextReaderConstValue") &
                   TAKE(node, "xmlTextReaderCurrentNode") & TAKE(line, "xmlGetLineNo") &
                   TAKE(freeDocument, "xmlFreeDoc");
  return libxml;
}

/// `{namespace}name`, or the name alone.
static const char *full_name(const LibXML *libxml, arena *memory, void *reader) {
  const char *local = (const char *)libxml->local(reader);
  const char *space = (const char *)libxml->space(reader);
  if (!local) return "";
  if (!space) return arena_copy(memory, local);
  size_t before = strlen(space), behind = strlen(local);
  char *name = arena_take(memory, before + behind + 3);
  name[0] = '{';
  memcpy(name + 1, space, before);
  name[before + 1] = '}';
  memcpy(name + before + 2, local, behind + 1);
  return name;
}

static void set_text(arena *memory, int32_t number, const char *text) {
  memory->nodes[number].text = (const uint8_t *)text;
  memory->nodes[number].length = (int64_t)strlen(text);
}

static int32_t add_element(const LibXML *libxml, arena *memory, void *reader, int32_t parent) {
  long line = libxml->line(libxml->node(reader));
  int32_t number = arena_node(memory, 0, parent, line > 0 ? (int32_t)line : 1);
  if (number < 0) return number;
  set_text(memory, number, full_name(libxml, memory, reader));
  while (libxml->nextAttribute(reader) == 1) {
    const char *value = (const char *)libxml->value(reader);
    if (value) {
      arena_attribute(memory, number, full_name(libxml, memory, reader),
                      arena_copy(memory, value));
    }
  }
  libxml->element(reader);
  return number;
}

/// Entities that XML does not know stay as they are written: `&nbsp;`.
static void add_reference(const LibXML *libxml, arena *memory, void *reader, int32_t parent) {
  const char *name = (const char *)libxml->name(reader);
  int32_t number = name ? arena_node(memory, -1, parent, -1) : -1;
  if (number < 0) return;
  size_t length = strlen(name);
  char *text = arena_take(memory, length + 3);
  text[0] = '&';
  memcpy(text + 1, name, length);
  memcpy(text + 1 + length, ";", 2);
  set_text(memory, number, text);
}

static void close(arena *memory, int32_t *open) {
  if (*open < 0) return;
  memory->nodes[*open].end = memory->node_count;
  *open = memory->nodes[*open].parent;
}

int32_t xml_page(arena *memory, const uint8_t *bytes, int64_t length) {
  static _Thread_local LibXML libxml;
  static _Thread_local int isLoaded;
  if (!isLoaded) libxml = loaded();
  isLoaded = 1;
  if (!libxml.isThere || length > INT32_MAX) return 0;
  libxml.resetError();
  void *document = libxml.parse((const char *)bytes, (int)length, NULL, "UTF-8", Options);
  const LastError *error = libxml.lastError();
  memory->is_broken = error && error->level >= Fatal;
  void *reader = document ? libxml.walk(document) : NULL;
  int32_t open = -1;
  while (reader && libxml.read(reader) == 1) {
    int type = libxml.type(reader);
    if (type == Element) {
      int isEmpty = libxml.isEmpty(reader);
      int32_t number = add_element(&libxml, memory, reader, open);
      if (number >= 0 && !isEmpty) open = number;
    } else if (type == ElementEnd) {
      close(memory, &open);
    } else if (type == Reference) {
      add_reference(&libxml, memory, reader, open);
    } else if (type == Text || type == CData || type == Blank || type == SignificantBlank) {
      const char *value = (const char *)libxml.value(reader);
      int32_t number = value ? arena_node(memory, -1, open, -1) : -1;
      if (number >= 0) set_text(memory, number, arena_copy(memory, value));
    }
  }
  while (open >= 0) close(memory, &open);
  if (reader) libxml.freeReader(reader);
  if (document) libxml.freeDocument(document);
  return 1;
}

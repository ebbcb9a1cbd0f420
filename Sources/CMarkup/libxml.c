#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

// Only functions on opaque pointers are used, so that no header of libxml2 is needed.
typedef struct {
  void *(*parse)(const char *, int, const char *, const char *, int);
  void (*freeDocument)(void *);
  void *(*walk)(void *);
  void (*freeReader)(void *);
  int (*read)(void *);
  int (*type)(void *);
  int (*isEmpty)(void *);
  int (*nextAttribute)(void *);
  int (*element)(void *);
  const unsigned char *(*name)(void *);
  const unsigned char *(*value)(void *);
  int isThere;
} LibXML;

enum { Element = 1, Text = 3, CData = 4, Blank = 14, ElementEnd = 15 };
/// HTML_PARSE_RECOVER, NOERROR, NOWARNING, NONET; XML_PARSE_HUGE
enum { Options = 1 | 32 | 64 | 2048 | 1 << 19 };

#define TAKE(field, symbol)                                             \
  (*(void **)&libxml.field = dlsym(library, symbol), libxml.field != 0)

static LibXML loaded(void) {
  LibXML libxml;
  memset(&libxml, 0, sizeof libxml);
  void *library = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) return libxml;
  libxml.isThere = TAKE(parse, "htmlReadMemory") & TAKE(freeDocument, "xmlFreeDoc") &
                   TAKE(walk, "xmlReaderWalker") & TAKE(freeReader, "xmlFreeTextReader") &
                   TAKE(read, "xmlTextReaderRead") & TAKE(type, "xmlTextReaderNodeType") &
                   TAKE(isEmpty, "xmlTextReaderIsEmptyElement") &
                   TAKE(nextAttribute, "xmlTextReaderMoveToNextAttribute") &
                   TAKE(element, "xmlTextReaderMoveToElement") &
                   TAKE(name, "xmlTextReaderConstName") & TAKE(value, "xmlTextReaderConstValue");
  return libxml;
}

static void add_text(const LibXML *libxml, arena *memory, void *reader, int32_t parent) {
  const char *value = (const char *)libxml->value(reader);
  int32_t number = value ? arena_node(memory, -1, parent, -1) : -1;
  if (number < 0) return;
  memory->nodes[number].text = (const uint8_t *)arena_copy(memory, value);
  memory->nodes[number].length = (int64_t)strlen(value);
}

static int32_t add_element(const LibXML *libxml, arena *memory, void *reader, int32_t parent) {
  int32_t tag = cmarkup_tag((const char *)libxml->name(reader));
  int32_t number = arena_node(memory, tag, parent, -1);
  while (number >= 0 && libxml->nextAttribute(reader) == 1) {
    const char *name = (const char *)libxml->name(reader);
    const char *value = (const char *)libxml->value(reader);
    if (name && value) {
      arena_attribute(memory, number, arena_copy(memory, name), arena_copy(memory, value));
    }
  }
  libxml->element(reader);
  return number;
}

static void close(arena *memory, int32_t *open) {
  if (*open < 0) return;
  memory->nodes[*open].end = memory->node_count;
  *open = memory->nodes[*open].parent;
}

int32_t libxml_page(arena *memory, const uint8_t *bytes, int64_t length) {
  static _Thread_local LibXML libxml;
  static _Thread_local int isLoaded;
  if (!isLoaded) libxml = loaded();
  isLoaded = 1;
  if (!libxml.isThere || length > INT32_MAX || cmarkup_tag_count() == 0) return 0;
  void *document = libxml.parse((const char *)bytes, (int)length, NULL, "UTF-8", Options);
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
    } else if (type == Text || type == CData || type == Blank) {
      add_text(&libxml, memory, reader, open);
    }
  }
  while (open >= 0) close(memory, &open);
  if (reader) libxml.freeReader(reader);
  if (document) libxml.freeDocument(document);
  return memory->node_count > 0;
}

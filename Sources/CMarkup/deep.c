// Pages that are nested deeper than gumbo is let go.

#include "libxml.h"

/// Without the limits that its parser has on size and depth (XML_PARSE_HUGE).
enum { Options = Recovering | 1 << 19 };

static void add_text(const LibXML *library, arena *memory, void *reader, int32_t parent) {
  const char *value = (const char *)library->value(reader);
  int32_t number = value ? arena_node(memory, -1, parent, -1) : -1;
  if (number < 0) return;
  libxml_text(memory, number, arena_copy(memory, value));
}

static int32_t add_element(const LibXML *library, arena *memory, void *reader, int32_t parent) {
  int32_t tag = cmarkup_tag((const char *)library->name(reader));
  int32_t number = arena_node(memory, tag, parent, -1);
  while (number >= 0 && library->nextAttribute(reader) == 1) {
    const char *name = (const char *)library->name(reader);
    const char *value = (const char *)library->value(reader);
    if (name && value) {
      arena_attribute(memory, number, arena_copy(memory, name), arena_copy(memory, value));
    }
  }
  library->element(reader);
  return number;
}

int32_t deep_page(arena *memory, const uint8_t *bytes, int64_t length) {
  const LibXML *library = libxml();
  if (!library->isThere || length > INT32_MAX || cmarkup_tag_count() == 0) return 0;
  void *document = library->parseHTML((const char *)bytes, (int)length, NULL, "UTF-8", Options);
  void *reader = document ? library->walk(document) : NULL;
  int32_t open = -1;
  while (reader && library->read(reader) == 1) {
    int type = library->type(reader);
    if (type == Element) {
      int isEmpty = library->isEmpty(reader);
      int32_t number = add_element(library, memory, reader, open);
      if (number >= 0 && !isEmpty) open = number;
    } else if (type == ElementEnd) {
      libxml_close(memory, &open);
    } else if (type == Text || type == CData || type == SignificantBlank) {
      add_text(library, memory, reader, open);
    }
  }
  while (open >= 0) libxml_close(memory, &open);
  if (reader) library->freeReader(reader);
  if (document) library->freeDocument(document);
  return memory->node_count > 0;
}

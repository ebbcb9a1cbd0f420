#include <string.h>

#include "libxml.h"

/// XML_ERR_FATAL: the document is not well formed.
enum { Fatal = 3 };
/// Without HUGE the library's own limits hold: depth 256, ten million bytes a text, and a stop for
/// values of attributes that entities blow up. Without NOENT and DTDLOAD no entity is put in and none
/// is fetched.
enum { Options = Recovering };

/// `{namespace}name`, or the name alone.
static const char *full_name(const LibXML *library, arena *memory, void *reader) {
  const char *local = (const char *)library->local(reader);
  const char *space = (const char *)library->space(reader);
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

static int32_t add_element(const LibXML *library, arena *memory, void *reader, int32_t parent) {
  long line = library->line(library->node(reader));
  int32_t number = arena_node(memory, 0, parent, line > 0 ? (int32_t)line : 1);
  if (number < 0) return number;
  libxml_text(memory, number, full_name(library, memory, reader));
  while (library->nextAttribute(reader) == 1) {
    const char *value = (const char *)library->value(reader);
    if (value) {
      arena_attribute(memory, number, full_name(library, memory, reader),
                      arena_copy(memory, value));
    }
  }
  library->element(reader);
  return number;
}

/// Entities that XML does not know stay as they are written: `&nbsp;`.
static void add_reference(const LibXML *library, arena *memory, void *reader, int32_t parent) {
  const char *name = (const char *)library->name(reader);
  int32_t number = name ? arena_node(memory, -1, parent, -1) : -1;
  if (number < 0) return;
  size_t length = strlen(name);
  char *text = arena_take(memory, length + 3);
  text[0] = '&';
  memcpy(text + 1, name, length);
  memcpy(text + 1 + length, ";", 2);
  libxml_text(memory, number, text);
}

int32_t xml_page(arena *memory, const uint8_t *bytes, int64_t length) {
  const LibXML *library = libxml();
  if (!library->isThere || length > INT32_MAX) return 0;
  library->resetError();
  void *document = library->parseXML((const char *)bytes, (int)length, NULL, "UTF-8", Options);
  const LastError *error = library->lastError();
  memory->is_broken = error && error->level >= Fatal;
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
    } else if (type == Reference) {
      add_reference(library, memory, reader, open);
    } else if (type == Text || type == CData || type == Blank || type == SignificantBlank) {
      const char *value = (const char *)library->value(reader);
      int32_t number = value ? arena_node(memory, -1, open, -1) : -1;
      if (number >= 0) libxml_text(memory, number, arena_copy(memory, value));
    }
  }
  while (open >= 0) libxml_close(memory, &open);
  if (reader) library->freeReader(reader);
  if (document) library->freeDocument(document);
  return 1;
}

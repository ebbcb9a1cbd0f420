#include "libxml.h"

#include <dlfcn.h>
#include <string.h>

#define TAKE(field, symbol)                                             \
  (*(void **)&libxml.field = dlsym(library, symbol), libxml.field != 0)

static LibXML loaded(void) {
  LibXML libxml;
  memset(&libxml, 0, sizeof libxml);
  void *library = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) return libxml;
  libxml.isThere =
      TAKE(resetError, "xmlResetLastError") & TAKE(lastError, "xmlGetLastError") &
      TAKE(parseHTML, "htmlReadMemory") & TAKE(parseXML, "xmlReadMemory") &
      TAKE(freeDocument, "xmlFreeDoc") & TAKE(walk, "xmlReaderWalker") &
      TAKE(freeReader, "xmlFreeTextReader") & TAKE(read, "xmlTextReaderRead") &
      TAKE(type, "xmlTextReaderNodeType") & TAKE(isEmpty, "xmlTextReaderIsEmptyElement") &
      TAKE(nextAttribute, "xmlTextReaderMoveToNextAttribute") &
      TAKE(element, "xmlTextReaderMoveToElement") &
      TAKE(local, "xmlTextReaderConstLocalName") &
      TAKE(space, "xmlTextReaderConstNamespaceUri") & TAKE(name, "xmlTextReaderConstName") &
      TAKE(value, "xmlTextReaderConstValue") & TAKE(node, "xmlTextReaderCurrentNode") &
      TAKE(line, "xmlGetLineNo");
  return libxml;
}

const LibXML *libxml(void) {
  static _Thread_local LibXML shared;
  static _Thread_local int isLoaded;
  if (!isLoaded) shared = loaded();
  isLoaded = 1;
  return &shared;
}

void libxml_close(arena *memory, int32_t *open) {
  if (*open < 0) return;
  memory->nodes[*open].end = memory->node_count;
  *open = memory->nodes[*open].parent;
}

void libxml_text(arena *memory, int32_t number, const char *text) {
  memory->nodes[number].text = (const uint8_t *)text;
  memory->nodes[number].length = (int64_t)strlen(text);
}

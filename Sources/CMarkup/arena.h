// Memory that is given back all at once, and the arrays of a page while they grow.

#ifndef ARENA_H
#define ARENA_H

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

#include "include/CMarkup.h"

typedef struct arena_chunk arena_chunk;

typedef struct {
  arena_chunk *chunks;
  cmarkup_node *nodes;
  cmarkup_attribute *attributes;
  int32_t node_count, node_capacity;
  int32_t attribute_count, attribute_capacity;
  int32_t is_full;
  /// How much was taken, and how much may be: 0 for no limit. What goes beyond leaves the parser by
  /// `over`; all of the memory is given back at once, so that nothing is lost by it.
  size_t taken, most;
  jmp_buf over;
  int32_t is_broken;
} arena;

arena *arena_new(void);
void arena_free(arena *memory);
void *arena_take(arena *memory, size_t size);
char *arena_copy(arena *memory, const char *text);

/// Adds a node and gives its number, or -1.
int32_t arena_node(arena *memory, int32_t tag, int32_t parent, int32_t offset);
void arena_attribute(arena *memory, int32_t node, const char *name, const char *value);

int32_t gumbo_page(arena *memory, const uint8_t *bytes, int64_t length);
int32_t deep_page(arena *memory, const uint8_t *bytes, int64_t length);
int32_t cmarkup_tag(const char *name);
int32_t xml_page(arena *memory, const uint8_t *bytes, int64_t length);

#endif

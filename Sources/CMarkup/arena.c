#include "arena.h"

#include <stdlib.h>
#include <string.h>

struct arena_chunk {
  arena_chunk *next;
  size_t used, size;
};

#define CHUNK ((size_t)1 << 18)

arena *arena_new(void) { return calloc(1, sizeof(arena)); }

void arena_free(arena *memory) {
  if (!memory) return;
  for (arena_chunk *chunk = memory->chunks; chunk;) {
    arena_chunk *next = chunk->next;
    free(chunk);
    chunk = next;
  }
  free(memory->nodes);
  free(memory->attributes);
  free(memory);
}

void *arena_take(arena *memory, size_t size) {
  size = (size + 15) & ~(size_t)15;
  memory->taken += size;
  if (memory->most && memory->taken > memory->most) longjmp(memory->over, 1);
  arena_chunk *chunk = memory->chunks;
  if (!chunk || chunk->used + size > chunk->size) {
    size_t room = size > CHUNK ? size : CHUNK;
    chunk = malloc(sizeof(arena_chunk) + 16 + room);
    if (!chunk && memory->most) longjmp(memory->over, 1);
    if (!chunk) abort();  // Nobody else knows how to go on without memory.
    chunk->next = memory->chunks;
    chunk->used = 0;
    chunk->size = room;
    memory->chunks = chunk;
  }
  char *base = (char *)(((uintptr_t)(chunk + 1) + 15) & ~(uintptr_t)15);
  void *taken = base + chunk->used;
  chunk->used += size;
  return taken;
}

char *arena_copy(arena *memory, const char *text) {
  size_t length = strlen(text) + 1;
  return memcpy(arena_take(memory, length), text, length);
}

static int32_t grow(void **array, int32_t *capacity, size_t size) {
  int32_t larger = *capacity ? *capacity * 2 : 4096;
  void *moved = realloc(*array, (size_t)larger * size);
  if (!moved) return 0;
  *array = moved;
  *capacity = larger;
  return 1;
}

int32_t arena_node(arena *memory, int32_t tag, int32_t parent, int32_t offset) {
  if (memory->node_count == memory->node_capacity &&
      (memory->node_count > 1 << 28 ||
       !grow((void **)&memory->nodes, &memory->node_capacity, sizeof *memory->nodes))) {
    memory->is_full = 1;
    return -1;
  }
  cmarkup_node *node = &memory->nodes[memory->node_count];
  memset(node, 0, sizeof *node);
  node->tag = tag;
  node->parent = parent;
  node->offset = offset;
  node->end = memory->node_count + 1;
  node->first_attribute = memory->attribute_count;
  return memory->node_count++;
}

void arena_attribute(arena *memory, int32_t node, const char *name, const char *value) {
  if (memory->attribute_count == memory->attribute_capacity &&
      !grow((void **)&memory->attributes, &memory->attribute_capacity,
            sizeof *memory->attributes)) {
    memory->is_full = 1;
    return;
  }
  memory->attributes[memory->attribute_count].name = name;
  memory->attributes[memory->attribute_count++].value = value;
  memory->nodes[node].attribute_count++;
}

typedef int32_t parser(arena *, const uint8_t *, int64_t);

static int32_t read_page(parser *parse, const uint8_t *bytes, int64_t length, cmarkup_page *page) {
  memset(page, 0, sizeof *page);
  arena *memory = arena_new();
  if (!memory) return 0;
  if (!parse(memory, bytes, length) || memory->is_full) {
    arena_free(memory);
    return 0;
  }
  page->nodes = memory->nodes;
  page->node_count = memory->node_count;
  page->attributes = memory->attributes;
  page->attribute_count = memory->attribute_count;
  page->is_broken = memory->is_broken;
  page->memory = memory;
  return 1;
}

int32_t cmarkup_read(const uint8_t *bytes, int64_t length, int32_t deep, cmarkup_page *page) {
  return read_page(deep ? deep_page : gumbo_page, bytes, length, page);
}

int32_t cmarkup_read_xml(const uint8_t *bytes, int64_t length, cmarkup_page *page) {
  return read_page(xml_page, bytes, length, page);
}

void cmarkup_release(cmarkup_page *page) {
  arena_free(page->memory);
  page->memory = NULL;
}

#include <dlfcn.h>
#include <gumbo.h>
#include <string.h>

#include "arena.h"

typedef struct {
  __typeof__(&gumbo_parse_with_options) parse;
  __typeof__(&gumbo_normalized_tagname) name;
  __typeof__(&gumbo_tag_enum) number;
  const GumboOptions *defaults;
  int isThere;
} Gumbo;

static Gumbo loaded(void) {
  Gumbo gumbo;
  memset(&gumbo, 0, sizeof gumbo);
  void *library = dlopen("libgumbo.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) return gumbo;
  gumbo.parse = (__typeof__(gumbo.parse))dlsym(library, "gumbo_parse_with_options");
  gumbo.name = (__typeof__(gumbo.name))dlsym(library, "gumbo_normalized_tagname");
  gumbo.number = (__typeof__(gumbo.number))dlsym(library, "gumbo_tag_enum");
  gumbo.defaults = (const GumboOptions *)dlsym(library, "kGumboDefaultOptions");
  gumbo.isThere = gumbo.parse && gumbo.name && gumbo.number && gumbo.defaults;
  return gumbo;
}

static const Gumbo *shared(void) {
  static _Thread_local Gumbo gumbo;
  static _Thread_local int isLoaded;
  if (!isLoaded) gumbo = loaded();
  isLoaded = 1;
  return &gumbo;
}

int32_t cmarkup_tag_count(void) { return shared()->isThere ? GUMBO_TAG_LAST : 0; }
const char *cmarkup_tag_name(int32_t tag) { return shared()->name((GumboTag)tag); }
int32_t cmarkup_tag(const char *name) { return (int32_t)shared()->number(name); }

static void *take(void *memory, size_t size) { return arena_take(memory, size); }
static void leave(void *memory, void *taken) {
  (void)memory;
  (void)taken;
}

static void add_attributes(arena *memory, int32_t node, const GumboVector *attributes) {
  for (unsigned int i = 0; i < attributes->length; i++) {
    const GumboAttribute *attribute = attributes->data[i];
    arena_attribute(memory, node, attribute->name, attribute->value);
  }
}

/// Adds a node; gives its number for an element, -1 for anything without children.
static int32_t add(arena *memory, const GumboNode *node, int32_t parent, const char *start) {
  if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
    const GumboElement *element = &node->v.element;
    const char *at = element->original_tag.data;
    int32_t offset = at ? (int32_t)(at - start) : -1;
    int32_t number = arena_node(memory, (int32_t)element->tag, parent, offset);
    if (number >= 0) add_attributes(memory, number, &element->attributes);
    return number;
  }
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
      node->type == GUMBO_NODE_CDATA) {
    const char *at = node->v.text.original_text.data;
    int32_t number = arena_node(memory, -1, parent, at ? (int32_t)(at - start) : -1);
    if (number >= 0) {
      memory->nodes[number].text = (const uint8_t *)node->v.text.text;
      memory->nodes[number].length = (int64_t)strlen(node->v.text.text);
    }
  }
  return -1;
}

/// So much memory a byte of a page may take, and so much any page. Of 279 pages of news each took 4 to
/// 16 times its size; but one that leaves elements of formatting open has all of them made again in
/// each paragraph (HTML, 13.2.4.3).
enum { MostOfAByte = 64, MostOfAny = 64 << 20 };

int32_t gumbo_page(arena *memory, const uint8_t *bytes, int64_t length) {
  const Gumbo *gumbo = shared();
  if (!gumbo->isThere) return 0;
  GumboOptions options = *gumbo->defaults;
  options.allocator = take;
  options.deallocator = leave;
  options.userdata = memory;
  options.max_errors = 0;
  memory->most = (size_t)length * MostOfAByte + MostOfAny;
  if (setjmp(memory->over)) {
    memory->is_full = 1;
    return 0;
  }
  const char *start = (const char *)bytes;
  const GumboOutput *output = gumbo->parse(&options, start, (size_t)length);
  const GumboNode *node = output->root;
  int32_t number = add(memory, node, -1, start);
  while (number >= 0) {
    // The next child, or up to the next sibling of an ancestor.
    const GumboVector *children = &node->v.element.children;
    unsigned int next = 0;
    int32_t inner = -1;
    for (;;) {
      while (next < children->length) {
        const GumboNode *child = children->data[next];
        inner = add(memory, child, number, start);
        if (inner >= 0) {
          node = child;
          break;
        }
        next++;
      }
      if (inner >= 0) break;
      memory->nodes[number].end = memory->node_count;
      if (memory->nodes[number].parent < 0) return 1;
      next = (unsigned int)node->index_within_parent + 1;
      node = node->parent;
      number = memory->nodes[number].parent;
      children = &node->v.element.children;
    }
    number = inner;
  }
  return 0;
}

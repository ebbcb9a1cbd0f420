#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "include/CMarkup.h"

typedef char *render(const char *, size_t, int);

/// CMARK_OPT_VALIDATE_UTF8: invalid bytes become U+FFFD. Raw HTML is left out, as by default.
enum { Options = 1 << 9 };
/// CMARK_OPT_SOURCEPOS: each element says where it stands, `data-sourcepos="12:1-14:20"`.
enum { WithPlaces = Options | 1 << 1 };

/// The version stands in the name of the library; the last name is that of the -dev package.
static const char *const Names[] = {"libcmark.so.0.30.2", "libcmark.so.0.30.3", "libcmark.so.0.31.1",
                                    "libcmark.so.0.31.0", "libcmark.so", NULL};

typedef void *parse(const char *, size_t, int);
typedef char *print(void *, int);
typedef void release(void *);

static void *opened(void) {
  for (const char *const *name = Names; *name; name++) {
    void *library = dlopen(*name, RTLD_NOW | RTLD_LOCAL);
    if (library) return library;
  }
  return NULL;
}

static render *loaded(void) {
  void *library = opened();
  return library ? (render *)dlsym(library, "cmark_markdown_to_html") : NULL;
}

char *cmarkup_markdown(const uint8_t *bytes, int64_t length) {
  static _Thread_local render *markdown;
  static _Thread_local int isLoaded;
  if (!isLoaded) markdown = loaded();
  isLoaded = 1;
  return markdown ? markdown((const char *)bytes, (size_t)length, WithPlaces) : NULL;
}

char *cmarkup_markdown_xml(const uint8_t *bytes, int64_t length) {
  static _Thread_local void *library;
  if (!library) library = opened();
  if (!library) return NULL;
  parse *document = (parse *)dlsym(library, "cmark_parse_document");
  print *xml = (print *)dlsym(library, "cmark_render_xml");
  release *forget = (release *)dlsym(library, "cmark_node_free");
  if (!document || !xml || !forget) return NULL;
  void *root = document(length ? (const char *)bytes : "", (size_t)length, Options);
  if (!root) return NULL;
  char *text = xml(root, Options);
  forget(root);
  return text;
}

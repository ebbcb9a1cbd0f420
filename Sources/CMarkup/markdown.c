#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "include/CMarkup.h"

typedef char *render(const char *, size_t, int);

/// CMARK_OPT_VALIDATE_UTF8: invalid bytes become U+FFFD. Raw HTML is left out, as by default.
enum { Options = 1 << 9 };

/// The version stands in the name of the library; the last name is that of the -dev package.
static const char *const Names[] = {"libcmark.so.0.30.2", "libcmark.so.0.30.3", "libcmark.so.0.31.1",
                                    "libcmark.so.0.31.0", "libcmark.so", NULL};

static render *loaded(void) {
  for (const char *const *name = Names; *name; name++) {
    void *library = dlopen(*name, RTLD_NOW | RTLD_LOCAL);
    if (library) return (render *)dlsym(library, "cmark_markdown_to_html");
  }
  return NULL;
}

char *cmarkup_markdown(const uint8_t *bytes, int64_t length) {
  static _Thread_local render *markdown;
  static _Thread_local int isLoaded;
  if (!isLoaded) markdown = loaded();
  isLoaded = 1;
  return markdown ? markdown((const char *)bytes, (size_t)length, Options) : NULL;
}

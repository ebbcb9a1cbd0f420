#include "CText.h"

#include <dlfcn.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/uvernum.h>

// ICU renames its functions by macros, so that symbols carry its major version: ubrk_open_72.
#define TEXT(x) #x
#define EXPANDED(x) TEXT(x)
#define SYMBOL(name) EXPANDED(name)
#define LIBRARY "libicuuc.so." EXPANDED(U_ICU_VERSION_MAJOR_NUM)

typedef struct {
  __typeof__(&ubrk_open) open;
  __typeof__(&ubrk_close) close;
  __typeof__(&ubrk_setUText) setText;
  __typeof__(&ubrk_first) first;
  __typeof__(&ubrk_next) next;
  __typeof__(&utext_openUTF8) openText;
  __typeof__(&utext_close) closeText;
  int isThere;
} ICU;

static ICU loaded(void) {
  ICU icu;
  memset(&icu, 0, sizeof icu);
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!library) return icu;
  icu.open = (__typeof__(icu.open))dlsym(library, SYMBOL(ubrk_open));
  icu.close = (__typeof__(icu.close))dlsym(library, SYMBOL(ubrk_close));
  icu.setText = (__typeof__(icu.setText))dlsym(library, SYMBOL(ubrk_setUText));
  icu.first = (__typeof__(icu.first))dlsym(library, SYMBOL(ubrk_first));
  icu.next = (__typeof__(icu.next))dlsym(library, SYMBOL(ubrk_next));
  icu.openText = (__typeof__(icu.openText))dlsym(library, SYMBOL(utext_openUTF8));
  icu.closeText = (__typeof__(icu.closeText))dlsym(library, SYMBOL(utext_close));
  icu.isThere = icu.open && icu.close && icu.setText && icu.first && icu.next && icu.openText &&
                icu.closeText;
  return icu;
}

// One breaker a thread and locale: opening one reads its rules, which costs more than a paragraph.
static _Thread_local UBreakIterator *breaker;
static _Thread_local char breakerLocale[16];

int32_t ctext_sentence_ends(const uint8_t *text, int32_t length, const char *locale,
                            int32_t *ends, int32_t capacity) {
  static _Thread_local ICU icu;
  static _Thread_local int isLoaded;
  if (!isLoaded) {
    icu = loaded();
    isLoaded = 1;
  }
  if (!icu.isThere) return -1;
  UErrorCode status = U_ZERO_ERROR;
  if (!breaker || strncmp(breakerLocale, locale, sizeof breakerLocale - 1) != 0) {
    if (breaker) icu.close(breaker);
    breaker = icu.open(UBRK_SENTENCE, locale, NULL, 0, &status);
    strncpy(breakerLocale, locale, sizeof breakerLocale - 1);
    if (U_FAILURE(status)) {
      breaker = NULL;
      return -1;
    }
  }
  UText *source = icu.openText(NULL, (const char *)text, length, &status);
  icu.setText(breaker, source, &status);
  if (U_FAILURE(status)) {
    icu.closeText(source);
    return -1;
  }
  int32_t count = 0;
  icu.first(breaker);
  for (int32_t end = icu.next(breaker); end != UBRK_DONE; end = icu.next(breaker)) {
    if (count < capacity) ends[count] = end;
    count++;
  }
  icu.closeText(source);
  return count;
}

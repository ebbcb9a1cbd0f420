#include "CText.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
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

// One breaker a thread and locale: opening one reads its rules, which costs more than a paragraph.
typedef struct {
  UBreakIterator *breaker;
  char locale[16];
} Kept;

static ICU icu;
static pthread_key_t keptOfThread;

static void close_kept(void *kept) {
  icu.close(((Kept *)kept)->breaker);
  free(kept);
}

static void load(void) {
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  icu.open = (__typeof__(icu.open))dlsym(library, SYMBOL(ubrk_open));
  icu.close = (__typeof__(icu.close))dlsym(library, SYMBOL(ubrk_close));
  icu.setText = (__typeof__(icu.setText))dlsym(library, SYMBOL(ubrk_setUText));
  icu.first = (__typeof__(icu.first))dlsym(library, SYMBOL(ubrk_first));
  icu.next = (__typeof__(icu.next))dlsym(library, SYMBOL(ubrk_next));
  icu.openText = (__typeof__(icu.openText))dlsym(library, SYMBOL(utext_openUTF8));
  icu.closeText = (__typeof__(icu.closeText))dlsym(library, SYMBOL(utext_close));
  icu.isThere = icu.open && icu.close && icu.setText && icu.first && icu.next && icu.openText &&
                icu.closeText && pthread_key_create(&keptOfThread, close_kept) == 0;
}

// The thread's breaker; closed when the thread ends. NULL where there is none for the locale.
static UBreakIterator *breaker_for(const char *locale) {
  Kept *kept = pthread_getspecific(keptOfThread);
  if (kept && strncmp(kept->locale, locale, sizeof kept->locale - 1) == 0) return kept->breaker;
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaker = icu.open(UBRK_SENTENCE, locale, NULL, 0, &status);
  if (U_FAILURE(status)) return NULL;
  if (kept) {
    icu.close(kept->breaker);
  } else if (!(kept = calloc(1, sizeof *kept)) || pthread_setspecific(keptOfThread, kept) != 0) {
    free(kept);
    icu.close(breaker);
    return NULL;
  }
  kept->breaker = breaker;
  strncpy(kept->locale, locale, sizeof kept->locale - 1);
  return breaker;
}

int32_t ctext_sentence_ends(const uint8_t *text, int32_t length, const char *locale,
                            int32_t *ends, int32_t capacity) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  UBreakIterator *breaker = icu.isThere ? breaker_for(locale) : NULL;
  if (!breaker) return -1;
  UErrorCode status = U_ZERO_ERROR;
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

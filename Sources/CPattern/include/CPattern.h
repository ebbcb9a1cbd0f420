// The part of PCRE2 in use, behind plain C types.
//
// pcre2.h gives its functions their names by macros, which Swift cannot see: here stands one plain
// function for each operation in use. Texts are UTF-8. A pattern may be used by several threads at
// once, a scan by one.

#ifndef CPATTERN_H
#define CPATTERN_H

#include <stddef.h>
#include <stdint.h>

/// A compiled pattern.
typedef struct CPattern CPattern;

/// What one search through one text needs besides the pattern.
typedef struct CPatternScan CPatternScan;

/// Error numbers of PCRE2 that a search can end with. Those from UTF8_LAST to UTF8_FIRST and
/// SCALAR_CUT are about the text.
enum {
  CPATTERN_UTF8_FIRST = -3,
  CPATTERN_UTF8_LAST = -23,
  CPATTERN_SCALAR_CUT = -36,
  CPATTERN_STACK_LIMIT = -46,
  CPATTERN_MATCH_LIMIT = -47,
  CPATTERN_NO_MEMORY = -48,
  CPATTERN_DEPTH_LIMIT = -53,
  CPATTERN_HEAP_LIMIT = -63,
};

/// Compiles a pattern. NULL with PCRE2's error number and its place in the pattern.
CPattern *cpattern_compile(
  const uint8_t *source, size_t length, int32_t caseless, int32_t *error, size_t *offset);

/// Frees a pattern. NULL is allowed.
void cpattern_free(CPattern *pattern);

/// Writes the sentence of an error number, zero-terminated.
void cpattern_message(int32_t error, char *message, size_t capacity);

/// Begins a search. NULL when there is no memory.
CPatternScan *cpattern_scan_open(const CPattern *pattern);

/// Ends a search. NULL is allowed.
void cpattern_scan_close(CPatternScan *scan);

/// Finds the first match that is not empty and begins from `from` to `last`. 1 with its place, 0
/// without one, a negative error number of PCRE2. Only `is_known_utf8` saves checking the text.
int32_t cpattern_scan_next(
  CPatternScan *scan, const uint8_t *text, size_t length, size_t from, size_t last,
  int32_t is_known_utf8, size_t *start, size_t *end);

#endif

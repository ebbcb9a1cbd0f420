#include "CPattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

_Static_assert(
  CPATTERN_UTF8_FIRST == PCRE2_ERROR_UTF8_ERR1 && CPATTERN_UTF8_LAST == PCRE2_ERROR_UTF8_ERR21 &&
    CPATTERN_SCALAR_CUT == PCRE2_ERROR_BADUTFOFFSET &&
    CPATTERN_STACK_LIMIT == PCRE2_ERROR_JIT_STACKLIMIT &&
    CPATTERN_MATCH_LIMIT == PCRE2_ERROR_MATCHLIMIT && CPATTERN_NO_MEMORY == PCRE2_ERROR_NOMEMORY &&
    CPATTERN_DEPTH_LIMIT == PCRE2_ERROR_DEPTHLIMIT &&
    CPATTERN_HEAP_LIMIT == PCRE2_ERROR_HEAPLIMIT,
  "the header names PCRE2's numbers");

// The limits of one attempt. A step takes 5 to 20 ns, so that an attempt ends within some 20 ms.
enum {
  kMatchSteps = 1000000,
  kDepth = 1000000,
  kHeapKibibytes = 65536,
  kStackBytes = 8 << 20,
  kPatternBytes = 65536,
};

struct CPattern {
  pcre2_code *code;
};

struct CPatternScan {
  const pcre2_code *code;
  pcre2_match_context *context;
  pcre2_match_data *data;
  pcre2_jit_stack *stack;
};

CPattern *cpattern_compile(
  const uint8_t *source, size_t length, int32_t caseless, int32_t *error, size_t *offset)
{
  *error = PCRE2_ERROR_NOMEMORY;
  *offset = 0;
  CPattern *pattern = malloc(sizeof *pattern);
  pcre2_compile_context *context = pcre2_compile_context_create(NULL);
  if (!pattern || !context) {
    free(pattern);
    pcre2_compile_context_free(context);
    return NULL;
  }
  pcre2_set_newline(context, PCRE2_NEWLINE_LF);
  pcre2_set_max_pattern_length(context, kPatternBytes);
  uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C |
    PCRE2_USE_OFFSET_LIMIT | (caseless ? PCRE2_CASELESS : 0);
  int number;
  pattern->code = pcre2_compile(source, length, options, &number, offset, context);
  pcre2_compile_context_free(context);
  if (!pattern->code) {
    *error = number;
    free(pattern);
    return NULL;
  }
  // Where this fails the pattern is interpreted.
  pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
  return pattern;
}

void cpattern_free(CPattern *pattern)
{
  if (pattern) pcre2_code_free(pattern->code);
  free(pattern);
}

void cpattern_message(int32_t error, char *message, size_t capacity)
{
  if (pcre2_get_error_message(error, (PCRE2_UCHAR *)message, capacity) < 0 && capacity > 0)
    message[0] = 0;
}

CPatternScan *cpattern_scan_open(const CPattern *pattern)
{
  CPatternScan *scan = calloc(1, sizeof *scan);
  if (!scan) return NULL;
  scan->code = pattern->code;
  scan->context = pcre2_match_context_create(NULL);
  scan->data = pcre2_match_data_create(1, NULL);
  scan->stack = pcre2_jit_stack_create(1 << 15, kStackBytes, NULL);
  if (!scan->context || !scan->data) {
    cpattern_scan_close(scan);
    return NULL;
  }
  pcre2_set_match_limit(scan->context, kMatchSteps);
  pcre2_set_depth_limit(scan->context, kDepth);
  pcre2_set_heap_limit(scan->context, kHeapKibibytes);
  if (scan->stack) pcre2_jit_stack_assign(scan->context, NULL, scan->stack);
  return scan;
}

void cpattern_scan_close(CPatternScan *scan)
{
  if (!scan) return;
  pcre2_match_data_free(scan->data);
  pcre2_match_context_free(scan->context);
  pcre2_jit_stack_free(scan->stack);
  free(scan);
}

int32_t cpattern_scan_next(
  CPatternScan *scan, const uint8_t *text, size_t length, size_t from, size_t last,
  int32_t is_known_utf8, size_t *start, size_t *end)
{
  uint32_t options = PCRE2_NOTEMPTY | (is_known_utf8 ? PCRE2_NO_UTF_CHECK : 0);
  pcre2_set_offset_limit(scan->context, last);
  int count =
    pcre2_match(scan->code, text, length, from, options, scan->data, scan->context);
  if (count == PCRE2_ERROR_JIT_STACKLIMIT)
    count = pcre2_match(
      scan->code, text, length, from, options | PCRE2_NO_JIT, scan->data, scan->context);
  if (count == PCRE2_ERROR_NOMATCH) return 0;
  if (count < 0) return count;
  // 0 says that only the whole match, not its groups, found room: all that is asked for.
  size_t *places = pcre2_get_ovector_pointer(scan->data);
  *start = places[0];
  *end = places[1];
  return 1;
}

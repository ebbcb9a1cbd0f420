// Runs a program that turns one file into text, with limits, in a process of its own.

#ifndef CCONVERTER_H
#define CCONVERTER_H

#include <stdint.h>

/// What a program gave. `bytes` is to be given back with `free`.
typedef struct {
  uint8_t *bytes;
  int64_t length;
  /// Its exit code; 128 and the signal where one ended it.
  int32_t exit;
} cconverter_output;

/// How much a program may take.
typedef struct {
  int32_t seconds;
  int64_t memory;
  int64_t most;
} cconverter_limits;

enum {
  cconverter_done = 1,
  /// There is no such program on the path.
  cconverter_missing = 0,
  cconverter_failed = -1,
  cconverter_too_slow = -2,
  cconverter_too_much = -3,
  cconverter_stopped = -4,
};

/// Asked several times a second whether the work is to end; NULL for nobody.
typedef int32_t (*cconverter_is_stopped)(const void *context);

/// Runs `arguments` (ended by NULL; the first is looked for on the PATH) with `bytes` as its standard
/// input's file, its messages thrown away, and collects its output. It is ended after `seconds`, and
/// where it writes more than `most` bytes, and when it is stopped; it may take `memory` bytes of
/// addresses.
int32_t cconverter_run(const char *const *arguments, const uint8_t *bytes, int64_t length,
                       cconverter_limits limits, cconverter_is_stopped is_stopped,
                       const void *context, cconverter_output *output);

#endif

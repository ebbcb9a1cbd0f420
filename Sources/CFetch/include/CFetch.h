// One download over http or https with libcurl, behind plain C types. The library is opened on first
// use; nothing of it is needed to build.

#ifndef CFETCH_H
#define CFETCH_H

#include <stdint.h>

/// What became of a download.
enum {
  cfetch_done = 0,
  cfetch_library_missing = 1,
  cfetch_timeout = 2,
  cfetch_too_large = 3,
  cfetch_too_many_redirects = 4,
  cfetch_stopped = 5,
  /// A redirect led to something that is neither http nor https.
  cfetch_other_scheme = 6,
  /// Anything else; `message` says what.
  cfetch_failed = 7,
  /// The address, or one that it led to, has a name or a password in it.
  cfetch_credentials = 8,
};

/// How much a download may take.
typedef struct {
  int64_t milliseconds;
  int64_t bytes;
  int64_t redirects;
} cfetch_limits;

/// An answer. `bytes` and `address` are to be freed with `cfetch_free`.
typedef struct {
  /// The body, its compression undone.
  uint8_t *bytes;
  int64_t length;
  /// The address that answered, after all redirects.
  char *address;
  /// The status of the answer: 200, 404; 0 where there is none.
  int64_t status;
  /// What the library says went wrong.
  char message[256];
} cfetch_answer;

/// Downloads a page: no cookies, no credentials, no file of settings. `is_stopped` is asked several
/// times a second whether to go on.
///
/// - Returns: one of the values above.
int32_t cfetch_get(const char *address, cfetch_limits limits,
                   int32_t (*is_stopped)(const void *context), const void *context,
                   cfetch_answer *answer);

/// Frees what an answer holds.
void cfetch_free(cfetch_answer *answer);

#endif

#include "CFetch.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The part of libcurl's interface in use (curl/curl.h); its numbers never change within one version
// of the library's name. Addresses of things are options from 10000 on, functions from 20000, offsets
// from 30000; pieces of information are texts from 0x100000, whole numbers from 0x200000.
enum {
  CURLOPT_WRITEDATA = 10001,
  CURLOPT_URL = 10002,
  CURLOPT_ERRORBUFFER = 10010,
  CURLOPT_USERAGENT = 10018,
  CURLOPT_ACCEPT_ENCODING = 10102,
  CURLOPT_XFERINFODATA = 10057,
  CURLOPT_NOPROGRESS = 43,
  CURLOPT_NETRC = 51,
  CURLOPT_FOLLOWLOCATION = 52,
  CURLOPT_MAXREDIRS = 68,
  CURLOPT_NOSIGNAL = 99,
  CURLOPT_TIMEOUT_MS = 155,
  CURLOPT_CONNECTTIMEOUT_MS = 156,
  CURLOPT_PROTOCOLS = 181,
  CURLOPT_REDIR_PROTOCOLS = 182,
  CURLOPT_DISALLOW_USERNAME_IN_URL = 278,
  CURLOPT_WRITEFUNCTION = 20011,
  CURLOPT_XFERINFOFUNCTION = 20219,
  CURLINFO_EFFECTIVE_URL = 0x100001,
  CURLINFO_RESPONSE_CODE = 0x200002,
  CURLPROTO_HTTP = 1,
  CURLPROTO_HTTPS = 2,
  CURLE_UNSUPPORTED_PROTOCOL = 1,
  CURLE_WRITE_ERROR = 23,
  CURLE_OPERATION_TIMEDOUT = 28,
  CURLE_ABORTED_BY_CALLBACK = 42,
  CURLE_TOO_MANY_REDIRECTS = 47,
  CURLE_LOGIN_DENIED = 67,
};

static struct {
  int isThere;
  void *(*start)(void);
  int (*set)(void *, int, ...);
  int (*perform)(void *);
  int (*info)(void *, int, ...);
  const char *(*words)(int);
  void (*end)(void *);
} curl;

static pthread_once_t opened = PTHREAD_ONCE_INIT;

static void openLibrary(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  *(void **)&curl.start = dlsym(library, "curl_easy_init");
  *(void **)&curl.set = dlsym(library, "curl_easy_setopt");
  *(void **)&curl.perform = dlsym(library, "curl_easy_perform");
  *(void **)&curl.info = dlsym(library, "curl_easy_getinfo");
  *(void **)&curl.words = dlsym(library, "curl_easy_strerror");
  *(void **)&curl.end = dlsym(library, "curl_easy_cleanup");
  curl.isThere = curl.start && curl.set && curl.perform && curl.info && curl.words && curl.end;
}

/// A download under way.
typedef struct {
  cfetch_answer *answer;
  int64_t capacity;
  int64_t limit;
  int isTooLarge;
  int32_t (*is_stopped)(const void *);
  const void *context;
} download;

/// Takes some bytes of the body; fewer taken than given ends the download.
static size_t take(const char *bytes, size_t size, size_t count, void *to) {
  download *d = to;
  int64_t more = (int64_t)(size * count), length = d->answer->length;
  if (more > d->limit - length) {
    d->isTooLarge = 1;
    return 0;
  }
  if (length + more > d->capacity) {
    int64_t capacity = 2 * (length + more);
    uint8_t *grown = realloc(d->answer->bytes, (size_t)capacity);
    if (!grown) return 0;
    d->answer->bytes = grown;
    d->capacity = capacity;
  }
  memcpy(d->answer->bytes + length, bytes, (size_t)more);
  d->answer->length += more;
  return (size_t)more;
}

static int goOn(void *to, int64_t all, int64_t now, int64_t upAll, int64_t up) {
  (void)all, (void)now, (void)upAll, (void)up;
  download *d = to;
  return d->is_stopped && d->is_stopped(d->context);
}

static int32_t outcome(int code, const download *d) {
  switch (code) {
    case 0: return cfetch_done;
    case CURLE_OPERATION_TIMEDOUT: return cfetch_timeout;
    case CURLE_TOO_MANY_REDIRECTS: return cfetch_too_many_redirects;
    case CURLE_ABORTED_BY_CALLBACK: return cfetch_stopped;
    case CURLE_LOGIN_DENIED: return cfetch_credentials;
    case CURLE_UNSUPPORTED_PROTOCOL: return cfetch_other_scheme;
    case CURLE_WRITE_ERROR: return d->isTooLarge ? cfetch_too_large : cfetch_failed;
    default: return cfetch_failed;
  }
}

static void setUp(void *easy, const char *address, cfetch_limits limits, download *d) {
  long schemes = CURLPROTO_HTTP | CURLPROTO_HTTPS;
  curl.set(easy, CURLOPT_URL, address);
  curl.set(easy, CURLOPT_ERRORBUFFER, d->answer->message);
  curl.set(easy, CURLOPT_USERAGENT, "verbatim");
  // All that the library can undo.
  curl.set(easy, CURLOPT_ACCEPT_ENCODING, "");
  curl.set(easy, CURLOPT_NETRC, 0L);
  curl.set(easy, CURLOPT_NOSIGNAL, 1L);
  // Also where a redirect leads to an address with a name or a password in it.
  curl.set(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  curl.set(easy, CURLOPT_FOLLOWLOCATION, 1L);
  curl.set(easy, CURLOPT_MAXREDIRS, (long)limits.redirects);
  curl.set(easy, CURLOPT_TIMEOUT_MS, (long)limits.milliseconds);
  curl.set(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)limits.milliseconds);
  curl.set(easy, CURLOPT_PROTOCOLS, schemes);
  curl.set(easy, CURLOPT_REDIR_PROTOCOLS, schemes);
  curl.set(easy, CURLOPT_WRITEFUNCTION, take);
  curl.set(easy, CURLOPT_WRITEDATA, d);
  curl.set(easy, CURLOPT_NOPROGRESS, 0L);
  curl.set(easy, CURLOPT_XFERINFOFUNCTION, goOn);
  curl.set(easy, CURLOPT_XFERINFODATA, d);
}

int32_t cfetch_get(const char *address, cfetch_limits limits,
                   int32_t (*is_stopped)(const void *context), const void *context,
                   cfetch_answer *answer) {
  memset(answer, 0, sizeof *answer);
  pthread_once(&opened, openLibrary);
  if (!curl.isThere) return cfetch_library_missing;
  void *easy = curl.start();
  if (!easy) return cfetch_failed;
  download d = {answer, 0, limits.bytes, 0, is_stopped, context};
  setUp(easy, address, limits, &d);
  int code = curl.perform(easy);
  long status = 0;
  char *last = NULL;
  curl.info(easy, CURLINFO_RESPONSE_CODE, &status);
  curl.info(easy, CURLINFO_EFFECTIVE_URL, &last);
  answer->status = status;
  answer->address = strdup(last ? last : address);
  if (code && !answer->message[0]) {
    snprintf(answer->message, sizeof answer->message, "%s", curl.words(code));
  }
  curl.end(easy);
  return outcome(code, &d);
}

void cfetch_free(cfetch_answer *answer) {
  free(answer->bytes);
  free(answer->address);
  answer->bytes = NULL;
  answer->address = NULL;
}

#define _GNU_SOURCE
#include "CEditLine.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

enum { limit = 16 };

static int ends[2] = {-1, -1};
static int32_t watched[limit];
static struct sigaction former[limit];
static int32_t installed = 0;

// Async-signal-safe: one write, errno as before. A full pipe has reported the signal already.
static void report(int number) {
  int before = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(ends[1], &byte, 1);
  (void)written;
  errno = before;
}

int32_t cel_signals_open(const int32_t *signals, int32_t count) {
  if (ends[0] >= 0 || count > limit) {
    errno = ends[0] >= 0 ? EBUSY : EINVAL;
    return -1;
  }
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = report;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  for (int32_t i = 0; i < count; i++) {
    if (sigaction(signals[i], &action, &former[installed]) == 0) watched[installed++] = signals[i];
  }
  // Whoever started the program may have blocked them: a signal that never comes stops nothing.
  sigset_t wanted;
  sigemptyset(&wanted);
  for (int32_t i = 0; i < installed; i++) sigaddset(&wanted, watched[i]);
  pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
  return ends[0];
}

void cel_signals_close(void) {
  while (installed > 0) {
    installed--;
    sigaction(watched[installed], &former[installed], NULL);
  }
  if (ends[0] >= 0) close(ends[0]);
  if (ends[1] >= 0) close(ends[1]);
  ends[0] = ends[1] = -1;
}

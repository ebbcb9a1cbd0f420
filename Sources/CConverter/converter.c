#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "include/CConverter.h"

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/// The bytes as a file without a name.
static int file_of(const uint8_t *bytes, int64_t length) {
  int file = memfd_create("source", MFD_CLOEXEC);
  for (int64_t done = 0; file >= 0 && done < length;) {
    ssize_t count = write(file, bytes + done, (size_t)(length - done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      close(file);
      return -1;
    }
    done += count;
  }
  if (file >= 0) lseek(file, 0, SEEK_SET);
  return file;
}

/// Starts the program in a group of its own; gives errno.
static int start(const char *const *arguments, int input, int output, pid_t *child) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  sigset_t none;
  sigemptyset(&none);
  sigset_t defaults;
  sigfillset(&defaults);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                            POSIX_SPAWN_SETSIGDEF);
  char path[] = "PATH=/usr/local/bin:/usr/bin:/bin";
  char locale[] = "LC_ALL=C.UTF-8";
  const char *own = getenv("PATH");
  char *environment[3] = {path, locale, NULL};
  char *copied = NULL;
  if (own && (copied = malloc(strlen(own) + 6))) {
    strcpy(copied, "PATH=");
    strcat(copied, own);
    environment[0] = copied;
  }
  int error = posix_spawnp(child, arguments[0], &actions, &attributes, (char *const *)arguments,
                           environment);
  free(copied);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

static void limit(pid_t child, int32_t seconds, int64_t memory) {
  struct rlimit time = {(rlim_t)seconds, (rlim_t)seconds + 1};
  struct rlimit space = {(rlim_t)memory, (rlim_t)memory};
  struct rlimit none = {0, 0};
  prlimit(child, RLIMIT_CPU, &time, NULL);
  prlimit(child, RLIMIT_AS, &space, NULL);
  prlimit(child, RLIMIT_CORE, &none, NULL);
}

/// Until when a program may run, and who may end it before.
typedef struct {
  int64_t deadline;
  cconverter_is_stopped is_stopped;
  const void *context;
} patience;

/// What ends the waiting: `cconverter_done` where nothing does.
static int32_t ended(const patience *p) {
  if (p->is_stopped && p->is_stopped(p->context)) return cconverter_stopped;
  return now() < p->deadline ? cconverter_done : cconverter_too_slow;
}

/// So long nobody is asked, in milliseconds.
enum { Step = 100 };

/// Collects what comes until the end, too much, or the end of the patience.
static int32_t collect(int from, const patience *p, int64_t most, cconverter_output *output) {
  int64_t capacity = 0;
  for (;;) {
    int32_t end = ended(p);
    if (end != cconverter_done) return end;
    struct pollfd one = {from, POLLIN, 0};
    int ready = poll(&one, 1, Step);
    if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
    if (ready < 0) return cconverter_failed;
    if (capacity - output->length < 65536) {
      capacity = capacity ? capacity * 2 : 262144;
      uint8_t *moved = realloc(output->bytes, (size_t)capacity);
      if (!moved) return cconverter_too_much;
      output->bytes = moved;
    }
    ssize_t count = read(from, output->bytes + output->length, 65536);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return cconverter_failed;
    if (count == 0) return cconverter_done;
    output->length += count;
    if (output->length > most) return cconverter_too_much;
  }
}

/// Waits for the end of the program as long as the patience lasts.
static int32_t finish(pid_t child, const patience *p, int32_t result, cconverter_output *output) {
  int status = 0;
  if (result == cconverter_done) {
    pid_t gone;
    struct timespec pause = {0, 5000000};
    while ((gone = waitpid(child, &status, WNOHANG)) == 0 && result == cconverter_done) {
      nanosleep(&pause, NULL);
      result = ended(p);
    }
    // Where the system reaps children by itself there is nothing left to wait for or to end, and what
    // it made is all there is to go by.
    if (gone < 0) return output->length > 0 ? cconverter_done : cconverter_failed;
    if (gone == child) {
      output->exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      if (output->exit == 128 + SIGXCPU) return cconverter_too_slow;
      return output->exit == 127 ? cconverter_missing : cconverter_done;
    }
  }
  kill(-child, SIGKILL);
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  return result;
}

int32_t cconverter_run(const char *const *arguments, const uint8_t *bytes, int64_t length,
                       cconverter_limits limits, cconverter_is_stopped is_stopped,
                       const void *context, cconverter_output *output) {
  memset(output, 0, sizeof *output);
  int ends[2];
  int input = file_of(bytes, length);
  if (input < 0) return cconverter_failed;
  if (pipe2(ends, O_CLOEXEC) != 0) {
    close(input);
    return cconverter_failed;
  }
  pid_t child;
  int error = start(arguments, input, ends[1], &child);
  close(input);
  close(ends[1]);
  int32_t result = error == ENOENT ? cconverter_missing : cconverter_failed;
  if (!error) {
    limit(child, limits.seconds, limits.memory);
    patience p = {now() + (int64_t)limits.seconds * 1000, is_stopped, context};
    result = collect(ends[0], &p, limits.most, output);
    result = finish(child, &p, result, output);
  }
  close(ends[0]);
  return result;
}

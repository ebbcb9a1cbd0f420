// A pseudo-terminal for tests; posix_openpt and friends are not usable from Swift directly.

#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <stdint.h>

/// Opens a pseudo-terminal of a size in cells. 0, or -1 with errno.
int32_t cpt_open(int32_t *master, int32_t *slave, int32_t columns, int32_t rows);

/// Changes the size.
int32_t cpt_resize(int32_t master, int32_t columns, int32_t rows);

/// Whether the terminal is in canonical mode with echo, as a shell leaves it: 1, else 0.
int32_t cpt_is_cooked(int32_t slave);

/// Starts a program in a folder, as the leader of a session whose terminal this is. Words and
/// environment end with a null pointer. The process, or -1.
int32_t cpt_start(int32_t slave, const char *folder, char *const words[], char *const environment[]);

#endif

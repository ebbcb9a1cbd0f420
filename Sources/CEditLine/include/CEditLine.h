// The part of libedit in use, behind plain C types.
//
// libedit's el_wset and el_wget are variadic, so Swift cannot call them: here stands one typed
// function for each operation in use. Scalars are UTF-32 values. Every call runs under a UTF-8
// character type that belongs to the calling thread, so the locale of the process, even LC_ALL=C,
// changes nothing and is not changed.

#ifndef CEDITLINE_H
#define CEDITLINE_H

#include <stdint.h>

/// One line editor on a terminal.
typedef struct CELEditor CELEditor;

/// Gives the next scalar or bound code to the editor; 0 when there will be no more.
typedef int32_t (*CELRead)(void *owner);

/// Changes the line through cel_replace_line when the code bound by cel_bind_apply arrives.
typedef void (*CELApply)(void *owner);

/// Opens an editor on duplicates of two descriptors of a terminal. NULL when that fails.
CELEditor *cel_open(int32_t input, int32_t output, void *owner, CELRead read, CELApply apply);

/// Closes the editor and its streams, and puts the terminal back as cel_open found it.
void cel_close(CELEditor *editor);

/// Takes the capabilities of a terminal type. Not 0 when the type is unknown.
int32_t cel_set_terminal(CELEditor *editor, const char *name);

/// Binds a code from 0x80 to 0x9f to one of libedit's own functions.
int32_t cel_bind(CELEditor *editor, uint8_t code, const char *function);

/// Binds a code from 0x80 to 0x9f to the apply function.
int32_t cel_bind_apply(CELEditor *editor, uint8_t code);

/// Copies the prompt, which must not contain control characters.
int32_t cel_set_prompt(CELEditor *editor, const uint32_t *scalars, int32_t count);

/// Edits one line. The number of scalars, with the line's end; 0 or less when there is none.
int32_t cel_read_line(CELEditor *editor);

/// The line being edited, or just edited: its scalars and how many there are.
const uint32_t *cel_line(CELEditor *editor, int32_t *count);

/// How many scalars stand before the cursor.
int32_t cel_cursor(CELEditor *editor);

/// Replaces the line (zero-terminated) and places the cursor; the screen follows on refresh.
void cel_replace_line(CELEditor *editor, const uint32_t *scalars, int32_t cursor);

/// Draws prompt and line anew; the terminal's cursor must stand at the start of an empty row.
void cel_refresh(CELEditor *editor);

/// Says how many columns and rows the editor may count on, until the next line begins.
void cel_set_size(CELEditor *editor, int32_t columns, int32_t rows);

/// 1 puts the terminal into editing mode, 0 back into the mode for commands.
void cel_set_raw(CELEditor *editor, int32_t raw);

/// The window's size in cells. Not 0 when the descriptor is not a terminal or does not know.
int32_t cel_window_size(int32_t descriptor, int32_t *columns, int32_t *rows);

/// Reports signals through a pipe, one byte each. Its reading end, or -1 with errno (EBUSY when
/// the process has one already).
int32_t cel_signals_open(const int32_t *signals, int32_t count);

/// Puts the former handlers back and closes the pipe.
void cel_signals_close(void);

#endif

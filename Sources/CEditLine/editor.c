#define _GNU_SOURCE
#include "CEditLine.h"

#include <fcntl.h>
#include <histedit.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "a wchar_t holds one UTF-32 value");

struct CELEditor {
  EditLine *line;
  FILE *input, *output, *complaints;
  locale_t ctype;
  struct termios found;
  wchar_t *prompt;
  void *owner;
  CELRead read;
  CELApply apply;
};

static CELEditor *editor_of(EditLine *line) {
  void *data = NULL;
  el_wget(line, EL_CLIENTDATA, &data);
  return data;
}

static int read_scalar(EditLine *line, wchar_t *scalar) {
  CELEditor *editor = editor_of(line);
  int32_t value = editor->read(editor->owner);
  *scalar = (wchar_t)value;
  return value > 0 ? 1 : 0;
}

static unsigned char apply_edit(EditLine *line, wint_t code) {
  (void)code;
  CELEditor *editor = editor_of(line);
  editor->apply(editor->owner);
  return CC_REFRESH;
}

static wchar_t *give_prompt(EditLine *line) {
  static wchar_t none[] = L"";
  CELEditor *editor = editor_of(line);
  return editor != NULL && editor->prompt != NULL ? editor->prompt : none;
}

static FILE *stream_on_duplicate(int32_t descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  if (copy < 0) return NULL;
  FILE *stream = fdopen(copy, mode);
  if (stream == NULL) close(copy);
  return stream;
}

static void release(CELEditor *editor) {
  if (editor->input != NULL) fclose(editor->input);
  if (editor->output != NULL) fclose(editor->output);
  if (editor->complaints != NULL) fclose(editor->complaints);
  if (editor->ctype != (locale_t)0) freelocale(editor->ctype);
  free(editor->prompt);
  free(editor);
}

static int open_parts(CELEditor *editor, int32_t input, int32_t output) {
  if (tcgetattr(input, &editor->found) != 0) return 0;
  editor->ctype = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  editor->input = stream_on_duplicate(input, "r");
  editor->output = stream_on_duplicate(output, "w");
  // libedit complains about unknown terminal types there.
  editor->complaints = fopen("/dev/null", "we");
  return editor->ctype != (locale_t)0 && editor->input != NULL && editor->output != NULL &&
         editor->complaints != NULL;
}

static int open_line(CELEditor *editor) {
  editor->line = el_init_fd("verbatim", editor->input, editor->output, editor->complaints,
                            fileno(editor->input), fileno(editor->output),
                            fileno(editor->complaints));
  if (editor->line == NULL) return 0;
  el_wset(editor->line, EL_CLIENTDATA, editor);
  el_wset(editor->line, EL_PROMPT, give_prompt);
  el_wset(editor->line, EL_EDITOR, L"emacs");
  el_wset(editor->line, EL_EDITMODE, 1);
  el_wset(editor->line, EL_SIGNAL, 0);
  el_wset(editor->line, EL_GETCFN, read_scalar);
  el_wset(editor->line, EL_ADDFN, L"verbatim-apply", L"Apply an edit", apply_edit);
  // Bytes come as typed: control characters in their order, Ctrl-S too, and CR LF as two.
  el_wset(editor->line, EL_SETTY, L"-d", L"-isig", L"-ixon", L"-icrnl", L"-inlcr",
          NULL);
  tcsetattr(fileno(editor->input), TCSADRAIN, &editor->found);
  return 1;
}

CELEditor *cel_open(int32_t input, int32_t output, void *owner, CELRead read, CELApply apply) {
  CELEditor *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->owner = owner;
  editor->read = read;
  editor->apply = apply;
  int opened = open_parts(editor, input, output);
  if (opened) {
    locale_t before = uselocale(editor->ctype);
    opened = open_line(editor);
    uselocale(before);
  }
  if (!opened) {
    release(editor);
    return NULL;
  }
  return editor;
}

void cel_close(CELEditor *editor) {
  locale_t before = uselocale(editor->ctype);
  el_end(editor->line);
  uselocale(before);
  fflush(editor->output);
  tcsetattr(fileno(editor->input), TCSADRAIN, &editor->found);
  release(editor);
}

int32_t cel_set_terminal(CELEditor *editor, const char *name) {
  locale_t before = uselocale(editor->ctype);
  int result = el_wset(editor->line, EL_TERMINAL, name);
  el_wset(editor->line, EL_EDITMODE, 1);
  uselocale(before);
  return result;
}

static int32_t bind_name(CELEditor *editor, uint8_t code, const wchar_t *name) {
  wchar_t key[2] = {code, 0};
  locale_t before = uselocale(editor->ctype);
  int result = el_wset(editor->line, EL_BIND, key, name, NULL);
  uselocale(before);
  return result;
}

int32_t cel_bind(CELEditor *editor, uint8_t code, const char *function) {
  wchar_t name[64];
  size_t length = strlen(function);
  if (length >= 64) return -1;
  for (size_t i = 0; i <= length; i++) name[i] = (unsigned char)function[i];
  return bind_name(editor, code, name);
}

int32_t cel_bind_apply(CELEditor *editor, uint8_t code) {
  return bind_name(editor, code, L"verbatim-apply");
}

int32_t cel_set_prompt(CELEditor *editor, const uint32_t *scalars, int32_t count) {
  wchar_t *copy = calloc((size_t)count + 1, sizeof *copy);
  if (copy == NULL) return -1;
  memcpy(copy, scalars, (size_t)count * sizeof *copy);
  free(editor->prompt);
  editor->prompt = copy;
  return 0;
}

int32_t cel_read_line(CELEditor *editor) {
  int count = 0;
  locale_t before = uselocale(editor->ctype);
  el_wgets(editor->line, &count);
  uselocale(before);
  return count;
}

const uint32_t *cel_line(CELEditor *editor, int32_t *count) {
  const LineInfoW *info = el_wline(editor->line);
  *count = (int32_t)(info->lastchar - info->buffer);
  return (const uint32_t *)(const void *)info->buffer;
}

int32_t cel_cursor(CELEditor *editor) {
  const LineInfoW *info = el_wline(editor->line);
  return (int32_t)(info->cursor - info->buffer);
}

void cel_replace_line(CELEditor *editor, const uint32_t *scalars, int32_t cursor) {
  const LineInfoW *info = el_wline(editor->line);
  int length = (int)(info->lastchar - info->buffer);
  el_cursor(editor->line, (int)(info->lastchar - info->cursor));
  if (length > 0) el_deletestr(editor->line, length);
  el_winsertstr(editor->line, (const wchar_t *)(const void *)scalars);
  info = el_wline(editor->line);
  el_cursor(editor->line, cursor - (int)(info->cursor - info->buffer));
}

void cel_refresh(CELEditor *editor) { el_wset(editor->line, EL_REFRESH); }

void cel_set_size(CELEditor *editor, int32_t columns, int32_t rows) {
  wchar_t number[16];
  swprintf(number, 16, L"%d", (int)columns);
  el_wset(editor->line, EL_SETTC, L"co", number, NULL);
  swprintf(number, 16, L"%d", (int)rows);
  el_wset(editor->line, EL_SETTC, L"li", number, NULL);
}

void cel_set_raw(CELEditor *editor, int32_t raw) {
  if (raw) {
    el_wset(editor->line, EL_PREP_TERM, 1);
  } else {
    el_wset(editor->line, EL_PREP_TERM, 0);
    tcsetattr(fileno(editor->input), TCSADRAIN, &editor->found);
  }
}

int32_t cel_window_size(int32_t descriptor, int32_t *columns, int32_t *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

// What Swift cannot see of ncurses and of Linux (macros, variadics, globals), as small accessors.
#ifndef ELEVTJENESTEN_CNCURSES_SHIM_H
#define ELEVTJENESTEN_CNCURSES_SHIM_H

// pkg-config's -D flags are not passed on, and without this get_wch and cchar_t do not exist.
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <term.h>
// term.h names capabilities with macros as common words; none of them may leak into Swift.
#undef columns
#undef lines

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// wchar.h hides it without _XOPEN_SOURCE.
extern int wcwidth(wchar_t);

// ---- The screen. stdin, stdout and stdscr are globals that Swift rightly refuses to touch.

static inline SCREEN *desk_newterm(const char *type) { return newterm(type, stdout, stdin); }
static inline WINDOW *desk_window(void) { return stdscr; }
static inline int desk_rows(WINDOW *window) { return getmaxy(window); }
static inline int desk_columns(WINDOW *window) { return getmaxx(window); }
static inline int desk_colours(void) { return COLORS; }
static inline void desk_repaint(void) { clearok(curscr, TRUE); }
static inline int desk_wcwidth(wchar_t scalar) { return wcwidth(scalar); }

/// The size the kernel has for the window; 0 when it has one.
static inline int desk_kernel_size(int *rows, int *columns) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return -1;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}

static inline attr_t desk_bold(void) { return A_BOLD; }
static inline attr_t desk_underline(void) { return A_UNDERLINE; }
static inline attr_t desk_dim(void) { return A_DIM; }
static inline attr_t desk_reverse(void) { return A_REVERSE; }

/// Puts one cell: a base scalar and its marks, each 0 when there are fewer.
static inline void desk_put(
    WINDOW *window, int row, int column, wchar_t base, const wchar_t marks[4], attr_t attributes,
    short pair) {
  const wchar_t text[] = {base, marks[0], marks[1], marks[2], marks[3], 0};
  cchar_t cell;
  if (setcchar(&cell, text, attributes, pair, NULL) == OK) mvwadd_wch(window, row, column, &cell);
}

// ---- Terminfo. The names are fixed strings, but C declares them as writable.

/// The string capability, or NULL when the terminal has none.
static inline const char *desk_capability(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (const char *)-1 ? NULL : value;
}

static inline void desk_define_key(const char *bytes, int code) { define_key(bytes, code); }
static inline void desk_forget_terminfo(void) { if (cur_term) del_curterm(cur_term); }

// ---- Signals. <sys/signalfd.h> is not part of Swift's Glibc module.

static inline int desk_signal_descriptor(const sigset_t *signals) {
  return signalfd(-1, signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

/// The next waiting signal, or 0.
static inline int desk_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

// ---- The last resort. A handler for a fatal signal may do almost nothing, and cannot be Swift.
// This state is static in a header, so each Swift file that touches it would get a copy of its
// own: only FatalRestoration.swift may.

struct desk_rescue {
  struct termios attributes;
  char bytes[256];
  int length;
};

static inline struct desk_rescue *desk_rescue(void) {
  static struct desk_rescue state;
  return &state;
}

static const int desk_fatal_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};

static void desk_on_fatal_signal(int number) {
  const struct desk_rescue *state = desk_rescue();
  tcsetattr(STDIN_FILENO, TCSANOW, &state->attributes);
  if (write(STDOUT_FILENO, state->bytes, (size_t)state->length) < 0) { /* nothing left to try */ }
  // SA_RESETHAND has put the default action back: the process ends by the signal it got.
  raise(number);
}

/// Prepares everything now, so that the handler allocates and computes nothing.
static inline int desk_arm_rescue(const struct termios *attributes, const char *bytes, int length) {
  static char stack[65536];
  struct desk_rescue *state = desk_rescue();
  if (length > (int)sizeof state->bytes) return -1;
  state->attributes = *attributes;
  memcpy(state->bytes, bytes, (size_t)length);
  state->length = length;
  // A stack that has overflowed cannot run its own handler.
  stack_t spare = {.ss_sp = stack, .ss_flags = 0, .ss_size = sizeof stack};
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = desk_on_fatal_signal;
  sigemptyset(&action.sa_mask);
  action.sa_flags = (int)(SA_RESETHAND | (sigaltstack(&spare, NULL) == 0 ? SA_ONSTACK : 0));
  for (unsigned i = 0; i < sizeof desk_fatal_signals / sizeof *desk_fatal_signals; i++)
    sigaction(desk_fatal_signals[i], &action, NULL);
  return 0;
}

static inline void desk_disarm_rescue(void) {
  for (unsigned i = 0; i < sizeof desk_fatal_signals / sizeof *desk_fatal_signals; i++)
    signal(desk_fatal_signals[i], SIG_DFL);
}

#endif

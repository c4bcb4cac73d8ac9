// What Swift cannot see of ncurses (macros, variadics, globals), as small inline accessors.
#ifndef ELEVTJENESTEN_CNCURSES_SHIM_H
#define ELEVTJENESTEN_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>

#endif

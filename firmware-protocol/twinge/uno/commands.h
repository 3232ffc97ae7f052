/* Collects lines from the host and tells what they say. */
#ifndef COMMANDS_H
#define COMMANDS_H

#include <stdint.h>

enum { COMMAND_BYTES = 64 };

/* Takes one byte; the line without its end once it is whole, else 0. A line that is too long comes as TOO_LONG. */
const char *command_take(uint8_t byte);
extern const char TOO_LONG[];

/* What follows "NAME " in a line that begins so, else 0. */
const char *command_argument(const char *line, const char *name);
/* A decimal number that is the whole text; false if it is none. */
uint8_t command_number(const char *text, uint32_t *value);
/* Rising input numbers, "1,2,4", each 1 to most; returns how many, 0 if it is no such list. */
uint8_t command_list(const char *text, uint8_t most, uint8_t *into);

#endif

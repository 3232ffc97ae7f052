/* Name of this very board, kept in its EEPROM, so that it is known again on another port. */
#ifndef IDENTITY_H
#define IDENTITY_H

#include <stdint.h>

enum { IDENTITY_BYTES = 8 };

/* Reads the name; returns its length, 0 if it was never given one. */
uint8_t identity_read(char *name);
/* False if it is longer than IDENTITY_BYTES or has other than letters, digits and dashes. */
uint8_t identity_write(const char *name);

#endif

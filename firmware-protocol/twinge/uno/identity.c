#include "identity.h"

#include <avr/eeprom.h>
#include <ctype.h>
#include <string.h>

static uint8_t allowed(char each) {
    return isalnum((unsigned char)each) || each == '-';
}

uint8_t identity_read(char *name) {
    uint8_t length = 0;
    while (length < IDENTITY_BYTES) {
        char each = (char)eeprom_read_byte((const uint8_t *)(uintptr_t)length);
        if (!allowed(each)) {
            break;
        }
        name[length++] = each;
    }
    return length;
}

uint8_t identity_write(const char *name) {
    size_t length = strlen(name);
    if (length > IDENTITY_BYTES) {
        return 0;
    }
    for (size_t i = 0; i < length; i++) {
        if (!allowed(name[i])) {
            return 0;
        }
    }
    for (size_t i = 0; i < IDENTITY_BYTES; i++) { /* a byte takes 3.4 ms; the ring holds 50 */
        eeprom_update_byte((uint8_t *)(uintptr_t)i, i < length ? (uint8_t)name[i] : 0xFF);
    }
    return 1;
}

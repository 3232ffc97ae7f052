#include "commands.h"

#include <string.h>

const char TOO_LONG[] = "(too long)";

static char line[COMMAND_BYTES + 1];
static uint8_t length;
static uint8_t overflow;

const char *command_take(uint8_t byte) {
    if (byte != '\n' && byte != '\r') {
        if (length < COMMAND_BYTES) {
            line[length++] = (char)byte;
        } else {
            overflow = 1;
        }
        return 0;
    }
    line[length] = 0;
    const char *whole = overflow ? TOO_LONG : length > 0 ? line : 0;
    length = 0;
    overflow = 0;
    return whole;
}

const char *command_argument(const char *text, const char *name) {
    size_t size = strlen(name);
    return strncmp(text, name, size) == 0 && text[size] == ' ' ? text + size + 1 : 0;
}

/* Digits at the start of a text; returns what comes behind them, 0 if there are none or too many. */
static const char *digits(const char *text, uint32_t *value) {
    const char *end = text;
    *value = 0;
    while (*end >= '0' && *end <= '9') {
        uint8_t digit = (uint8_t)(*end - '0');
        if (*value > (UINT32_MAX - digit) / 10) {
            return 0;
        }
        *value = *value * 10 + digit;
        end++;
    }
    return end == text ? 0 : end;
}

uint8_t command_number(const char *text, uint32_t *value) {
    const char *end = digits(text, value);
    return end && *end == 0;
}

uint8_t command_list(const char *text, uint8_t most, uint8_t *into) {
    uint8_t count = 0;
    while (count < most) {
        uint32_t value;
        const char *end = digits(text, &value);
        if (!end || value < 1 || value > most || (count > 0 && value <= into[count - 1])) {
            return 0;
        }
        into[count++] = (uint8_t)value;
        if (*end == 0) {
            return count;
        }
        if (*end != ',') {
            return 0;
        }
        text = end + 1;
    }
    return 0;
}

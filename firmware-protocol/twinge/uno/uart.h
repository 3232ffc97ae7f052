/* The serial port by interrupts; nothing here waits. */
#ifndef UART_H
#define UART_H

#include <stdint.h>

enum { UART_SEND_BYTES = 256 };

void uart_begin(void);
/* How many bytes can be sent at once. */
uint8_t uart_room(void);
/* Sends bytes; the caller has made sure that there is room. */
void uart_send(const uint8_t *bytes, uint8_t length);
/* The next byte that came, or -1. */
int16_t uart_read(void);

#endif

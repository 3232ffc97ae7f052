#include "uart.h"

#include <avr/interrupt.h>
#include <avr/io.h>

enum { HEARD_BYTES = 128 };

static volatile uint8_t sending[UART_SEND_BYTES]; /* indices of 8 bits wrap by themselves */
static volatile uint8_t send_head;
static volatile uint8_t send_tail;
static volatile uint8_t heard[HEARD_BYTES];
static volatile uint8_t heard_head;
static volatile uint8_t heard_tail;

void uart_begin(void) {
    UCSR0A = _BV(U2X0); /* before the divisor: simavr reckons the speed when that is written */
    UBRR0 = (uint16_t)((F_CPU / 4 / BAUD - 1) / 2);
    UCSR0C = _BV(UCSZ01) | _BV(UCSZ00);
    UCSR0B = _BV(RXEN0) | _BV(TXEN0) | _BV(RXCIE0);
}

uint8_t uart_room(void) {
    return (uint8_t)(send_tail - send_head - 1);
}

void uart_send(const uint8_t *bytes, uint8_t length) {
    uint8_t head = send_head;
    while (length-- > 0) {
        sending[head++] = *bytes++;
    }
    send_head = head;
    UCSR0B |= _BV(UDRIE0);
}

int16_t uart_read(void) {
    if (heard_head == heard_tail) {
        return -1;
    }
    uint8_t byte = heard[heard_tail];
    heard_tail = (uint8_t)((heard_tail + 1) % HEARD_BYTES);
    return byte;
}

ISR(USART_UDRE_vect) {
    if (send_head == send_tail) {
        UCSR0B &= (uint8_t)~_BV(UDRIE0);
    } else {
        UDR0 = sending[send_tail++];
    }
}

ISR(USART_RX_vect) {
    uint8_t byte = UDR0;
    uint8_t next = (uint8_t)((heard_head + 1) % HEARD_BYTES);
    if (next != heard_tail) {
        heard[heard_head] = byte;
        heard_head = next;
    }
}

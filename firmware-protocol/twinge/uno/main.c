/*
 * Twinge firmware for the Arduino Uno R3: samples up to six inputs, sends them as ../README.md tells, and takes commands
 * meanwhile. The main loop never waits: a frame is sent when the line has room for the whole of it, and until then it
 * lies in the sampler's ring; what finds no room there is dropped a frame at a time, and counted.
 */
#include <avr/interrupt.h>
#include <avr/io.h>
#include <string.h>

#include "commands.h"
#include "identity.h"
#include "sampler.h"
#include "twinge.h"
#include "uart.h"

#define FIRMWARE "twinge-uno 1.0"
#define MODEL "UNO-R3"
#define SECOND 1000000UL

enum {
    CLOCK_PPM = 5000, /* the Uno's processor runs on a ceramic resonator, 0.5 % */
    REPLY_ROOM = 90,  /* the longest answer to a command */
    HELLO_ROOM = 220, /* the longest HELLO: six inputs */
    HELLO_SECONDS = 5,
    BUTTON_MICROS = 20000
};

static uint8_t frame_bytes[UART_SEND_BYTES];
static uint16_t rate_hz = RATE;
static uint8_t inputs[SAMPLER_INPUTS] = {1, 2, 3, 4, 5, 6};
static uint8_t input_count = CHANNELS;
static uint8_t streaming = 1;
static uint8_t booted = 1;
static uint8_t hello_due = 1;
static uint8_t stats_due;
static uint32_t schema;
static uint16_t sequence;
static uint32_t second_began;
static uint8_t seconds;
static uint32_t ident_until;
static uint8_t button_down;
static uint32_t button_changed;

static void send(uint16_t length) {
    uart_send(frame_bytes, (uint8_t)length);
}

static void send_hello(void) {
    struct twinge_frame frame;
    char name[IDENTITY_BYTES];
    uint8_t name_length = identity_read(name);
    twinge_hello(&frame, frame_bytes, sizeof frame_bytes, 0, 0);
    twinge_tag_text(&frame, TWINGE_TAG_FIRMWARE, FIRMWARE, sizeof FIRMWARE - 1);
    twinge_tag_text(&frame, TWINGE_TAG_MODEL, MODEL, sizeof MODEL - 1);
    if (name_length > 0) {
        twinge_tag_text(&frame, TWINGE_TAG_SERIAL, name, name_length);
    }
    twinge_tag16(&frame, TWINGE_TAG_CLOCK_PPM, CLOCK_PPM);
    twinge_tag8(&frame, TWINGE_TAG_STATE,
                (uint8_t)((streaming ? TWINGE_STATE_STREAMING : 0) | (booted ? TWINGE_STATE_BOOTED : 0)));
    twinge_tag_stream(&frame, 0, rate_hz * 1000UL, BATCH, input_count);
    for (uint8_t i = 0; i < input_count; i++) {
        char label[2] = {'A', (char)('0' + inputs[i] - 1)};
        struct twinge_channel channel = {
            .stream = 0,
            .input = inputs[i],
            .kind = ENVELOPE ? TWINGE_KIND_ENVELOPE : TWINGE_KIND_EMG,
            .bits = 10,
            .unit = TWINGE_UNIT_VOLT,
            .range_millionths = 5000000UL,
            .gain_thousandths = GAIN_THOUSANDTHS,
            .zero = ENVELOPE ? 0 : 512,
        };
        twinge_tag_channel(&frame, &channel, label, sizeof label);
    }
    send(twinge_end_hello(&frame, &schema));
    booted = 0;
    stats_due = 1;
}

static void send_stats(void) {
    struct sampler_totals totals = sampler_totals();
    send(twinge_stats(frame_bytes, sizeof frame_bytes, 0, sampler_micros(), totals.sampled, totals.dropped,
                      totals.overruns, 0));
}

/* Length of a data frame on the line. */
static uint8_t data_bytes(void) {
    return (uint8_t)(12 + 2 * input_count * BATCH + 4 + 2);
}

static void send_data(const struct sampler_slot *slot) {
    struct twinge_frame frame;
    twinge_data(&frame, frame_bytes, sizeof frame_bytes, 0, schema, slot->flags, sequence++, slot->sample, slot->micros);
    for (uint8_t i = 0; i < input_count * BATCH; i++) {
        twinge_put16(&frame, slot->counts[i]);
    }
    send(twinge_end(&frame));
}

/* Whether the line carries it, at 10 bits a byte and with a twentieth to spare for the rest. */
static uint8_t line_carries(uint16_t rate, uint8_t count) {
#ifdef UNCHECKED_LINE
    (void)rate;
    (void)count;
    return 1;
#else
    return (18UL + 2UL * count * BATCH) * 10 * rate / BATCH <= BAUD / 20 * 19;
#endif
}

static uint8_t begin(uint16_t rate, const uint8_t *wished, uint8_t count) {
    if (!line_carries(rate, count) || !sampler_begin(rate, wished, count, BATCH)) {
        return TWINGE_ERROR_ARGUMENT;
    }
    rate_hz = rate;
    memmove(inputs, wished, count);
    input_count = count;
    hello_due = 1;
    return TWINGE_OK;
}

static uint8_t set_rate(const char *text) {
    uint32_t value;
    return command_number(text, &value) && value <= UINT16_MAX ? begin((uint16_t)value, inputs, input_count)
                                                               : TWINGE_ERROR_ARGUMENT;
}

static uint8_t set_inputs(const char *text) {
    uint8_t wished[SAMPLER_INPUTS];
    uint8_t count = command_list(text, SAMPLER_INPUTS, wished);
    return count > 0 ? begin(rate_hz, wished, count) : TWINGE_ERROR_ARGUMENT;
}

/* Carries out a command that is answered by ACK; returns the error to tell. */
static uint8_t carry_out(const char *line) {
    const char *argument;
    if (line == TOO_LONG) {
        return TWINGE_ERROR_TOO_LONG;
    }
    if (strcmp(line, "?") == 0) {
        hello_due = 1;
        return TWINGE_OK;
    }
    if (strcmp(line, "START") == 0 || strcmp(line, "STOP") == 0) {
        streaming = line[2] == 'A';
        hello_due = 1;
        return TWINGE_OK;
    }
    if (strcmp(line, "IDENT") == 0) {
        ident_until = sampler_micros() + 3 * SECOND;
        PORTB |= _BV(PORTB5);
        return TWINGE_OK;
    }
    if ((argument = command_argument(line, "RATE"))) {
        return set_rate(argument);
    }
    if ((argument = command_argument(line, "CH"))) {
        return set_inputs(argument);
    }
    if ((argument = command_argument(line, "NAME"))) {
        hello_due = 1;
        return identity_write(argument) ? TWINGE_OK : TWINGE_ERROR_ARGUMENT;
    }
    return TWINGE_ERROR_UNKNOWN;
}

static void obey(const char *line) {
    const char *argument;
    uint32_t nonce;
    if ((argument = command_argument(line, "PING")) && command_number(argument, &nonce)) {
        send(twinge_pong(frame_bytes, sizeof frame_bytes, nonce, sampler_micros()));
    } else if ((argument = command_argument(line, "MARK")) && *argument) {
        send(twinge_mark(frame_bytes, sizeof frame_bytes, sampler_totals().sampled, sampler_micros(), argument,
                         (uint8_t)strlen(argument)));
    } else {
        uint8_t error = carry_out(line);
        send(twinge_ack(frame_bytes, sizeof frame_bytes, error, line, (uint8_t)strlen(line)));
    }
}

static void listen(void) {
    int16_t byte;
    while (uart_room() >= REPLY_ROOM && (byte = uart_read()) >= 0) {
        const char *line = command_take((uint8_t)byte);
        if (line) {
            obey(line);
        }
    }
}

/* A button from D2 to ground; its contacts have come to rest after 20 ms. */
static void watch_button(uint32_t now) {
    uint8_t down = !(PIND & _BV(PIND2));
    if (down != button_down && now - button_changed > BUTTON_MICROS && uart_room() >= REPLY_ROOM) {
        button_down = down;
        button_changed = now;
        send(twinge_event(frame_bytes, sizeof frame_bytes, down ? TWINGE_EVENT_BUTTON_DOWN : TWINGE_EVENT_BUTTON_UP, 1,
                          sampler_totals().sampled, now));
    }
}

static void watch_clock(uint32_t now) {
    if (now - second_began >= SECOND) {
        second_began += SECOND;
        stats_due = 1;
        if (++seconds == HELLO_SECONDS) {
            seconds = 0;
            hello_due = 1;
        }
    }
    if ((PORTB & _BV(PORTB5)) && (int32_t)(now - ident_until) >= 0) {
        PORTB &= (uint8_t)~_BV(PORTB5);
    }
}

/* HELLO goes before data, for data wants the schema that it tells; it is short enough for the ring to wait. */
static void talk(void) {
    if (hello_due) {
        if (uart_room() >= HELLO_ROOM) {
            hello_due = 0;
            send_hello();
        }
        return;
    }
    if (stats_due && uart_room() >= REPLY_ROOM) {
        stats_due = 0;
        send_stats();
    }
    const struct sampler_slot *slot = sampler_oldest();
    if (slot && uart_room() >= data_bytes()) {
        if (streaming) {
            send_data(slot);
        }
        sampler_release();
    }
}

int main(void) {
    DDRB |= _BV(DDB5);
    PORTD |= _BV(PORTD2);
    uart_begin();
    sampler_begin(rate_hz, inputs, input_count, BATCH);
    sei();
    for (;;) {
        uint32_t now = sampler_micros();
        listen();
        watch_button(now);
        watch_clock(now);
        talk();
    }
}

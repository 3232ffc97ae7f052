/*
 * Twinge firmware as an Arduino sketch, for boards that are faster than an Uno R3: Uno R4, ESP32, Teensy, and others
 * with the usual functions. (The Uno R3 has firmware of its own in ../../uno, which is exact to the microsecond.)
 *
 * Copy twinge.c and twinge.h from ../../c into this folder, open it in the Arduino IDE, choose the board, upload.
 *
 * The inputs are read when their time has come, in loop(); an instant that was missed counts as dropped. Frames wait in a
 * ring until the port has room for them, and are dropped whole when the ring is full. What goes out is told in ../../README.md.
 */
#include "twinge.h"

static const uint8_t PINS[] = {A0, A1, A2, A3};
static const uint8_t CHANNELS = sizeof PINS;
static const uint8_t SAMPLES_PER_FRAME = 5;
#ifndef TWINGE_RATE_HZ
#define TWINGE_RATE_HZ 1000
#endif
static const uint32_t RATE_HZ = TWINGE_RATE_HZ; /* must divide a million */
static const uint32_t BAUD = 500000;  /* of no meaning on a board with USB of its own */
static const uint32_t GAIN_THOUSANDTHS = 0; /* of the amplifier before the inputs; 0: not known */

#if defined(__AVR__)
static const uint8_t BITS = 10;
static const uint32_t RANGE_MILLIONTHS = 5000000;
static const char MODEL[] = "AVR";
static const uint8_t WAITING_FRAMES = 12;
#else
static const uint8_t BITS = 12;
static const uint8_t WAITING_FRAMES = 40; /* 200 ms */
#if defined(ARDUINO_UNOR4_MINIMA) || defined(ARDUINO_UNOR4_WIFI)
static const uint32_t RANGE_MILLIONTHS = 5000000;
static const char MODEL[] = "UNO-R4";
#elif defined(ESP32)
static const uint32_t RANGE_MILLIONTHS = 3300000; /* not linear near its ends: keep the signal between 0.2 and 2.4 V */
static const char MODEL[] = "ESP32";
#elif defined(TEENSYDUINO)
static const uint32_t RANGE_MILLIONTHS = 3300000;
static const char MODEL[] = "TEENSY";
#else
static const uint32_t RANGE_MILLIONTHS = 3300000;
static const char MODEL[] = "ARDUINO";
#endif
#endif

static const uint32_t PERIOD_MICROS = 1000000UL / RATE_HZ;
static const uint16_t FRAME_BYTES = 12 + 2 * CHANNELS * SAMPLES_PER_FRAME + 4 + 2;
static const uint32_t HELLO_MILLIS = 5000;
static const uint32_t STATS_MILLIS = 1000;
static const uint8_t COMMAND_BYTES = 64;

struct waiting {
    uint32_t sample;
    uint32_t micros;
    uint8_t flags;
    uint16_t counts[CHANNELS * SAMPLES_PER_FRAME];
};

static struct waiting ring[WAITING_FRAMES];
static uint8_t newest; /* the one being filled */
static uint8_t oldest;
static uint8_t filled;
static uint8_t dropped_before;
static uint32_t next_micros;
static uint32_t instants;
static uint32_t dropped;
static uint16_t sequence;
static uint32_t schema;
static uint8_t buffer[240];
static uint8_t streaming = 1;
static uint8_t booted = 1;
static int most_room; /* that the port has for writing when it is empty; 0: this core does not tell */
static uint8_t hello_due = 1;
static uint8_t stats_due;
static uint32_t hello_millis;
static uint32_t stats_millis;
static char command[COMMAND_BYTES + 1];
static uint8_t command_length;
static uint8_t command_too_long;

/* Whether so much can be written without waiting, or the port is empty. */
static uint8_t room_for(int bytes) {
    return most_room == 0 || Serial.availableForWrite() >= (bytes < most_room ? bytes : most_room);
}

static void send(uint16_t length) {
    Serial.write(buffer, length);
}

static void send_hello() {
    struct twinge_frame frame;
    twinge_hello(&frame, buffer, sizeof buffer, 0, 0);
    twinge_tag_text(&frame, TWINGE_TAG_FIRMWARE, "twinge-sketch 1.0", 17);
    twinge_tag_text(&frame, TWINGE_TAG_MODEL, MODEL, sizeof MODEL - 1);
    twinge_tag16(&frame, TWINGE_TAG_CLOCK_PPM, 5000);
    twinge_tag8(&frame, TWINGE_TAG_STATE,
                (streaming ? TWINGE_STATE_STREAMING : 0) | (booted ? TWINGE_STATE_BOOTED : 0));
    twinge_tag_stream(&frame, 0, RATE_HZ * 1000, SAMPLES_PER_FRAME, CHANNELS);
    for (uint8_t i = 0; i < CHANNELS; i++) {
        struct twinge_channel channel = {0,    (uint8_t)(i + 1), TWINGE_KIND_EMG,  BITS,
                                         0,    TWINGE_UNIT_VOLT, RANGE_MILLIONTHS, GAIN_THOUSANDTHS,
                                         (int32_t)1 << (BITS - 1)};
        char label[2] = {'A', (char)('0' + i)};
        twinge_tag_channel(&frame, &channel, label, sizeof label);
    }
    send(twinge_end_hello(&frame, &schema));
    booted = 0;
    stats_due = 1;
}

static void send_data(const struct waiting *from) {
    struct twinge_frame frame;
    twinge_data(&frame, buffer, sizeof buffer, 0, schema, from->flags, sequence++, from->sample, from->micros);
    for (uint8_t i = 0; i < CHANNELS * SAMPLES_PER_FRAME; i++) {
        twinge_put16(&frame, from->counts[i]);
    }
    send(twinge_end(&frame));
}

static uint8_t after(uint8_t index) {
    return index + 1 == WAITING_FRAMES ? 0 : index + 1;
}

static void drop(uint32_t count) {
    dropped += count;
    dropped_before = 1;
}

/* Takes the sample whose time has come; samples of a frame are of instants in a row. */
static void sample() {
    uint32_t now = micros();
    if ((int32_t)(now - next_micros) < 0) {
        return;
    }
    uint32_t missed = (now - next_micros) / PERIOD_MICROS;
    if (missed > 0) {
        drop(missed + filled);
        filled = 0;
        instants += missed;
        next_micros += missed * PERIOD_MICROS;
    }
    struct waiting *into = &ring[newest];
    if (filled == 0) {
        into->sample = instants;
        into->micros = next_micros;
        into->flags = dropped_before ? TWINGE_FLAG_DROPPED : 0;
    }
    for (uint8_t i = 0; i < CHANNELS; i++) {
        into->counts[filled * CHANNELS + i] = (uint16_t)analogRead(PINS[i]);
    }
    instants++;
    next_micros += PERIOD_MICROS;
    if (++filled == SAMPLES_PER_FRAME) {
        filled = 0;
        if (after(newest) == oldest) { /* no room: this frame is given up, and its place filled again */
            drop(SAMPLES_PER_FRAME);
        } else {
            newest = after(newest);
            dropped_before = 0;
        }
    }
}

static uint8_t number(const char *text, uint32_t *value) {
    *value = 0;
    for (const char *at = text; *at; at++) {
        if (*at < '0' || *at > '9' || *value > (4294967295UL - (uint32_t)(*at - '0')) / 10) {
            return 0;
        }
        *value = *value * 10 + (uint32_t)(*at - '0');
    }
    return *text != 0;
}

static void obey() {
    uint32_t nonce;
    uint8_t error = command_too_long ? TWINGE_ERROR_TOO_LONG : TWINGE_ERROR_UNKNOWN;
    if (!command_too_long && strncmp(command, "PING ", 5) == 0 && number(command + 5, &nonce)) {
        send(twinge_pong(buffer, sizeof buffer, nonce, micros()));
        return;
    }
    if (!command_too_long && strncmp(command, "MARK ", 5) == 0 && command[5]) {
        send(twinge_mark(buffer, sizeof buffer, instants, micros(), command + 5, (uint8_t)strlen(command + 5)));
        return;
    }
    if (!command_too_long && strcmp(command, "?") == 0) {
        error = TWINGE_OK;
    } else if (!command_too_long && (strcmp(command, "START") == 0 || strcmp(command, "STOP") == 0)) {
        streaming = command[2] == 'A';
        error = TWINGE_OK;
    }
    hello_due |= error == TWINGE_OK;
    send(twinge_ack(buffer, sizeof buffer, error, command, command_length));
}

static void listen() {
    while (Serial.available() > 0 && room_for(90)) {
        char each = (char)Serial.read();
        if (each != '\n' && each != '\r') {
            if (command_length < COMMAND_BYTES) {
                command[command_length++] = each;
            } else {
                command_too_long = 1;
            }
        } else if (command_length > 0) {
            command[command_length] = 0;
            obey();
            command_length = 0;
            command_too_long = 0;
        }
    }
}

static void talk() {
    uint32_t now = millis();
    if (now - hello_millis >= HELLO_MILLIS) {
        hello_millis = now;
        hello_due = 1;
    }
    if (now - stats_millis >= STATS_MILLIS) {
        stats_millis = now;
        stats_due = 1;
    }
    if (hello_due) { /* before data, which wants the schema that it tells */
        if (room_for(sizeof buffer)) {
            hello_due = 0;
            send_hello();
        }
        return;
    }
    if (stats_due && room_for(26)) {
        stats_due = 0;
        send(twinge_stats(buffer, sizeof buffer, 0, micros(), instants, dropped, 0, 0));
    }
    if (oldest != newest && room_for(FRAME_BYTES)) {
        if (streaming) {
            send_data(&ring[oldest]);
        }
        oldest = after(oldest);
    }
}

void setup() {
    Serial.begin(BAUD);
#if !defined(__AVR__)
    analogReadResolution(BITS);
#endif
    most_room = Serial.availableForWrite();
    next_micros = micros() + PERIOD_MICROS;
}

void loop() {
    sample();
    listen();
    sample();
    talk();
}

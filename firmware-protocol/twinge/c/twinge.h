/*
 * Encoder of the Twinge protocol, version 1.0 (see ../README.md), for any C99 or C++ compiler and any processor.
 *
 * No allocation, no globals, no library. A frame is built in a buffer of the caller's and is COBS-encoded on the way:
 *
 *     struct twinge_frame frame;
 *     twinge_data(&frame, buffer, sizeof buffer, 0, schema, flags, sequence, sample, micros);
 *     for each sample of the frame, for each channel: twinge_put16(&frame, count);
 *     length = twinge_end(&frame);            bytes to send, 0 if the buffer was too small
 */
#ifndef TWINGE_H
#define TWINGE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { TWINGE_MAJOR = 1, TWINGE_MINOR = 0 };

enum twinge_type {
    TWINGE_HELLO = 0x01,
    TWINGE_STATS = 0x02,
    TWINGE_EVENT = 0x03,
    TWINGE_TEXT = 0x04,
    TWINGE_PONG = 0x05,
    TWINGE_ACK = 0x06,
    TWINGE_MARK = 0x07,
    TWINGE_DATA = 0x10 /* plus the stream, 0 to 15 */
};

enum twinge_tag {
    TWINGE_TAG_FIRMWARE = 0x01,
    TWINGE_TAG_MODEL = 0x02,
    TWINGE_TAG_SERIAL = 0x03,
    TWINGE_TAG_CLOCK_PPM = 0x04,
    TWINGE_TAG_STATE = 0x05,
    TWINGE_TAG_STREAM = 0x40, /* this and all above are the schema */
    TWINGE_TAG_CHANNEL = 0x41
};

enum twinge_state { TWINGE_STATE_STREAMING = 1, TWINGE_STATE_BOOTED = 2 };

enum twinge_flag { TWINGE_FLAG_DROPPED = 1, TWINGE_FLAG_TEST = 2, TWINGE_FLAG_ELECTRODE_OFF = 4 };

enum twinge_kind {
    TWINGE_KIND_OTHER = 0,
    TWINGE_KIND_EMG = 1,
    TWINGE_KIND_ENVELOPE = 2,
    TWINGE_KIND_ECG = 3,
    TWINGE_KIND_ACCELERATION = 4,
    TWINGE_KIND_ROTATION = 5,
    TWINGE_KIND_TRIGGER = 6
};

enum twinge_unit { TWINGE_UNIT_NONE = 0, TWINGE_UNIT_VOLT = 1, TWINGE_UNIT_G = 2, TWINGE_UNIT_DEGREE_PER_SECOND = 3 };

enum twinge_event_code {
    TWINGE_EVENT_BUTTON_DOWN = 1,
    TWINGE_EVENT_BUTTON_UP = 2,
    TWINGE_EVENT_ELECTRODE_OFF = 3,
    TWINGE_EVENT_ELECTRODE_ON = 4,
    TWINGE_EVENT_BATTERY_LOW = 5
};

enum twinge_error {
    TWINGE_OK = 0,
    TWINGE_ERROR_UNKNOWN = 1,
    TWINGE_ERROR_ARGUMENT = 2,
    TWINGE_ERROR_TOO_LONG = 3,
    TWINGE_ERROR_BUSY = 4
};

/* A frame under way; its fields are the encoder's own. */
struct twinge_frame {
    uint8_t *buffer;
    uint16_t capacity;
    uint16_t length;  /* bytes in the buffer, the open code byte among them */
    uint16_t code;    /* where the open code byte lies */
    uint32_t crc;
    uint32_t schema;
};

/* What one channel is: the value of the CHANNEL tag. */
struct twinge_channel {
    uint8_t stream;
    uint8_t input;              /* number on the board, from 1 */
    uint8_t kind;               /* enum twinge_kind */
    uint8_t bits;               /* of a count, 1 to 32 */
    uint8_t is_signed;          /* 1: two's complement */
    uint8_t unit;               /* enum twinge_unit */
    uint32_t range_millionths;  /* what 2^bits counts are, in millionths of the unit, at the converter */
    uint32_t gain_thousandths;  /* of the amplifier before it; 0: not known */
    int32_t zero;               /* the count that means nothing is there */
};

/* CRC-32 as zlib, PNG and Ethernet have it. Begin with 0; feed the result back in to go on. */
uint32_t twinge_crc32(uint32_t crc, const uint8_t *bytes, uint16_t length);

void twinge_begin(struct twinge_frame *frame, uint8_t *buffer, uint16_t capacity, uint8_t type);
void twinge_put8(struct twinge_frame *frame, uint8_t value);
void twinge_put16(struct twinge_frame *frame, uint16_t value);
void twinge_put24(struct twinge_frame *frame, uint32_t value);
void twinge_put32(struct twinge_frame *frame, uint32_t value);
void twinge_put_text(struct twinge_frame *frame, const char *text, uint8_t length);
/* Appends the CRC and the delimiter. Returns the bytes to send, 0 if the buffer was too small. */
uint16_t twinge_end(struct twinge_frame *frame);

/* HELLO: begin, then tags in any order, then end, which gives the schema that DATA wants. */
void twinge_hello(struct twinge_frame *frame, uint8_t *buffer, uint16_t capacity, uint8_t incompatible,
                  uint8_t compatible);
void twinge_tag_text(struct twinge_frame *frame, uint8_t tag, const char *text, uint8_t length);
void twinge_tag8(struct twinge_frame *frame, uint8_t tag, uint8_t value);
void twinge_tag16(struct twinge_frame *frame, uint8_t tag, uint16_t value);
void twinge_tag_stream(struct twinge_frame *frame, uint8_t stream, uint32_t rate_millihertz,
                       uint8_t samples_per_frame, uint8_t channels);
void twinge_tag_channel(struct twinge_frame *frame, const struct twinge_channel *channel, const char *label,
                        uint8_t length);
uint16_t twinge_end_hello(struct twinge_frame *frame, uint32_t *schema);

/* DATA: begin, then the counts, sample after sample, then twinge_end. */
void twinge_data(struct twinge_frame *frame, uint8_t *buffer, uint16_t capacity, uint8_t stream, uint32_t schema,
                 uint8_t flags, uint16_t sequence, uint32_t sample, uint32_t micros);

/* Whole frames; each returns the bytes to send, 0 if the buffer was too small. */
uint16_t twinge_stats(uint8_t *buffer, uint16_t capacity, uint8_t stream, uint32_t micros, uint32_t sampled,
                      uint32_t dropped, uint32_t overruns, uint16_t supply_millivolts);
uint16_t twinge_event(uint8_t *buffer, uint16_t capacity, uint8_t code, uint8_t argument, uint32_t sample,
                      uint32_t micros);
uint16_t twinge_text(uint8_t *buffer, uint16_t capacity, const char *text, uint8_t length);
uint16_t twinge_pong(uint8_t *buffer, uint16_t capacity, uint32_t nonce, uint32_t micros);
uint16_t twinge_ack(uint8_t *buffer, uint16_t capacity, uint8_t error, const char *command, uint8_t length);
uint16_t twinge_mark(uint8_t *buffer, uint16_t capacity, uint32_t sample, uint32_t micros, const char *text,
                     uint8_t length);

#ifdef __cplusplus
}
#endif

#endif

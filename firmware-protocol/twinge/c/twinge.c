#include "twinge.h"

#ifdef __AVR__
#include <avr/pgmspace.h>
#define TWINGE_ROM PROGMEM
#define TWINGE_ROM_READ(address) pgm_read_dword(address)
#else
#define TWINGE_ROM
#define TWINGE_ROM_READ(address) (*(address))
#endif

/* Remainders of the half bytes by x^32 + x^26 + ... + 1, reflected (EDB88320): 64 bytes of flash instead of 1024. */
static const uint32_t REMAINDERS[16] TWINGE_ROM = {
    0x00000000UL, 0x1DB71064UL, 0x3B6E20C8UL, 0x26D930ACUL, 0x76DC4190UL, 0x6B6B51F4UL, 0x4DB26158UL, 0x5005713CUL,
    0xEDB88320UL, 0xF00F9344UL, 0xD6D6A3E8UL, 0xCB61B38CUL, 0x9B64C2B0UL, 0x86D3D2D4UL, 0xA00AE278UL, 0xBDBDF21CUL};

static uint32_t crc_step(uint32_t state, uint8_t byte) {
    state ^= byte;
    state = (state >> 4) ^ TWINGE_ROM_READ(&REMAINDERS[(uint8_t)state & 15]);
    return (state >> 4) ^ TWINGE_ROM_READ(&REMAINDERS[(uint8_t)state & 15]);
}

uint32_t twinge_crc32(uint32_t crc, const uint8_t *bytes, uint16_t length) {
    uint32_t state = ~crc;
    while (length-- > 0) {
        state = crc_step(state, *bytes++);
    }
    return ~state;
}

/* Puts a byte as COBS wants it: a zero closes the run under way, and so does its 254th byte. */
static void put_raw(struct twinge_frame *frame, uint8_t byte) {
    if (frame->length + 2 > frame->capacity) {
        frame->capacity = 0; /* too small: stays so until the end */
        return;
    }
    if (frame->length - frame->code == 255) {
        frame->buffer[frame->code] = 255;
        frame->code = frame->length++;
        put_raw(frame, byte);
        return;
    }
    if (byte == 0) {
        frame->buffer[frame->code] = (uint8_t)(frame->length - frame->code);
        frame->code = frame->length++;
    } else {
        frame->buffer[frame->length++] = byte;
    }
}

void twinge_begin(struct twinge_frame *frame, uint8_t *buffer, uint16_t capacity, uint8_t type) {
    frame->buffer = buffer;
    frame->capacity = capacity;
    frame->length = 1;
    frame->code = 0;
    frame->crc = 0xFFFFFFFFUL;
    frame->schema = 0xFFFFFFFFUL;
    twinge_put8(frame, type);
}

void twinge_put8(struct twinge_frame *frame, uint8_t value) {
    frame->crc = crc_step(frame->crc, value);
    put_raw(frame, value);
}

void twinge_put16(struct twinge_frame *frame, uint16_t value) {
    twinge_put8(frame, (uint8_t)value);
    twinge_put8(frame, (uint8_t)(value >> 8));
}

void twinge_put24(struct twinge_frame *frame, uint32_t value) {
    twinge_put16(frame, (uint16_t)value);
    twinge_put8(frame, (uint8_t)(value >> 16));
}

void twinge_put32(struct twinge_frame *frame, uint32_t value) {
    twinge_put16(frame, (uint16_t)value);
    twinge_put16(frame, (uint16_t)(value >> 16));
}

void twinge_put_text(struct twinge_frame *frame, const char *text, uint8_t length) {
    while (length-- > 0) {
        twinge_put8(frame, (uint8_t)*text++);
    }
}

uint16_t twinge_end(struct twinge_frame *frame) {
    uint32_t crc = ~frame->crc;
    for (uint8_t i = 0; i < 4; i++) {
        put_raw(frame, (uint8_t)(crc >> 8 * i));
    }
    if (frame->length >= frame->capacity) {
        return 0;
    }
    frame->buffer[frame->code] = (uint8_t)(frame->length - frame->code);
    frame->buffer[frame->length++] = 0;
    return frame->length;
}

/* A byte of the schema: goes into the frame and into the hash. */
static void put_schema(struct twinge_frame *frame, uint8_t value) {
    frame->schema = crc_step(frame->schema, value);
    twinge_put8(frame, value);
}

static void put_schema32(struct twinge_frame *frame, uint32_t value) {
    for (uint8_t i = 0; i < 4; i++) {
        put_schema(frame, (uint8_t)(value >> 8 * i));
    }
}

void twinge_hello(struct twinge_frame *frame, uint8_t *buffer, uint16_t capacity, uint8_t incompatible,
                  uint8_t compatible) {
    twinge_begin(frame, buffer, capacity, TWINGE_HELLO);
    put_schema(frame, TWINGE_MAJOR);
    twinge_put8(frame, TWINGE_MINOR);
    put_schema(frame, incompatible);
    twinge_put8(frame, compatible);
}

void twinge_tag_text(struct twinge_frame *frame, uint8_t tag, const char *text, uint8_t length) {
    twinge_put8(frame, tag);
    twinge_put8(frame, length);
    twinge_put_text(frame, text, length);
}

void twinge_tag8(struct twinge_frame *frame, uint8_t tag, uint8_t value) {
    twinge_put8(frame, tag);
    twinge_put8(frame, 1);
    twinge_put8(frame, value);
}

void twinge_tag16(struct twinge_frame *frame, uint8_t tag, uint16_t value) {
    twinge_put8(frame, tag);
    twinge_put8(frame, 2);
    twinge_put16(frame, value);
}

void twinge_tag_stream(struct twinge_frame *frame, uint8_t stream, uint32_t rate_millihertz,
                       uint8_t samples_per_frame, uint8_t channels) {
    put_schema(frame, TWINGE_TAG_STREAM);
    put_schema(frame, 7);
    put_schema(frame, stream);
    put_schema32(frame, rate_millihertz);
    put_schema(frame, samples_per_frame);
    put_schema(frame, channels);
}

void twinge_tag_channel(struct twinge_frame *frame, const struct twinge_channel *channel, const char *label,
                        uint8_t length) {
    put_schema(frame, TWINGE_TAG_CHANNEL);
    put_schema(frame, (uint8_t)(18 + length));
    put_schema(frame, channel->stream);
    put_schema(frame, channel->input);
    put_schema(frame, channel->kind);
    put_schema(frame, channel->bits);
    put_schema(frame, channel->is_signed);
    put_schema(frame, channel->unit);
    put_schema32(frame, channel->range_millionths);
    put_schema32(frame, channel->gain_thousandths);
    put_schema32(frame, (uint32_t)channel->zero);
    while (length-- > 0) {
        put_schema(frame, (uint8_t)*label++);
    }
}

uint16_t twinge_end_hello(struct twinge_frame *frame, uint32_t *schema) {
    *schema = ~frame->schema;
    twinge_put32(frame, *schema);
    return twinge_end(frame);
}

void twinge_data(struct twinge_frame *frame, uint8_t *buffer, uint16_t capacity, uint8_t stream, uint32_t schema,
                 uint8_t flags, uint16_t sequence, uint32_t sample, uint32_t micros) {
    twinge_begin(frame, buffer, capacity, (uint8_t)(TWINGE_DATA + stream));
    frame->crc = 0xFFFFFFFFUL; /* anew: the schema comes before the type, and is not sent */
    for (uint8_t i = 0; i < 4; i++) {
        frame->crc = crc_step(frame->crc, (uint8_t)(schema >> 8 * i));
    }
    frame->crc = crc_step(frame->crc, (uint8_t)(TWINGE_DATA + stream));
    twinge_put8(frame, flags);
    twinge_put16(frame, sequence);
    twinge_put32(frame, sample);
    twinge_put32(frame, micros);
}

uint16_t twinge_stats(uint8_t *buffer, uint16_t capacity, uint8_t stream, uint32_t micros, uint32_t sampled,
                      uint32_t dropped, uint32_t overruns, uint16_t supply_millivolts) {
    struct twinge_frame frame;
    twinge_begin(&frame, buffer, capacity, TWINGE_STATS);
    twinge_put8(&frame, stream);
    twinge_put32(&frame, micros);
    twinge_put32(&frame, sampled);
    twinge_put32(&frame, dropped);
    twinge_put32(&frame, overruns);
    twinge_put16(&frame, supply_millivolts);
    return twinge_end(&frame);
}

uint16_t twinge_event(uint8_t *buffer, uint16_t capacity, uint8_t code, uint8_t argument, uint32_t sample,
                      uint32_t micros) {
    struct twinge_frame frame;
    twinge_begin(&frame, buffer, capacity, TWINGE_EVENT);
    twinge_put8(&frame, code);
    twinge_put8(&frame, argument);
    twinge_put32(&frame, sample);
    twinge_put32(&frame, micros);
    return twinge_end(&frame);
}

uint16_t twinge_text(uint8_t *buffer, uint16_t capacity, const char *text, uint8_t length) {
    struct twinge_frame frame;
    twinge_begin(&frame, buffer, capacity, TWINGE_TEXT);
    twinge_put_text(&frame, text, length);
    return twinge_end(&frame);
}

uint16_t twinge_pong(uint8_t *buffer, uint16_t capacity, uint32_t nonce, uint32_t micros) {
    struct twinge_frame frame;
    twinge_begin(&frame, buffer, capacity, TWINGE_PONG);
    twinge_put32(&frame, nonce);
    twinge_put32(&frame, micros);
    return twinge_end(&frame);
}

uint16_t twinge_ack(uint8_t *buffer, uint16_t capacity, uint8_t error, const char *command, uint8_t length) {
    struct twinge_frame frame;
    twinge_begin(&frame, buffer, capacity, TWINGE_ACK);
    twinge_put8(&frame, error);
    twinge_put_text(&frame, command, length);
    return twinge_end(&frame);
}

uint16_t twinge_mark(uint8_t *buffer, uint16_t capacity, uint32_t sample, uint32_t micros, const char *text,
                     uint8_t length) {
    struct twinge_frame frame;
    twinge_begin(&frame, buffer, capacity, TWINGE_MARK);
    twinge_put32(&frame, sample);
    twinge_put32(&frame, micros);
    twinge_put_text(&frame, text, length);
    return twinge_end(&frame);
}

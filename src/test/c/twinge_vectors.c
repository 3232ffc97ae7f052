/* Prints the frames of firmware-protocol/twinge/vectors/frames.txt as the C encoder makes them: "name: hexadecimal". */
#include "twinge.h"

#include <stdio.h>
#include <string.h>

static uint8_t buffer[1100];

static void print(const char *name, uint16_t length) {
    printf("%s:", name);
    for (uint16_t i = 0; i < length; i++) {
        printf(" %02X", buffer[i]);
    }
    printf("\n");
}

static void text(struct twinge_frame *frame, uint8_t tag, const char *value) {
    twinge_tag_text(frame, tag, value, (uint8_t)strlen(value));
}

static void print_hello(const char *name, struct twinge_frame *frame, uint32_t *schema) {
    print(name, twinge_end_hello(frame, schema));
}

/* Two channels of 10 bits, two samples a frame. */
static uint32_t uno(uint8_t state) {
    struct twinge_frame frame;
    uint32_t schema;
    twinge_hello(&frame, buffer, sizeof buffer, 0, 0);
    text(&frame, TWINGE_TAG_FIRMWARE, "demo 1.0");
    text(&frame, TWINGE_TAG_MODEL, "DEMO");
    twinge_tag16(&frame, TWINGE_TAG_CLOCK_PPM, 500);
    twinge_tag8(&frame, TWINGE_TAG_STATE, state);
    twinge_tag_stream(&frame, 0, 1000000, 2, 2);
    for (uint8_t input = 1; input <= 2; input++) {
        struct twinge_channel channel = {0, input, TWINGE_KIND_EMG, 10, 0, TWINGE_UNIT_VOLT, 5000000, 1000000, 512};
        char label[3] = {'A', (char)('0' + input - 1), 0};
        twinge_tag_channel(&frame, &channel, label, 2);
    }
    print_hello(state & TWINGE_STATE_BOOTED ? "hello at start" : "hello", &frame, &schema);
    return schema;
}

/* 24 signed bits from an amplifier of gain 24, and a second stream with acceleration. */
static uint32_t precise(void) {
    static const char *const AXES[] = {"X", "Y", "Z"};
    struct twinge_frame frame;
    uint32_t schema;
    struct twinge_channel emg = {0, 1, TWINGE_KIND_EMG, 24, 1, TWINGE_UNIT_VOLT, 9000000, 24000, 0};
    twinge_hello(&frame, buffer, sizeof buffer, 0, 0);
    text(&frame, TWINGE_TAG_FIRMWARE, "precise 2");
    text(&frame, TWINGE_TAG_MODEL, "ADS1299");
    text(&frame, TWINGE_TAG_SERIAL, "00C0FFEE");
    twinge_tag16(&frame, TWINGE_TAG_CLOCK_PPM, 20);
    twinge_tag8(&frame, TWINGE_TAG_STATE, TWINGE_STATE_STREAMING);
    twinge_tag_stream(&frame, 0, 2000000, 100, 1);
    twinge_tag_channel(&frame, &emg, "L3 left", 7);
    twinge_tag_stream(&frame, 1, 62500, 1, 3);
    for (uint8_t axis = 0; axis < 3; axis++) {
        struct twinge_channel g = {1, (uint8_t)(2 + axis), TWINGE_KIND_ACCELERATION, 16, 1, TWINGE_UNIT_G, 4000000, 1000, 0};
        twinge_tag_channel(&frame, &g, AXES[axis], 1);
    }
    print_hello("hello of two streams", &frame, &schema);
    return schema;
}

static void data(uint32_t schema) {
    struct twinge_frame frame;
    twinge_data(&frame, buffer, sizeof buffer, 0, schema, 0, 0, 0, 0);
    twinge_put16(&frame, 512);
    twinge_put16(&frame, 0);
    twinge_put16(&frame, 1023);
    twinge_put16(&frame, 256);
    print("data", twinge_end(&frame));
    twinge_data(&frame, buffer, sizeof buffer, 0, schema, TWINGE_FLAG_DROPPED, 0xFFFF, 0xFFFFFFFEUL, 0xFFFFFC18UL);
    for (uint16_t i = 0; i < 4; i++) {
        twinge_put16(&frame, (uint16_t)(511 + i));
    }
    print("data before its counters wrap", twinge_end(&frame));
}

static void precise_data(uint32_t schema) {
    struct twinge_frame frame;
    twinge_data(&frame, buffer, sizeof buffer, 0, schema, 0, 258, 66051, 67305985);
    for (int32_t i = 0; i < 100; i++) { /* runs without a zero that are longer than 254 bytes */
        twinge_put24(&frame, (uint32_t)(i < 95 ? -1 - i * 65793 : i - 97));
    }
    print("data of 24 bits", twinge_end(&frame));
    twinge_data(&frame, buffer, sizeof buffer, 1, schema, TWINGE_FLAG_ELECTRODE_OFF, 7, 11, 176000);
    twinge_put16(&frame, (uint16_t)-16384);
    twinge_put16(&frame, 0);
    twinge_put16(&frame, 16384);
    print("data of the second stream", twinge_end(&frame));
}

static void messages(void) {
    print("stats", twinge_stats(buffer, sizeof buffer, 0, 1000000, 1000, 20, 3, 4987));
    print("event", twinge_event(buffer, sizeof buffer, TWINGE_EVENT_BUTTON_DOWN, 1, 1, 1500));
    print("text", twinge_text(buffer, sizeof buffer, "ready", 5));
    print("pong", twinge_pong(buffer, sizeof buffer, 4294967295UL, 123456789));
    print("ack", twinge_ack(buffer, sizeof buffer, TWINGE_OK, "START", 5));
    print("ack of what can not be done", twinge_ack(buffer, sizeof buffer, TWINGE_ERROR_ARGUMENT, "RATE 9", 6));
    print("mark", twinge_mark(buffer, sizeof buffer, 2, 2500, "set 1", 5));
}

/* A buffer that is too small must give nothing and be left alone behind its end. */
static int too_small(void) {
    uint8_t guarded[64];
    for (uint16_t capacity = 0; capacity < 33; capacity++) {
        memset(guarded, 0xAA, sizeof guarded);
        uint16_t length = twinge_stats(guarded, capacity, 0, 1, 2, 3, 4, 5);
        for (uint16_t i = capacity; i < sizeof guarded; i++) {
            if (guarded[i] != 0xAA) {
                return 1;
            }
        }
        if ((length != 0) != (capacity >= 26)) {
            return 1;
        }
    }
    return 0;
}

int main(void) {
    if (twinge_crc32(0, (const uint8_t *)"123456789", 9) != 0xCBF43926UL || too_small()) {
        return 1;
    }
    uno(TWINGE_STATE_STREAMING | TWINGE_STATE_BOOTED);
    uint32_t schema = uno(TWINGE_STATE_STREAMING);
    data(schema);
    schema = precise();
    precise_data(schema);
    messages();
    return 0;
}

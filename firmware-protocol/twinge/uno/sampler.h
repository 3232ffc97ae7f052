/* Samples the inputs by the clock of timer 1 and keeps them, whole frames at a time, until the line has room. */
#ifndef SAMPLER_H
#define SAMPLER_H

#include <stdint.h>

enum { SAMPLER_INPUTS = 6 };

/* One frame of samples, in the order in which they were taken. */
struct sampler_slot {
    uint32_t sample; /* which sampling instant its first was */
    uint32_t micros; /* when that was */
    uint8_t flags;   /* TWINGE_FLAG_DROPPED: instants before it found no room */
    uint16_t counts[];
};

struct sampler_totals {
    uint32_t sampled;
    uint32_t dropped;
    uint32_t overruns; /* instants at which the converter was still at work on the one before */
};

/* Begins anew at instant 0. The inputs are the pins A0 to A5. False, and nothing is changed, if it can not be done. */
uint8_t sampler_begin(uint16_t rate_hz, const uint8_t *inputs, uint8_t count, uint8_t samples_per_frame);
/* The oldest whole frame, or none. It stays until it is released. */
const struct sampler_slot *sampler_oldest(void);
void sampler_release(void);
struct sampler_totals sampler_totals(void);
/* Microseconds since the start, to one half. */
uint32_t sampler_micros(void);

#endif

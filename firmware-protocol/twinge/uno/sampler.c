/*
 * The compare interrupt of timer 1 starts the conversion of the first input; the converter's interrupt takes its count,
 * starts the next input, and so on. (Not the converter's own trigger: the interrupt takes the count of instants and the
 * time with it, and simulators know no other way.) A conversion takes 13 cycles of 8 us at a prescaler of 128, the
 * slowest and most exact (ATmega328P datasheet, 24.4).
 */
#include "sampler.h"

#include <avr/interrupt.h>
#include <avr/io.h>
#include <util/atomic.h>

#include "twinge.h"

enum {
    RING_BYTES = 800, /* 6 inputs at 1 kHz: 50 ms beside the frame under way */
    CONVERSION_MICROS = 112,
    SPARE_MICROS = 20
};

static uint8_t ring[RING_BYTES] __attribute__((aligned(2)));
static uint8_t slot_bytes;
static uint8_t slots;
static uint8_t admux[SAMPLER_INPUTS];
static uint8_t inputs_used;
static uint8_t per_frame;
static uint16_t period_micros;

static volatile uint8_t newest;  /* the slot being filled */
static volatile uint8_t oldest;
static struct sampler_slot *filling; /* 0: there is no room */
static uint16_t *at;
static uint8_t filled;
static uint8_t skipped;
static uint8_t dropped_before;
static uint8_t spoilt; /* the frame being filled lacks an instant */
static uint8_t converting; /* index of the input under conversion, inputs_used when at rest */
static volatile uint32_t now_micros;
static volatile uint32_t instants;
static volatile uint32_t dropped;
static volatile uint32_t overruns;

static struct sampler_slot *slot(uint8_t index) {
    return (struct sampler_slot *)(void *)(ring + (uint16_t)index * slot_bytes);
}

static uint8_t after(uint8_t index) {
    return (uint8_t)(index + 1 == slots ? 0 : index + 1);
}

/* The frame that comes next is filled only if there is another slot behind it. */
static void open_slot(void) {
    filled = 0;
    if (after(newest) == oldest) {
        filling = 0;
        skipped = 0;
        return;
    }
    filling = slot(newest);
    filling->flags = dropped_before ? TWINGE_FLAG_DROPPED : 0;
    dropped_before = 0;
    at = filling->counts;
}

static void drop(uint8_t count) {
    dropped += count;
    dropped_before = 1;
}

static void taken(void) {
    if (spoilt) {
        spoilt = 0;
        filled = 0;
        filling->flags = TWINGE_FLAG_DROPPED;
        dropped_before = 0;
        at = filling->counts;
    } else if (!filling) {
        drop(1);
        if (++skipped == per_frame) {
            open_slot();
        }
    } else if (++filled == per_frame) {
        newest = after(newest);
        open_slot();
    }
}

/* The converter is still at work: this instant is gone, and so are the one under way and the frame it was to go into. */
static void overrun(void) {
    overruns++;
    if (!filling || spoilt) {
        drop(1);
    } else {
        drop((uint8_t)(filled + 2));
        spoilt = 1;
    }
}

ISR(TIMER1_COMPA_vect) {
    now_micros += period_micros;
    uint32_t instant = instants++;
    if (converting < inputs_used) {
        overrun();
        return;
    }
    if (filling && filled == 0) {
        filling->sample = instant;
        filling->micros = now_micros;
    }
    converting = 0;
    ADMUX = admux[0];
    ADCSRA |= _BV(ADSC);
}

ISR(ADC_vect) {
    uint16_t count = ADC;
    if (filling) {
        *at++ = count;
    }
    if (++converting < inputs_used) {
        ADMUX = admux[converting];
        ADCSRA |= _BV(ADSC);
    } else {
        taken();
    }
}

uint8_t sampler_begin(uint16_t rate_hz, const uint8_t *inputs, uint8_t count, uint8_t samples_per_frame) {
    uint16_t bytes = (uint16_t)(sizeof(struct sampler_slot) + 2U * count * samples_per_frame);
    if (rate_hz < 50 || 1000000UL % rate_hz != 0 || count < 1 || count > SAMPLER_INPUTS || bytes > 250 ||
        (uint32_t)count * CONVERSION_MICROS + SPARE_MICROS > 1000000UL / rate_hz) {
        return 0;
    }
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
        TIMSK1 = 0;
        ADCSRA = 0; /* a conversion under way is given up, and its interrupt with it */
        ADCSRA = _BV(ADEN) | _BV(ADIF) | 7;
        period_micros = (uint16_t)(1000000UL / rate_hz);
        slot_bytes = (uint8_t)bytes;
        slots = (uint8_t)(RING_BYTES / bytes);
        per_frame = samples_per_frame;
        inputs_used = count;
        for (uint8_t i = 0; i < count; i++) {
            admux[i] = (uint8_t)(_BV(REFS0) | (inputs[i] - 1));
        }
        converting = count;
        newest = oldest = 0;
        instants = 0;
        dropped_before = 0;
        spoilt = 0;
        open_slot();
        ADCSRA |= _BV(ADIE);
        TCCR1A = 0;
        TCCR1B = _BV(WGM12) | _BV(CS11); /* half a microsecond a tick, beginning again at the period */
        OCR1A = (uint16_t)(2 * period_micros - 1);
        TCNT1 = 0;
        TIFR1 = _BV(OCF1A);
        TIMSK1 = _BV(OCIE1A);
    }
    return 1;
}

const struct sampler_slot *sampler_oldest(void) {
    return oldest == newest ? 0 : slot(oldest);
}

void sampler_release(void) {
    oldest = after(oldest);
}

struct sampler_totals sampler_totals(void) {
    struct sampler_totals totals;
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
        totals.sampled = instants;
        totals.dropped = dropped;
        totals.overruns = overruns;
    }
    return totals;
}

uint32_t sampler_micros(void) {
    uint32_t micros;
    ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
        uint16_t ticks = TCNT1;
        micros = now_micros;
        if (TIFR1 & _BV(OCF1A)) {
            ticks = TCNT1;
            micros += period_micros;
        }
        micros += ticks / 2;
    }
    return micros;
}

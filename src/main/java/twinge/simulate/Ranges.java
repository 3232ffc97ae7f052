package twinge.simulate;

import java.util.List;

/** How strong, long, steep and frequent everything is that happens in a scenario: the values found by others. */
final class Ranges {
    /** Of willed contractions: lengths as in recordings of plux, bitalino and trapezius boards, drive from weak to hard. */
    static final Range HOLD_LEVEL = new Range(0.05, 0.8);

    static final Range HOLD_RISE = new Range(0.2, 3);
    static final Range HOLD_SECONDS = new Range(0.5, 10);
    static final Range HOLD_FALL = new Range(0.2, 1.5);
    static final Range REP_SECONDS = new Range(1.5, 6);
    static final Range BRACE_LEVEL = new Range(0.1, 0.4);
    static final Range POSTURE_LEVEL = new Range(0.02, 0.1);

    /** Healthy people make bursts shorter than 50 ms on purpose: short is not involuntary. */
    static final Range BALLISTIC_SECONDS = new Range(0.04, 0.25);

    static final Range BALLISTIC_LEVEL = new Range(0.2, 0.8);
    static final Range TAPS_HZ = new Range(1.5, 4);
    static final Range TAPS_VARIATION = new Range(0.1, 0.25);

    /** Steps of both feet: 0.8 to 1 Hz a side, 10 to 20 % of full drive. */
    static final Range STEPS_HZ = new Range(1.6, 2);

    static final Range RUNNING_HZ = new Range(2.6, 3.2);
    static final Range WALKING_LEVEL = new Range(0.1, 0.2);
    static final Range SHIVER_HZ = new Range(6, 12);
    static final Range SHIVER_LEVEL = new Range(0.05, 0.3);

    /** Nothing measured of back spasms is published; the classes are those of Thomas et al. (2014), the numbers assumed. */
    static final Range SPASM_LEVEL = new Range(0.1, 0.8);

    static final Range SPASM_RISE = new Range(0.03, 0.2);
    static final Range SPASM_SECONDS = new Range(1, 60);

    /** Minetto et al. (2009): intervals vary by 44.6 +- 9.7 %. */
    static final Range CRAMP_VARIATION = new Range(0.35, 0.54);

    static final Range CRAMP_LEVEL = new Range(0.15, 0.7);
    static final Range CRAMP_RISE = new Range(2, 10);
    static final Range CRAMP_SECONDS = new Range(10, 180);
    static final Range CRAMP_FALL = new Range(0.3, 5);

    /** From hardly any to as many as motor neurone disease brings (AVID: median 40.5, quartiles 10.6 and 79.4). */
    static final Range TWITCHES_A_MINUTE = new Range(1, 80);

    static final Range TWITCH_SECONDS = new Range(0.005, 0.015);
    static final Range TWITCH_MICROVOLTS = new Range(50, 500);

    /** Clonus runs at 5 to 8 Hz as a rule; a measured tremor at 4.3 Hz, bursts of 54 to 80 ms, varying by 10 %. */
    static final Range CLONUS_HZ = new Range(3.5, 8);

    static final Range CLONUS_LEVEL = new Range(0.15, 0.8);
    static final Range CLONUS_BURST_SECONDS = new Range(0.05, 0.1);
    static final Range CLONUS_VARIATION = new Range(0.05, 0.15);
    static final Range CLONUS_SECONDS = new Range(3, 60);

    /** WASM 2016. */
    static final Range LEG_MOVEMENT_SECONDS = new Range(0.5, 10);

    static final Range LEG_MOVEMENT_EVERY_SECONDS = new Range(10, 90);

    /** Of the erector spinae at full drive. */
    static final Range MAXIMUM_MICROVOLTS = new Range(200, 500);

    static final Range NOISE_MICROVOLTS = new Range(2, 5);
    static final Range STANDING_TONE = new Range(0.0005, 0.004);
    static final Range INTERVAL_VARIATION = new Range(0.1, 0.25);
    static final Range UNSTEADINESS = new Range(0.03, 0.05);

    /** Height of the R wave over the RMS at full drive: 0.1 to 5 times a burst at 40 % of it, at most. */
    static final Range HEART = new Range(0.04, 2);

    static final Range HEART_USUALLY = new Range(0.1, 0.4);
    static final Range BEATS_A_MINUTE = new Range(50, 180);
    static final Range BEAT_VARIATION = new Range(0.02, 0.06);
    static final Range MAINS_TIMES_NOISE = new Range(0.1, 10);
    static final Range MAINS_USUALLY = new Range(0.3, 2);
    static final Range MOTION_TIMES_NOISE = new Range(5, 50);
    static final Range MOTION_USUALLY = new Range(5, 20);
    static final List<Converter> CONVERTERS =
            List.of(Converter.hobby(), Converter.twelveBit(), Converter.sixteenBit(), Converter.twentyFourBit());

    private Ranges() {}
}

package twinge.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import twinge.frames.Channel.Side;

/**
 * Writes a scenario from its start to its end, drawing each event's parameters from the whole range in which they are
 * found. {@link #now} is the time reached.
 */
final class Planner {
    static final Range HOLD_LEVEL = new Range(0.05, 0.8);
    static final Range HOLD_RISE = new Range(0.2, 3);
    static final Range HOLD_SECONDS = new Range(0.5, 10);
    static final Range HOLD_FALL = new Range(0.2, 1.5);
    static final Range REP_SECONDS = new Range(1.5, 6);
    static final Range BALLISTIC_SECONDS = new Range(0.04, 0.25);
    static final Range BALLISTIC_LEVEL = new Range(0.2, 0.8);
    static final Range TAPS_HZ = new Range(1.5, 4);
    static final Range TAPS_VARIATION = new Range(0.1, 0.25);
    static final Range STEPS_HZ = new Range(1.6, 2);
    static final Range WALKING_LEVEL = new Range(0.1, 0.2);
    static final Range BRACE_LEVEL = new Range(0.1, 0.4);
    static final Range SHIVER_HZ = new Range(6, 12);
    static final Range SHIVER_LEVEL = new Range(0.05, 0.3);
    static final Range SPASM_LEVEL = new Range(0.1, 0.8);
    static final Range SPASM_RISE = new Range(0.03, 0.2);
    static final Range SPASM_SECONDS = new Range(1, 60);
    static final Range CRAMP_LEVEL = new Range(0.15, 0.7);
    static final Range CRAMP_RISE = new Range(2, 10);
    static final Range CRAMP_SECONDS = new Range(10, 180);
    static final Range CRAMP_FALL = new Range(0.3, 5);
    static final Range CRAMP_VARIATION = new Range(0.35, 0.54);
    static final Range TWITCH_SECONDS = new Range(0.005, 0.015);
    static final Range TWITCH_MICROVOLTS = new Range(50, 500);
    static final Range TWITCHES_A_MINUTE = new Range(1, 80);
    static final Range CLONUS_HZ = new Range(3.5, 8);
    static final Range CLONUS_LEVEL = new Range(0.15, 0.8);
    static final Range CLONUS_BURST_SECONDS = new Range(0.05, 0.1);
    static final Range CLONUS_VARIATION = new Range(0.05, 0.15);
    static final Range CLONUS_SECONDS = new Range(3, 60);
    static final Range LEG_MOVEMENT_SECONDS = new Range(0.5, 10);
    static final Range LEG_MOVEMENT_EVERY_SECONDS = new Range(10, 90);

    private static final Range MAXIMUM_MICROVOLTS = new Range(200, 500);
    private static final Range NOISE_MICROVOLTS = new Range(2, 5);
    private static final Range STANDING_TONE = new Range(0.0005, 0.004);
    private static final Range INTERVAL_VARIATION = new Range(0.1, 0.25);
    private static final Range HEART_MICROVOLTS = new Range(30, 150);
    private static final Range MAINS_TIMES_NOISE = new Range(0.1, 3);
    private static final Range MOTION_TIMES_NOISE = new Range(5, 30);
    private static final double LEAST_TWITCH_GAP_SECONDS = 0.3;

    final Dice dice;
    final Scenario.Builder scenario;
    private final double seconds;
    private final int[] everyChannel;
    private double now;

    /** @param places sides and vertebrae: {@code "left L3"} */
    Planner(String name, long seed, double seconds, boolean standing, String... places) {
        this.seconds = seconds;
        dice = Dice.of(seed, "plan of " + name);
        List<Site> sites = new ArrayList<>();
        double hum = MAINS_TIMES_NOISE.drawRatio(dice);
        for (String place : places) {
            String[] words = place.split(" ");
            double noise = NOISE_MICROVOLTS.draw(dice);
            sites.add(Site.erectorSpinae(words[0].equals("left") ? Side.LEFT : Side.RIGHT, words[1])
                    .withMuscle(
                            MAXIMUM_MICROVOLTS.draw(dice),
                            standing ? STANDING_TONE.draw(dice) : 0,
                            INTERVAL_VARIATION.draw(dice))
                    .withPickup(
                            noise,
                            HEART_MICROVOLTS.drawRatio(dice) * (words[0].equals("left") ? 1 : dice.between(-0.6, 0.6)),
                            noise * hum * dice.between(0.5, 1),
                            noise * MOTION_TIMES_NOISE.drawRatio(dice)));
        }
        scenario = Scenario.of(name, seed, seconds, sites).motionSensor(Scenario.MOTION_RATE_HZ);
        if (!standing) {
            scenario.lying();
        }
        everyChannel = IntStream.range(0, places.length).toArray();
    }

    double now() {
        return now;
    }

    /** Whether fewer than so many seconds are left. */
    boolean ends(double within) {
        return now + within > seconds;
    }

    int[] everyChannel() {
        return everyChannel.clone();
    }

    Planner pause(double least, double most) {
        now += dice.between(least, most);
        return this;
    }

    void cue(String text) {
        scenario.cue(now, 0, text);
    }

    private void ramped(Behaviour behaviour, double duration, double level, double rise, double fall, int... channels) {
        scenario.add(Event.ramped(behaviour, now, duration, level, rise, fall, channels));
        now += duration;
    }

    private void rhythmic(
            Behaviour behaviour,
            double duration,
            double level,
            double hertz,
            double variation,
            double burst,
            int... channels) {
        scenario.add(Event.rhythmic(behaviour, now, duration, level, hertz, variation, burst, channels));
        now += duration;
    }

    void hold(Range level, Range held, int... channels) {
        double rise = HOLD_RISE.drawRatio(dice);
        double fall = HOLD_FALL.draw(dice);
        ramped(Behaviour.HOLD, rise + held.draw(dice) + fall, level.draw(dice), rise, fall, channels);
    }

    /** Repetitions on all channels, the bar put down for a moment after each. */
    void reps(int count, double period, double level) {
        for (int rep = 0; rep < count; rep++) {
            double lasts = period * dice.between(0.75, 0.85);
            double tired = level * (1 + 0.03 * rep) * dice.between(0.9, 1.1);
            ramped(
                    Behaviour.REP,
                    lasts,
                    tired,
                    lasts * dice.between(0.15, 0.3),
                    lasts * dice.between(0.2, 0.4),
                    everyChannel);
            pause(0.15 * period, 0.25 * period);
        }
    }

    void walk(double duration) {
        double hertz = STEPS_HZ.draw(dice);
        rhythmic(
                Behaviour.WALKING,
                duration,
                WALKING_LEVEL.draw(dice),
                hertz,
                0.03,
                dice.between(0.5, 0.8) / hertz,
                everyChannel);
    }

    void ballistics(int count, int... channels) {
        for (int burst = 0; burst < count; burst++) {
            double lasts = BALLISTIC_SECONDS.draw(dice);
            ramped(Behaviour.BALLISTIC, lasts, BALLISTIC_LEVEL.draw(dice), 0.3 * lasts, 0.3 * lasts, channels);
            pause(0.8, 3);
        }
    }

    void taps(double duration, Range hertz, int... channels) {
        rhythmic(
                Behaviour.TAPPING,
                duration,
                BALLISTIC_LEVEL.draw(dice),
                hertz.draw(dice),
                TAPS_VARIATION.draw(dice),
                dice.between(0.08, 0.2),
                channels);
    }

    void brace(double duration) {
        ramped(
                Behaviour.BRACE,
                duration,
                BRACE_LEVEL.draw(dice),
                dice.between(0.1, 0.5),
                dice.between(0.2, 0.6),
                everyChannel);
    }

    void shiver(double duration) {
        double hertz = SHIVER_HZ.draw(dice);
        rhythmic(
                Behaviour.SHIVER,
                duration,
                SHIVER_LEVEL.draw(dice),
                hertz,
                dice.between(0.1, 0.2),
                0.5 / hertz,
                everyChannel);
    }

    void spasm(Range level, Range held, int... channels) {
        double rise = SPASM_RISE.draw(dice);
        double fall = HOLD_FALL.draw(dice);
        ramped(Behaviour.SPASM, rise + held.drawRatio(dice) + fall, level.draw(dice), rise, fall, channels);
    }

    /** A hold on purpose of a spasm's amplitude, duration and steepness. */
    void matchedHold(Range level, Range held, int... channels) {
        double rise = SPASM_RISE.draw(dice);
        double fall = HOLD_FALL.draw(dice);
        ramped(Behaviour.HOLD, rise + held.drawRatio(dice) + fall, level.draw(dice), rise, fall, channels);
    }

    void cramp(Range lasts, int channel) {
        double duration = lasts.drawRatio(dice);
        double rise = Math.min(CRAMP_RISE.draw(dice), 0.4 * duration);
        scenario.add(Event.cramp(
                now,
                duration,
                CRAMP_LEVEL.draw(dice),
                rise,
                CRAMP_FALL.draw(dice),
                CRAMP_VARIATION.draw(dice),
                channel));
        now += duration;
    }

    void clonus(Range lasts, int... channels) {
        double hertz = CLONUS_HZ.draw(dice);
        double burst = Math.min(CLONUS_BURST_SECONDS.draw(dice), 0.5 / hertz);
        rhythmic(
                Behaviour.CLONUS,
                lasts.drawRatio(dice),
                CLONUS_LEVEL.draw(dice),
                hertz,
                CLONUS_VARIATION.draw(dice),
                burst,
                channels);
    }

    /** Twitches at irregular times until a moment. */
    void twitchesUntil(double until, double perMinute, int channel) {
        while (true) {
            now += LEAST_TWITCH_GAP_SECONDS - 60 / perMinute * StrictMath.log(1 - dice.uniform());
            if (now >= until) {
                now = until;
                return;
            }
            double share =
                    TWITCH_MICROVOLTS.drawRatio(dice) / scenario.site(channel).maximumMicrovolts();
            scenario.add(Event.fasciculation(now, TWITCH_SECONDS.draw(dice), Math.min(2, share), channel));
        }
    }

    void legMovement(int... channels) {
        double lasts = LEG_MOVEMENT_SECONDS.drawRatio(dice);
        ramped(Behaviour.LEG_MOVEMENT, lasts, SPASM_LEVEL.draw(dice), 0.1 * lasts, 0.2 * lasts, channels);
        now += Math.max(2, LEG_MOVEMENT_EVERY_SECONDS.drawRatio(dice) - lasts);
    }

    void fault(Behaviour behaviour, double duration, double level, int... channels) {
        duringNext(behaviour, duration, level, channels);
        now += duration;
    }

    /** A fault that begins now, while something else goes on. */
    void duringNext(Behaviour behaviour, double duration, double level, int... channels) {
        scenario.add(Event.fault(behaviour, now, duration, level, channels));
    }
}

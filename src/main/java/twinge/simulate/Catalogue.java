package twinge.simulate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The scenarios that have a name. Each can be drawn anew with any seed and made as long as is wanted. */
public enum Catalogue {
    LIFTING("sets of lifts and rests with two spasms and a clonus train; left and right, standing") {
        @Override
        Planner plan(long seed, double seconds) {
            return Sessions.lifting(planner(seed, seconds, true, BOTH_SIDES));
        }
    },
    REST("lying still with fasciculations and a cramp") {
        @Override
        Planner plan(long seed, double seconds) {
            return Sessions.rest(planner(seed, seconds, false, "left L3", "right L3", "left L1"));
        }
    },
    QUIET("work, walking, knocks and cable faults, and nothing involuntary") {
        @Override
        Planner plan(long seed, double seconds) {
            return Sessions.quiet(planner(seed, seconds, true, BOTH_SIDES));
        }
    },
    SPASM("tonic spasms at rest, each followed by a hold on purpose of the same make") {
        @Override
        Planner plan(long seed, double seconds) {
            return Drills.spasm(planner(seed, seconds, false, BOTH_SIDES));
        }
    },
    CRAMP("one cramp after another") {
        @Override
        Planner plan(long seed, double seconds) {
            return Drills.cramp(planner(seed, seconds, false, BOTH_SIDES));
        }
    },
    CLONUS("clonus trains, and taps on purpose") {
        @Override
        Planner plan(long seed, double seconds) {
            return Drills.clonus(planner(seed, seconds, false, BOTH_SIDES));
        }
    },
    FASCICULATION("twitches in a quiet muscle") {
        @Override
        Planner plan(long seed, double seconds) {
            return Drills.fasciculation(planner(seed, seconds, false, BOTH_SIDES));
        }
    },
    LEG_MOVEMENTS("a series of short involuntary movements, as in sleep") {
        @Override
        Planner plan(long seed, double seconds) {
            return Drills.legMovements(planner(seed, seconds, false, BOTH_SIDES));
        }
    },
    HOLDS("holds on purpose, weak and strong, steep and slow") {
        @Override
        Planner plan(long seed, double seconds) {
            return Drills.holds(planner(seed, seconds, true, BOTH_SIDES));
        }
    },
    REPS("repetitions of an exercise") {
        @Override
        Planner plan(long seed, double seconds) {
            return Drills.reps(planner(seed, seconds, true, BOTH_SIDES));
        }
    },
    WALKING("walking and standing by turns") {
        @Override
        Planner plan(long seed, double seconds) {
            return Drills.walking(planner(seed, seconds, true, BOTH_SIDES));
        }
    },
    BALLISTIC("bursts on purpose, as short as can be") {
        @Override
        Planner plan(long seed, double seconds) {
            return Drills.ballistic(planner(seed, seconds, true, BOTH_SIDES));
        }
    },
    BRACE("bracing the trunk without moving it") {
        @Override
        Planner plan(long seed, double seconds) {
            return Drills.brace(planner(seed, seconds, true, BOTH_SIDES));
        }
    },
    SHIVER("shivering on both sides") {
        @Override
        Planner plan(long seed, double seconds) {
            return Drills.shiver(planner(seed, seconds, true, BOTH_SIDES));
        }
    },
    FAULTS("every fault of cable, electrode and sensor, over holds on purpose") {
        @Override
        Planner plan(long seed, double seconds) {
            return Drills.faults(planner(seed, seconds, true, BOTH_SIDES));
        }
    };

    /** Four minutes and a little: 900 times the 0.27 s in which EMG and motion sensor both have whole frames. */
    public static final double USUAL_SECONDS = 243;

    private static final String[] BOTH_SIDES = {"left L3", "right L3"};

    private final String meaning;

    Catalogue(String meaning) {
        this.meaning = meaning;
    }

    /**
     * The scenario of a name as the command line gives it.
     *
     * @throws IllegalArgumentException naming all there are, if there is none of this name
     */
    public static Catalogue of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no scenario " + name + "; there are "
                        + Arrays.stream(values()).map(Catalogue::code).collect(Collectors.joining(", "))));
    }

    /** Its name on the command line. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What happens in it, in one line. */
    public String meaning() {
        return meaning;
    }

    /** Draws it. The same seed and length give the same scenario. */
    public Scenario scenario(long seed, double seconds) {
        return plan(seed, seconds).scenario.build();
    }

    abstract Planner plan(long seed, double seconds);

    Planner planner(long seed, double seconds, boolean standing, String... places) {
        return new Planner(code(), seed, seconds, standing, places);
    }
}

package twinge.simulate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The scenarios that have a name. Each can be drawn anew with any seed and made as long as is wanted. */
public enum Catalogue {
    LIFTING("sets of lifts and rests with two spasms and a clonus train; left and right, standing", Sessions::lifting),
    REST("lying still with fasciculations and a cramp", Sessions::rest),
    QUIET("work, walking, knocks and cable faults, and nothing involuntary", Sessions::quiet),
    SPASM("tonic spasms at rest, each followed by a hold on purpose of the same make", Drills::spasm),
    CRAMP("one cramp after another", Drills::cramp),
    CLONUS("clonus trains, and taps on purpose", Drills::clonus),
    FASCICULATION("twitches in a quiet muscle", Drills::fasciculation),
    LEG_MOVEMENTS("a series of short involuntary movements, as in sleep", Drills::legMovements),
    HOLDS("holds on purpose, weak and strong, steep and slow", Drills::holds),
    REPS("repetitions of an exercise", Drills::reps),
    WALKING("walking, running and standing by turns", Drills::walking),
    POSTURE("standing about and shifting weight", Drills::posture),
    BALLISTIC("bursts on purpose, as short as can be", Drills::ballistic),
    BRACE("bracing the trunk without moving it", Drills::brace),
    SHIVER("shivering on both sides", Drills::shiver),
    FAULTS("every fault of cable, electrode and sensor, over holds on purpose", Drills::faults);

    /** Four minutes and a little: 900 times the 0.27 s in which EMG and motion sensor both have whole frames. */
    public static final double USUAL_SECONDS = 243;

    private final String meaning;
    private final Script script;

    /** What makes a scenario of a name, a seed and a length. */
    private interface Script {
        Planner plan(String name, long seed, double seconds);
    }

    Catalogue(String meaning, Script script) {
        this.meaning = meaning;
        this.script = script;
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
        return script.plan(code(), seed, seconds).scenario.build();
    }
}

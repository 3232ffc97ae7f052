package twinge.simulate;

import java.util.Locale;
import twinge.events.Kind;

/** What a simulated wearer, muscle or cable does: finer than {@link Kind}, which is what a detector is asked for. */
public enum Behaviour {
    /** Ramp, hold, release; the trunk leans into it. */
    HOLD(Kind.VOLUNTARY),
    /** One repetition of an exercise; it moves the trunk. */
    REP(Kind.VOLUNTARY),
    /** A shift of weight: weak and short; it moves the trunk a little. */
    POSTURE(Kind.VOLUNTARY),
    /** Weak bursts in step, the sides by turns; it moves the trunk and knocks at each step, running more so. */
    WALKING(Kind.VOLUNTARY),
    /** As short and steep as can be done on purpose. */
    BALLISTIC(Kind.VOLUNTARY),
    /** Ballistic bursts on purpose, as regular as a person can. */
    TAPPING(Kind.VOLUNTARY),
    /** A hold on all channels that moves nothing. */
    BRACE(Kind.VOLUNTARY),
    /** Rhythmic on both sides and shaking the trunk: not willed, and none of the kinds looked for. */
    SHIVER(Kind.UNCERTAIN),
    /** Tonic spasm: steep, then held, with no movement before it. */
    SPASM(Kind.SPASM),
    /** One leg movement of a series in sleep, like a short spasm. */
    LEG_MOVEMENT(Kind.SPASM),
    /** Part of one muscle near one electrode, units firing irregularly. */
    CRAMP(Kind.CRAMP),
    /** One potential of one large unit. */
    FASCICULATION(Kind.FASCICULATION),
    /** A train of short bursts at a steady rate. */
    CLONUS(Kind.CLONUS),
    /** A knock on sensor and cable: no muscle, but the motion sensor feels it. */
    KNOCK(Kind.ARTIFACT),
    /** Clusters of jumps from rail to rail. */
    RAIL_SPIKES(Kind.ARTIFACT),
    /** The electrode's voltage jumps and creeps back. */
    ELECTRODE_STEP(Kind.ARTIFACT),
    /** The lead is off: one value, within one count. */
    FLAT_LINE(Kind.ARTIFACT),
    /** A rubbing contact: broadband noise. */
    CONTACT_NOISE(Kind.ARTIFACT),
    /** The gain is too high: the signal is cut at the rails. */
    CLIPPING(Kind.ARTIFACT),
    /** The sensor sends its last value again and again. */
    REPEATED_SAMPLES(Kind.ARTIFACT),
    /** Samples of some channels are lost and known to be. */
    LOST_SAMPLES(Kind.ARTIFACT),
    /** Frames of the whole stream are lost. */
    LOST_FRAMES(Kind.ARTIFACT);

    private final Kind kind;

    Behaviour(Kind kind) {
        this.kind = kind;
    }

    /** What a perfect detector would call it. {@code UNCERTAIN} asks only that it be called nothing involuntary. */
    public Kind kind() {
        return kind;
    }

    /** As truth files write it: {@code rail_spikes}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package twinge.events;

import java.util.Locale;

/** What a burst or an episode behaves like. A judgement of behaviour and context, never a diagnosis. */
public enum Kind {
    /** Meant: a lift, a hold, a step. */
    VOLUNTARY("voluntary work"),
    /** Sudden, sustained activity that the wearer's movement does not explain. */
    SPASM("spasm-like"),
    /** A hard contraction that builds up over seconds, stays in one place and varies in strength. */
    CRAMP("cramp-like"),
    /** A lone twitch of a few milliseconds in a quiet muscle. */
    FASCICULATION("fasciculation-like"),
    /** A train of short bursts at a steady 3 to 12 a second. */
    CLONUS("clonus-like"),
    /** Not muscle: cable, electrode, motion, heartbeat, mains. */
    ARTIFACT("artifact"),
    /** The evidence does not suffice to say. */
    UNCERTAIN("uncertain");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** As a sentence would say it. */
    public String words() {
        return words;
    }

    /** As files and the command line write it: {@code spasm}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is one of the kinds that happen without the wearer meaning them. */
    public boolean involuntary() {
        return this == SPASM || this == CRAMP || this == FASCICULATION || this == CLONUS;
    }
}

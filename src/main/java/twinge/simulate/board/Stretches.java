package twinge.simulate.board;

import twinge.simulate.Dice;

/**
 * Stretches of time that come again and again by chance, or once.
 *
 * @param seconds length of each; 0: there are none
 * @param when how far apart they begin on average, or when the only one does; seconds
 */
public record Stretches(double seconds, double when, boolean once) {
    /** None at all. */
    public static final Stretches NONE = new Stretches(0, 1, true);

    static final double USUAL_EVERY_SECONDS = 30;

    public Stretches {
        boolean possible = seconds >= 0 && seconds <= 86_400 && when >= 0 && when <= 1e9;
        if (!possible || !once && when <= seconds) {
            throw new IllegalArgumentException("stretches of " + seconds + " s " + (once ? "at " : "every ") + when
                    + " s; they last up to a day and begin further apart than they last");
        }
    }

    /** When the next begins after the last did, in nanoseconds; never if there is none any more. */
    long next(long lastNanos, boolean first, Dice dice) {
        if (seconds == 0 || once && !first) {
            return Long.MAX_VALUE;
        }
        double apart = once ? when : Math.max(seconds * 1.01, when * dice.between(0.5, 1.5));
        return (first ? 0 : lastNanos) + Math.round(apart * 1e9);
    }

    long nanos() {
        return Math.round(seconds * 1e9);
    }
}

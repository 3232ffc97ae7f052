package twinge.simulate;

import java.util.List;

/** The fasciculations of one channel, each a single potential of a large unit. */
final class Twitches {
    private static final Range DELAY_SHARE = new Range(0.25, 0.45);
    private static final int FIRST_UNIT = 100_000;

    private final List<Event> planned;
    private final Site site;
    private final double rateHz;
    private final Dice dice;
    private int prepared;
    private Potential potential; // of the twitch to come; null if there is none
    private double startSeconds;

    /** @param planned by onset */
    Twitches(List<Event> planned, Site site, double rateHz, Dice dice) {
        this.planned = planned;
        this.site = site;
        this.rateHz = rateHz;
        this.dice = dice;
        prepare();
    }

    /** Fires into the muscle what begins before the end of the frame to come. */
    void play(long frame, Muscle muscle) {
        while (potential != null && startSeconds < (frame + 1) / rateHz) {
            muscle.fire(FIRST_UNIT + prepared++, Math.max(0, startSeconds * rateHz - frame), potential);
            prepare();
        }
    }

    private void prepare() {
        if (prepared == planned.size()) {
            potential = null;
            return;
        }
        Event twitch = planned.get(prepared);
        double delay = twitch.durationSeconds() * DELAY_SHARE.draw(dice);
        double width = (twitch.durationSeconds() - delay) / (2 * Potential.VISIBLE);
        Potential shape = new Potential(dice.chance(0.5) ? 1 : -1, width, delay, 1);
        potential = shape.times(twitch.level() * site.maximumMicrovolts() / shape.highest());
        startSeconds = twitch.onsetSeconds() - potential.latencySeconds();
    }
}

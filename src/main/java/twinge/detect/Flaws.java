package twinge.detect;

import java.util.ArrayList;
import java.util.List;
import twinge.detect.Finding.Reason;

/** The flaws of one channel that make a burst an artifact: those that are over, and those that still go on. */
final class Flaws {
    private static final int MOST = 64;
    private static final Reason[] REASONS = Reason.values();

    /** A tone in one window alone may be the muscle's. */
    private static final double SHORTEST_NOISE_SECONDS = 4;

    private record Stretch(Reason reason, long firstFrame, long endFrame) {
        private boolean overlaps(long from, long to) {
            return firstFrame < to && from < endFrame;
        }

        private boolean spoils(long from, long to, double rateHz) {
            boolean lasts = reason != Reason.NOISE || endFrame - firstFrame > SHORTEST_NOISE_SECONDS * rateHz;
            return lasts && overlaps(from, to);
        }
    }

    private final List<Stretch> told = new ArrayList<>();
    private final Stretch[] running =
            new Stretch[REASONS.length]; // by the reason's ordinal, the latest; null before it

    /** A stretch, or a part of one, that is over. */
    void remember(Finding.Quality flaw) {
        if (counts(flaw.reason())) {
            Stretch whole = whole(flaw.reason(), flaw.firstFrame(), flaw.endFrame());
            told.removeIf(each -> each.reason() == whole.reason() && each.firstFrame() == whole.firstFrame());
            told.add(whole);
            if (told.size() > MOST) {
                told.remove(0);
            }
        }
    }

    /** What is known by now of a stretch that goes on. */
    void runs(Reason reason, long firstFrame, long endFrame) {
        if (counts(reason)) {
            running[reason.ordinal()] = whole(reason, firstFrame, endFrame);
        }
    }

    /** A part with those before it. */
    private Stretch whole(Reason reason, long firstFrame, long endFrame) {
        long first = firstFrame;
        for (Stretch each : told) {
            first = each.reason() == reason && each.endFrame() == firstFrame ? each.firstFrame() : first;
        }
        return new Stretch(reason, first, endFrame);
    }

    /** The first flaw that overlaps a stretch, or null. */
    Reason over(long from, long to, double rateHz) {
        for (Stretch each : told) {
            if (each.spoils(from, to, rateHz)) {
                return each.reason();
            }
        }
        for (Stretch each : running) {
            if (each != null && each.spoils(from, to, rateHz)) {
                return each.reason();
            }
        }
        return null;
    }

    /** Whether a noise that was last seen before a stretch may still turn out to go on through it. */
    boolean mayGoOn(long from, long to, long now, double rateHz) {
        Stretch noise = running[Reason.NOISE.ordinal()];
        if (noise == null || noise.overlaps(from, to)) {
            return false;
        }
        long over = noise.endFrame() + Math.round(FlawSpans.JOIN_WINDOWS_SECONDS * rateHz);
        return noise.endFrame() <= from && from < over && now <= over;
    }

    /** Mains, lost samples and sway are no reason to doubt a burst: the filters take hum and sway off. */
    private static boolean counts(Reason reason) {
        return switch (reason) {
            case RAIL, FLAT, NOISE -> true;
            case MAINS, GAP, SWAY -> false;
        };
    }

    void state(State io) {
        io.list(told, each -> stretch(io, each));
        for (int each = 0; each < running.length; each++) {
            boolean present = io.flag(running[each] != null);
            running[each] = present ? stretch(io, running[each]) : null;
        }
    }

    private static Stretch stretch(State io, Stretch s) {
        boolean w = s != null;
        return new Stretch(
                REASONS[io.count(w ? s.reason.ordinal() : 0)],
                io.whole(w ? s.firstFrame : 0),
                io.whole(w ? s.endFrame : 0));
    }
}

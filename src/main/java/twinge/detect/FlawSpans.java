package twinge.detect;

/** Joins flaws of one channel that follow each other closely into stretches, and tells each stretch once it is over. */
final class FlawSpans {
    private static final double JOIN_SECONDS = 0.5;
    /** Flaws that are seen in windows of a spectrum: joined across one window without them. */
    private static final double JOIN_WINDOWS_SECONDS = 6;

    private static final Finding.Reason[] REASONS = Finding.Reason.values();

    private final int stream;
    private final int channel;
    private final long join;
    private final long joinWindows;
    private final long[] from = new long[REASONS.length]; // by the reason's ordinal, -1 where no stretch is open
    private final long[] to = new long[REASONS.length];
    private final String[] words = new String[REASONS.length];
    private long nextOver = Long.MAX_VALUE;

    FlawSpans(int stream, int channel, double rateHz) {
        this.stream = stream;
        this.channel = channel;
        join = Math.round(JOIN_SECONDS * rateHz);
        joinWindows = Math.round(JOIN_WINDOWS_SECONDS * rateHz);
        for (int each = 0; each < REASONS.length; each++) {
            from[each] = -1;
            words[each] = "";
        }
    }

    /** A flaw from one frame to before another, with its number in words. */
    void add(Finding.Reason reason, long first, long end, String inWords, long decidedFrame, Signs signs) {
        int each = reason.ordinal();
        if (from[each] >= 0 && first > overAt(each)) {
            tell(each, decidedFrame, signs);
        }
        if (from[each] < 0) {
            from[each] = first;
            to[each] = end;
        }
        words[each] = inWords;
        from[each] = Math.min(from[each], first);
        to[each] = Math.max(to[each], end);
        nextOver = Math.min(nextOver, overAt(each));
    }

    /** Tells the stretches that ended long enough before a frame. */
    void close(long frame, Signs signs) {
        if (frame <= nextOver) {
            return;
        }
        nextOver = Long.MAX_VALUE;
        for (int each = 0; each < REASONS.length; each++) {
            if (from[each] >= 0 && frame > overAt(each)) {
                tell(each, frame, signs);
            } else if (from[each] >= 0) {
                nextOver = Math.min(nextOver, overAt(each));
            }
        }
    }

    /** Tells all stretches: the recording has ended. */
    void finish(long frame, Signs signs) {
        for (int each = 0; each < REASONS.length; each++) {
            if (from[each] >= 0) {
                tell(each, frame, signs);
            }
        }
    }

    private long overAt(int each) {
        boolean byWindow = switch (REASONS[each]) {
            case MAINS, NOISE, SWAY -> true;
            case RAIL, FLAT, GAP -> false;
        };
        return to[each] + (byWindow ? joinWindows : join);
    }

    private void tell(int each, long decidedFrame, Signs signs) {
        signs.flawed(
                new Finding.Quality(stream, channel, from[each], to[each], REASONS[each], words[each], decidedFrame));
        from[each] = -1;
    }

    void state(State io) {
        io.wholes(from);
        io.wholes(to);
        for (int each = 0; each < REASONS.length; each++) {
            words[each] = io.text(words[each]);
        }
        nextOver = io.whole(nextOver);
    }
}

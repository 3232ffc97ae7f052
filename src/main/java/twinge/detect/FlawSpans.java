package twinge.detect;

import java.util.EnumMap;
import java.util.Map;

/** Joins flaws of one channel that follow each other closely into stretches, and tells each stretch once it is over. */
final class FlawSpans {
    private static final double JOIN_SECONDS = 0.5;
    /** Flaws that are seen in windows of a spectrum: joined across one window without them. */
    private static final double JOIN_WINDOWS_SECONDS = 6;

    private static final class Span {
        private long from = -1;
        private long to;
        private String words = "";
    }

    private final int stream;
    private final int channel;
    private final double rateHz;
    private final Map<Finding.Reason, Span> spans = new EnumMap<>(Finding.Reason.class);
    private int open;

    FlawSpans(int stream, int channel, double rateHz) {
        this.stream = stream;
        this.channel = channel;
        this.rateHz = rateHz;
        for (Finding.Reason reason : Finding.Reason.values()) {
            spans.put(reason, new Span());
        }
    }

    /** A flaw from one frame to before another, with its number in words. */
    void add(Finding.Reason reason, long from, long to, String words, long decidedFrame, Signs signs) {
        Span span = spans.get(reason);
        if (span.from >= 0 && from > span.to + joinFrames(reason)) {
            tell(reason, span, decidedFrame, signs);
        }
        if (span.from < 0) {
            open++;
            span.from = from;
            span.to = to;
        }
        span.words = words;
        span.from = Math.min(span.from, from);
        span.to = Math.max(span.to, to);
    }

    /** Tells the stretches that ended long enough before a frame; all of them at the end of the recording. */
    void close(long frame, boolean atEnd, Signs signs) {
        if (open == 0) {
            return;
        }
        for (Map.Entry<Finding.Reason, Span> entry : spans.entrySet()) {
            Span span = entry.getValue();
            if (span.from >= 0 && (atEnd || frame > span.to + joinFrames(entry.getKey()))) {
                tell(entry.getKey(), span, frame, signs);
            }
        }
    }

    private long joinFrames(Finding.Reason reason) {
        boolean byWindow = reason == Finding.Reason.MAINS || reason == Finding.Reason.NOISE;
        return Math.round((byWindow ? JOIN_WINDOWS_SECONDS : JOIN_SECONDS) * rateHz);
    }

    private void tell(Finding.Reason reason, Span span, long decidedFrame, Signs signs) {
        signs.flawed(new Finding.Quality(stream, channel, span.from, span.to, reason, span.words, decidedFrame));
        span.from = -1;
        open--;
    }

    void state(State io) {
        open = io.count(open);
        for (Span span : spans.values()) {
            span.from = io.whole(span.from);
            span.to = io.whole(span.to);
            span.words = io.text(span.words);
        }
    }
}

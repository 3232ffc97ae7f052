package twinge.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares each burst with what the other channels do, while their courses are still known: how it begins a second after
 * its onset, how large it is on either side at its end. The results are with the burst long before it is judged.
 */
final class Comparisons {
    private static final double RISE_KNOWN_SECONDS = 1;
    private static final double END_KNOWN_SECONDS = 0.1;
    /** Bursts on other channels belong to one if they begin within this. */
    private static final double TOGETHER_SECONDS = 0.25;

    private static final double BEFORE_SECONDS = 0.15;
    private static final double AFTER_SECONDS = 0.35;
    private static final double MOST_LAG_SECONDS = 0.15;
    private static final double TRAIN_SECONDS = 3;

    /** A burst that is being compared. */
    private static final class Open {
        private int stream;
        private int channel;
        private int layer;
        private long onsetFrame;
        private long endFrame = -1;
        private Sides.Mark mark;
        private boolean risen;
        private double delaySeconds = Double.NaN;

        private static Open state(State io, Open held) {
            Open open = held == null ? new Open() : held;
            open.stream = io.count(open.stream);
            open.channel = io.count(open.channel);
            open.layer = io.count(open.layer);
            open.onsetFrame = io.whole(open.onsetFrame);
            open.endFrame = io.whole(open.endFrame);
            boolean marked = io.flag(open.mark != null);
            open.mark = marked ? Sides.Mark.state(io, open.mark) : null;
            open.risen = io.flag(open.risen);
            open.delaySeconds = io.real(open.delaySeconds);
            return open;
        }
    }

    private final Channels channels;
    private final Sides sides;
    private final List<Open> opened = new ArrayList<>();

    Comparisons(Channels channels) {
        this.channels = channels;
        sides = new Sides(channels);
    }

    void began(int stream, int channel, int layer, long onsetFrame) {
        Open open = new Open();
        open.stream = stream;
        open.channel = channel;
        open.layer = layer;
        open.onsetFrame = onsetFrame;
        opened.add(open);
    }

    void vanished(int stream, int channel, int layer) {
        opened.removeIf(open -> isOpen(open, stream, channel, layer));
    }

    void ended(Activity activity) {
        for (Open open : opened) {
            if (isOpen(open, activity.stream(), activity.channel(), activity.layer())) {
                open.endFrame = activity.endFrame();
            }
        }
    }

    private static boolean isOpen(Open open, int stream, int channel, int layer) {
        return open.endFrame < 0 && open.stream == stream && open.channel == channel && open.layer == layer;
    }

    /** All channels are known up to a time; what is finished by then goes to the bursts that wait. */
    void advance(double seconds, Waiting waiting) {
        for (ChannelHistory history : channels) {
            if (history.train != null && history.train.mark == null) {
                history.train.mark = sides.mark(history, channels.seconds(history, history.train.fromFrame));
            }
        }
        List<Open> finished = new ArrayList<>();
        for (Open open : opened) {
            ChannelHistory history = channels.of(open.stream, open.channel);
            double onset = channels.seconds(history, open.onsetFrame);
            open.mark = open.mark == null ? sides.mark(history, onset) : open.mark;
            if (!open.risen && seconds > onset + RISE_KNOWN_SECONDS) {
                open.risen = true;
                open.delaySeconds = delaySeconds(history, onset);
            }
            double end = channels.seconds(history, open.endFrame);
            if (open.risen && open.endFrame >= 0 && seconds > end + END_KNOWN_SECONDS) {
                finished.add(open);
                double asymmetry = sides.asymmetry(history, open.mark, end);
                waiting.compared(open.stream, open.channel, open.layer, open.onsetFrame, open.delaySeconds, asymmetry);
            }
        }
        opened.removeAll(finished);
    }

    /** Median delay, whichever is first, to the channels on which a burst began along with one. */
    private double delaySeconds(ChannelHistory history, double onset) {
        List<Lag> lags = new ArrayList<>();
        for (ChannelHistory other : channels) {
            if (other != history && other.beganOrIsOpen(onset, TOGETHER_SECONDS)) {
                lags.add(Lag.between(
                        history.course, other.course, onset - BEFORE_SECONDS, onset + AFTER_SECONDS, MOST_LAG_SECONDS));
            }
        }
        return median(lags);
    }

    /** The same for a train, over its last three seconds and at most half a beat. */
    double delaySeconds(ChannelHistory history, Train train, double beatsHz) {
        double to = channels.seconds(history, train.toFrame);
        double from = Math.max(channels.seconds(history, train.fromFrame), to - TRAIN_SECONDS);
        double most = Math.min(MOST_LAG_SECONDS, 0.5 / beatsHz);
        List<Lag> lags = new ArrayList<>();
        for (ChannelHistory other : channels) {
            if (other != history && other.rhythmicDuring(from, to, 0)) {
                lags.add(Lag.between(history.course, other.course, from + most, to - most, most));
            }
        }
        return median(lags);
    }

    double asymmetry(ChannelHistory history, Train train) {
        return train.mark == null
                ? Double.NaN
                : sides.asymmetry(history, train.mark, channels.seconds(history, train.toFrame));
    }

    private static double median(List<Lag> lags) {
        double[] delays = lags.stream()
                .filter(lag -> lag != null && !lag.mayBeCrosstalk())
                .mapToDouble(lag -> Math.abs(lag.seconds()))
                .toArray();
        Arrays.sort(delays);
        int half = delays.length / 2;
        if (delays.length == 0) {
            return Double.NaN;
        }
        return delays.length % 2 == 1 ? delays[half] : (delays[half - 1] + delays[half]) / 2;
    }

    void state(State io) {
        io.list(opened, open -> Open.state(io, open));
    }
}

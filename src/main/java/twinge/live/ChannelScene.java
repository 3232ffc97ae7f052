package twinge.live;

import java.util.Optional;
import twinge.detect.Finding;
import twinge.detect.Placement;
import twinge.events.Burst;
import twinge.events.Calibration;
import twinge.events.Episode;
import twinge.events.Kind;
import twinge.frames.Channel;
import twinge.frames.SampleStream;

/** What there is to be seen of one EMG channel. */
public final class ChannelScene {
    private static final double SHOWN_SECONDS = 3;

    /** What a channel does, as a word beside its level. */
    public enum State {
        RESTING("resting"),
        WORKING("working"),
        TWITCHING("twitching"),
        SUSTAINED("sustained at rest"),
        UNSURE("check electrode"),
        NO_DATA("no data");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * A channel at a moment.
     *
     * @param level RMS of the last 50 ms, 20 Hz and more; NaN while none is known
     * @param unit of the level
     * @param percent of the calibration's reference, 0 being rest; without one of the resting level, 100 being rest
     * @param ofReference which of both
     * @param flaw what is wrong with the signal, in words; empty if nothing is
     */
    public record View(
            String label,
            String site,
            double level,
            String unit,
            double percent,
            boolean ofReference,
            State state,
            String flaw) {}

    private final SampleStream stream;
    private final int index;
    private final Channel channel;
    private final Optional<Calibration.Level> calibration;
    private double level = Double.NaN;
    private double rest = Double.NaN;
    private int open;
    private double twitchedUntil = Double.NEGATIVE_INFINITY;
    private double sustainedUntil = Double.NEGATIVE_INFINITY;
    private double flawedUntil = Double.NEGATIVE_INFINITY;
    private String flaw = "";

    private ChannelScene(SampleStream stream, int index, Optional<Calibration> known) {
        this.stream = stream;
        this.index = index;
        channel = stream.montage().channel(index);
        calibration = Placement.level(channel, known).filter(each -> !Double.isNaN(each.reference()));
    }

    /** Of a channel that is searched for bursts. */
    static Optional<ChannelScene> of(SampleStream stream, int channel, Optional<Calibration> known) {
        return stream.montage().channel(channel).type() == Channel.Type.EMG
                ? Optional.of(new ChannelScene(stream, channel, known))
                : Optional.empty();
    }

    long key() {
        return (long) stream.index() << 32 | index;
    }

    void finding(Finding finding) {
        if (finding instanceof Finding.Trace trace) {
            if (is(trace.stream(), trace.channel())) {
                level = trace.amplitude();
                rest = trace.amplitudeRest();
            }
        } else if (finding instanceof Finding.Provisional begun) {
            open += is(begun.stream(), begun.channel()) ? 1 : 0;
        } else if (finding instanceof Finding.Withdrawn none) {
            close(none.stream(), none.channel());
        } else if (finding instanceof Finding.BurstFound found) {
            close(found.burst().stream(), found.burst().channel());
            looks(found.burst().stream(), found.burst().channel(), found.burst().kind(), decided(finding));
        } else if (finding instanceof Finding.Suspected suspected) {
            looks(suspected.stream(), suspected.channel(), suspected.verdict().kind(), decided(finding));
        } else if (finding instanceof Finding.Confirmed confirmed) {
            looks(confirmed.episode(), decided(finding));
        } else if (finding instanceof Finding.Quality quality && is(quality.stream(), quality.channel())) {
            flawedUntil = decided(finding) + SHOWN_SECONDS;
            flaw = quality.words();
        }
    }

    View view(double nowSeconds, boolean comes) {
        return new View(
                channel.label(),
                Placement.words(channel),
                level,
                Placement.unit(channel),
                calibration.map(known -> known.percent(level)).orElse(100 * level / rest),
                calibration.isPresent(),
                state(nowSeconds, comes),
                nowSeconds < flawedUntil ? flaw : "");
    }

    private State state(double now, boolean comes) {
        if (!comes) {
            return State.NO_DATA;
        }
        if (now < sustainedUntil) {
            return State.SUSTAINED;
        }
        if (now < twitchedUntil) {
            return State.TWITCHING;
        }
        if (now < flawedUntil) {
            return State.UNSURE;
        }
        return open > 0 ? State.WORKING : State.RESTING;
    }

    private void looks(Episode episode, double seconds) {
        for (Burst burst : episode.bursts()) {
            looks(burst.stream(), burst.channel(), episode.kind(), seconds);
        }
    }

    private void looks(int ofStream, int ofChannel, Kind kind, double seconds) {
        if (!is(ofStream, ofChannel)) {
            return;
        }
        if (kind == Kind.SPASM || kind == Kind.CRAMP) {
            sustainedUntil = seconds + SHOWN_SECONDS;
        } else if (kind.involuntary()) {
            twitchedUntil = seconds + SHOWN_SECONDS;
        }
    }

    private void close(int ofStream, int ofChannel) {
        open -= is(ofStream, ofChannel) && open > 0 ? 1 : 0;
    }

    private boolean is(int ofStream, int ofChannel) {
        return ofStream == stream.index() && ofChannel == index;
    }

    private double decided(Finding finding) {
        return stream.seconds(finding.decidedFrame());
    }
}

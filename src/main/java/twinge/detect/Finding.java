package twinge.detect;

import java.util.Objects;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.events.Verdict;

/** What the core found out, each with the frame of its stream at which it was decided. */
public sealed interface Finding {
    /** Index of the stream whose frames are meant. */
    int stream();

    /** The frame that had been seen when this was decided; nothing later has influenced it. */
    long decidedFrame();

    /** A burst seems to have begun. {@link Withdrawn} or {@link BurstFound} follows, with the same onset. */
    record Provisional(int stream, int channel, long onsetFrame, long decidedFrame) implements Finding {}

    /** The burst that seemed to have begun was none. */
    record Withdrawn(int stream, int channel, long onsetFrame, long decidedFrame) implements Finding {}

    /**
     * A burst that has lasted for 1, 2, 4 ... s and still goes on looks involuntary, by all that is known so far. It may turn
     * out otherwise once it has ended.
     *
     * @param verdict as if it ended now; at least as sure as that of a {@link Confirmed}
     */
    record Suspected(int stream, int channel, long onsetFrame, Verdict verdict, long decidedFrame) implements Finding {
        public Suspected {
            Objects.requireNonNull(verdict, "verdict");
        }
    }

    /** A burst has ended and is judged. Its onset may have been refined since it was provisional. */
    record BurstFound(Burst burst, long decidedFrame) implements Finding {
        @Override
        public int stream() {
            return burst.stream();
        }
    }

    /** An episode is under way and sure enough to tell the wearer. Its {@link EpisodeEnded} follows. */
    record Confirmed(Episode episode, long decidedFrame) implements Finding {
        @Override
        public int stream() {
            return episode.bursts().get(0).stream();
        }
    }

    /** An episode is over and judged. */
    record EpisodeEnded(Episode episode, long decidedFrame) implements Finding {
        @Override
        public int stream() {
            return episode.bursts().get(0).stream();
        }
    }

    /** A stretch of a channel that should not be trusted, and why. */
    record Quality(
            int stream, int channel, long firstFrame, long endFrame, Reason reason, String words, long decidedFrame)
            implements Finding {
        public Quality {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(words, "words");
        }
    }

    /** Why a stretch should not be trusted. */
    enum Reason {
        /** The converter's limit was reached. */
        RAIL,
        /** The signal did not change at all: lead off or wrong pin. */
        FLAT,
        /** Mains hum stands far above the rest of the spectrum. */
        MAINS,
        /** One loud tone carries the spectrum: a bad electrode or interference. */
        NOISE,
        /** Samples were lost. */
        GAP,
        /** Slow sway below 20 Hz: electrode or cable moves. */
        SWAY
    }

    /**
     * What the detector compared, for drawing: one value a point, each spanning {@code framesPerPoint} frames.
     * All in µV, or counts where the channel is uncalibrated.
     *
     * @param envelope RMS of the path that finds bursts, as are baseline and thresholds
     * @param amplitude RMS of the 20 Hz path over the same frames
     * @param amplitudeRest the resting level of that path
     */
    record Trace(
            int stream,
            int channel,
            long firstFrame,
            int framesPerPoint,
            double envelope,
            double baseline,
            double onThreshold,
            double offThreshold,
            double amplitude,
            double amplitudeRest,
            long decidedFrame)
            implements Finding {}
}

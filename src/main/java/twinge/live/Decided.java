package twinge.live;

import java.util.Optional;
import twinge.detect.Finding;
import twinge.events.Burst;
import twinge.events.Episode;

/**
 * What the detector decided, as it is kept on the tape: exact to the last bit, so that a replay can be held against it.
 */
public final class Decided {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Decided() {}

    /** A line for what counts: bursts, and episodes confirmed or ended; nothing for what is only shown. */
    public static Optional<String> words(Finding finding) {
        if (finding instanceof Finding.BurstFound found) {
            return Optional.of("burst " + words(found.burst()) + " at " + finding.decidedFrame());
        }
        if (finding instanceof Finding.Confirmed confirmed) {
            return Optional.of("confirmed " + words(confirmed.episode()) + " at " + finding.decidedFrame());
        }
        if (finding instanceof Finding.EpisodeEnded ended) {
            return Optional.of("episode " + words(ended.episode()) + " at " + finding.decidedFrame());
        }
        return Optional.empty();
    }

    private static String words(Episode episode) {
        StringBuilder words = new StringBuilder(episode.kind().code() + " "
                + Double.toHexString(episode.verdict().probability()) + " "
                + episode.bursts().size());
        long bits = FNV_OFFSET;
        for (Burst burst : episode.bursts()) {
            for (char c : words(burst).toCharArray()) {
                bits = (bits ^ c) * FNV_PRIME;
            }
        }
        return words.append(' ').append(Long.toHexString(bits)).toString();
    }

    private static String words(Burst burst) {
        long bits = FNV_OFFSET;
        for (double value : burst.features().values().values()) {
            bits = (bits ^ Double.doubleToLongBits(value)) * FNV_PRIME;
        }
        return burst.stream() + "/" + burst.channel() + " " + burst.onsetFrame() + "-" + burst.endFrame() + " "
                + Double.toHexString(burst.onsetSeconds()) + " " + Double.toHexString(burst.endSeconds()) + " "
                + burst.verdict().kind().code() + " "
                + Double.toHexString(burst.verdict().probability()) + " " + Long.toHexString(bits);
    }
}

package twinge.cli;

import java.util.ArrayList;
import java.util.List;
import twinge.frames.Block;
import twinge.frames.SampleStream;

/**
 * Accounts for every frame of one stream: read, lost, and where the longest gap was. What is missing after the last frame
 * that is there is not lost but the end.
 */
final class FrameCount {
    private final SampleStream stream;
    private long end; // after the last frame of which at least one sample is there
    private long lost;
    private long samplesMissing;
    private long gaps;
    private long longestGapFrames;
    private long longestGapFrom;

    FrameCount(SampleStream stream) {
        this.stream = stream;
    }

    /** Takes a block of this stream. */
    void accept(Block block) {
        if (!block.anyMissing() && block.frames() > 0) {
            present(block.firstFrame(), block.frames());
            return;
        }
        for (int frame = 0; frame < block.frames(); frame++) {
            int missing = missing(block, frame);
            if (missing < block.channels()) {
                samplesMissing += missing;
                present(block.firstFrame() + frame, 1);
            }
        }
    }

    private static int missing(Block block, int frame) {
        int missing = 0;
        for (int channel = 0; channel < block.channels(); channel++) {
            missing += block.missing(channel, frame) ? 1 : 0;
        }
        return missing;
    }

    private void present(long first, long frames) {
        long gap = first - end;
        if (gap > 0) {
            gaps++;
            lost += gap;
        }
        if (gap > longestGapFrames) {
            longestGapFrames = gap;
            longestGapFrom = end;
        }
        end = first + frames;
    }

    /** Frames from the first to the last, lost ones included. */
    long frames() {
        return end;
    }

    long lost() {
        return lost;
    }

    long gaps() {
        return gaps;
    }

    double seconds() {
        return end / stream.rateHz();
    }

    /** The time from the first frame to the last without the lost ones. */
    double presentSeconds() {
        return (end - lost) / stream.rateHz();
    }

    double longestGapSeconds() {
        return longestGapFrames / stream.rateHz();
    }

    /** What was lost in sentences, none if nothing was. */
    List<String> losses() {
        List<String> sentences = new ArrayList<>();
        if (lost > 0) {
            sentences.add(lost + " of " + end + " frames lost in " + gaps + (gaps == 1 ? " gap" : " gaps")
                    + ", longest " + Cell.digits(longestGapSeconds(), 1) + " s at "
                    + clock(stream.seconds(longestGapFrom)) + "; bursts are cut at the gaps");
        }
        if (samplesMissing > 0) {
            sentences.add(samplesMissing + " single samples are missing on channels of "
                    + Cell.digits(stream.rateHz(), 0) + " Hz");
        }
        return sentences;
    }

    /** Hours, minutes and seconds from the start of the recording. */
    static String clock(double seconds) {
        long whole = (long) Math.floor(Math.max(0, seconds));
        return String.format(java.util.Locale.ROOT, "%02d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}

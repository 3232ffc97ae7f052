package twinge.cli;

import java.util.ArrayList;
import java.util.List;
import twinge.frames.Block;
import twinge.frames.SampleStream;

/** Accounts for every frame of one stream: read, lost, and where the longest gap was. */
final class FrameCount {
    private final SampleStream stream;
    private long nextFrame;
    private long lost;
    private long samplesMissing;
    private long gaps;
    private long gapFrames;
    private long longestGapFrames;
    private long longestGapFrom;

    FrameCount(SampleStream stream) {
        this.stream = stream;
    }

    /** Takes a block of this stream. */
    void accept(Block block) {
        if (block.firstFrame() > nextFrame) {
            lose(nextFrame, block.firstFrame() - nextFrame);
        }
        if (block.anyMissing()) {
            for (int frame = 0; frame < block.frames(); frame++) {
                frame(block, frame);
            }
        } else if (block.frames() > 0) {
            gapFrames = 0;
        }
        nextFrame = Math.max(nextFrame, block.endFrame());
    }

    private void frame(Block block, int frame) {
        int missing = 0;
        for (int channel = 0; channel < block.channels(); channel++) {
            missing += block.missing(channel, frame) ? 1 : 0;
        }
        if (missing == block.channels()) {
            lose(block.firstFrame() + frame, 1);
        } else {
            samplesMissing += missing;
            gapFrames = 0;
        }
    }

    private void lose(long from, long frames) {
        gaps += gapFrames == 0 ? 1 : 0;
        gapFrames += frames;
        lost += frames;
        if (gapFrames > longestGapFrames) {
            longestGapFrames = gapFrames;
            longestGapFrom = from + frames - gapFrames;
        }
    }

    /** Frames from the first to the last, lost ones included. */
    long frames() {
        return nextFrame;
    }

    long lost() {
        return lost;
    }

    long gaps() {
        return gaps;
    }

    double seconds() {
        return nextFrame / stream.rateHz();
    }

    /** The time from the first frame to the last without the lost ones. */
    double presentSeconds() {
        return (nextFrame - lost) / stream.rateHz();
    }

    double longestGapSeconds() {
        return longestGapFrames / stream.rateHz();
    }

    /** What was lost in sentences, none if nothing was. */
    List<String> losses() {
        List<String> sentences = new ArrayList<>();
        if (lost > 0) {
            sentences.add(lost + " of " + nextFrame + " frames lost in " + gaps + (gaps == 1 ? " gap" : " gaps")
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

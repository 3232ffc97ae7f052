package twinge.files.edf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import twinge.files.Annotation;
import twinge.frames.Block;
import twinge.frames.Scale;

/** A data record being filled: the counts of every signal and which of them are there. */
final class PendingRecord {
    private final RecordShape shape;
    private final int[][] counts; // [signal][sample]
    private final BitSet[] present; // [signal]
    private final int[] endOfFrames; // [stream]: from there on the record is padding

    PendingRecord(RecordShape shape) {
        this.shape = shape;
        int signals = shape.channels().size();
        counts = new int[signals][];
        present = new BitSet[signals];
        for (int signal = 0; signal < signals; signal++) {
            counts[signal] = new int[shape.samples(signal)];
            present[signal] = new BitSet(shape.samples(signal));
        }
        endOfFrames = new int[shape.streams().size()];
        for (int stream = 0; stream < endOfFrames.length; stream++) {
            endOfFrames[stream] = shape.framesPerRecord(stream);
        }
    }

    /** Takes {@code length} frames of a block from {@code from} on to {@code at}; returns how many samples it clipped. */
    long take(Block block, int from, int length, int at) {
        long clipped = 0;
        for (int channel = 0; channel < block.channels(); channel++) {
            int signal = shape.firstSignal(block.stream()) + channel;
            Scale scale = shape.channels().get(signal).scale();
            block.copyTo(channel, from, length, counts[signal], at);
            present[signal].set(at, at + length);
            for (int frame = 0; frame < length; frame++) {
                int count = counts[signal][at + frame];
                if (block.missing(channel, from + frame)) {
                    present[signal].clear(at + frame);
                } else if (clipped(count, scale) != count) {
                    counts[signal][at + frame] = clipped(count, scale);
                    clipped++;
                }
            }
        }
        return clipped;
    }

    /** The nearest count that the scale has. */
    static int clipped(int count, Scale scale) {
        return Math.max(scale.digitalMinimum(), Math.min(scale.digitalMaximum(), count));
    }

    /** Says that nothing follows after {@code ticks} from its begin. */
    void endAt(long ticks) {
        for (int stream = 0; stream < endOfFrames.length; stream++) {
            int per = shape.framesPerRecord(stream);
            endOfFrames[stream] = (int) Math.round(ticks * (per / (double) shape.recordTicks()));
        }
    }

    /** The counts of a signal; the missing ones hold the value before them. */
    int[] filled(int signal, int before) {
        int held = before;
        for (int sample = 0; sample < counts[signal].length; sample++) {
            if (present[signal].get(sample)) {
                held = counts[signal][sample];
            } else {
                counts[signal][sample] = held;
            }
        }
        return counts[signal];
    }

    /** The gaps as annotations, onsets counted from the record's begin. */
    List<Annotation> gaps() {
        List<Annotation> gaps = new ArrayList<>();
        BitSet common = common();
        boolean oneStream = shape.streams().size() == 1;
        runs(0, common, oneStream ? endOfFrames[0] : common.length(), Gaps.GAP, gaps);
        for (int signal = 0; signal < counts.length; signal++) {
            BitSet own = missing(signal);
            if (oneStream) {
                own.andNot(common);
            }
            if (oneStream || common.isEmpty()) {
                runs(
                        signal,
                        own,
                        own.length(),
                        Gaps.GAP
                                + Gaps.OF_CHANNEL
                                + shape.channels().get(signal).label(),
                        gaps);
            }
        }
        return gaps;
    }

    /** Gives up what lies between the gaps of each signal, so that fewer annotations tell them; returns how many samples. */
    long joinGapsOfSignals() {
        long givenUp = 0;
        for (int signal = 0; signal < counts.length; signal++) {
            BitSet missing = missing(signal);
            if (!missing.isEmpty()) {
                givenUp += giveUp(signal, missing.nextSetBit(0), missing.length());
            }
        }
        return givenUp;
    }

    /** Gives up everything, so that one annotation tells it; returns how many samples. */
    long giveUpAll() {
        long givenUp = 0;
        for (int signal = 0; signal < counts.length; signal++) {
            givenUp += giveUp(signal, 0, endOfFrames[shape.streamOf(signal)]);
        }
        return givenUp;
    }

    private long giveUp(int signal, int from, int to) {
        int before = present[signal].cardinality();
        present[signal].clear(from, to);
        return before - present[signal].cardinality();
    }

    private BitSet missing(int signal) {
        BitSet missing = new BitSet();
        missing.set(0, endOfFrames[shape.streamOf(signal)]);
        missing.andNot(present[signal]);
        return missing;
    }

    /** Frames missing on all signals: of one stream frame by frame, of several only if nothing at all is there. */
    private BitSet common() {
        BitSet common = missing(0);
        for (int signal = 0; signal < counts.length; signal++) {
            if (shape.streams().size() == 1) {
                common.and(missing(signal));
            } else if (!present[signal].isEmpty() || endOfFrames[shape.streamOf(signal)] < shape.samples(signal)) {
                common.clear();
            }
        }
        return common;
    }

    private void runs(int signal, BitSet missing, int end, String text, List<Annotation> into) {
        int stream = shape.streamOf(signal);
        for (int from = missing.nextSetBit(0); from >= 0 && from < end; ) {
            int to = missing.nextClearBit(from);
            long onset = shape.ticks(stream, from);
            into.add(new Annotation(onset, shape.ticks(stream, to) - onset, text));
            from = missing.nextSetBit(to);
        }
    }
}

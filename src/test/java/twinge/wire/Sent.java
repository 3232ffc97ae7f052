package twinge.wire;

import twinge.frames.Block;
import twinge.frames.Scale;

/** What a board was made to send, and how far what was decoded is from it. */
final class Sent {
    private static final int SEARCHED = 300; // frames that may be lost unseen where nothing is numbered

    private final int[][] counts; // [frame][channel]
    private final boolean numbered;
    private int next; // where nothing is numbered: the frame expected

    Sent(Coding coding, Board board, int frames) {
        numbered = coding.numbered();
        counts = new int[frames][coding.channels()];
        Scale scale = board.streams().get(0).montage().channel(0).scale();
        double rail = Math.min(EmgLike.RAIL_MICROVOLTS, scale.physicalMaximum());
        for (int channel = 0; channel < coding.channels(); channel++) {
            EmgLike emg = new EmgLike(7 + channel, board.streams().get(0).rateHz() * coding.oversampled(), rail);
            Sinc sinc = new Sinc(coding.oversampled());
            for (int frame = 0; frame < frames; frame++) {
                double value = 0;
                for (int sample = 0; sample < coding.oversampled(); sample++) {
                    value = sinc.next(emg.next());
                }
                long count = Math.round((value - scale.offset()) / scale.gain());
                counts[frame][channel] =
                        (int) Math.max(scale.digitalMinimum(), Math.min(scale.digitalMaximum(), count));
            }
        }
    }

    int frames() {
        return counts.length;
    }

    /** The same is sent anew. */
    void again() {
        next = 0;
    }

    int[] counts(int frame) {
        return counts[frame];
    }

    /** The largest error of the samples that are not marked missing; 0 if all are right. */
    int greatestError(Block block, int frame) {
        if (numbered) {
            long place = block.firstFrame() + frame;
            return place < counts.length ? error(block, frame, (int) place) : Integer.MAX_VALUE;
        }
        for (int ahead = 0; ahead < SEARCHED && next + ahead < counts.length; ahead++) {
            if (error(block, frame, next + ahead) == 0) {
                boolean follows = frame + 1 == block.frames()
                        || next + ahead + 1 == counts.length
                        || error(block, frame + 1, next + ahead + 1) == 0;
                if (follows || ahead == 0) {
                    next += ahead + 1;
                    return 0;
                }
            }
        }
        int error = next < counts.length ? error(block, frame, next) : Integer.MAX_VALUE;
        next++;
        return error;
    }

    private int error(Block block, int frame, int place) {
        int error = 0;
        for (int channel = 0; channel < block.channels(); channel++) {
            if (!block.missing(channel, frame)) {
                error = Math.max(error, Math.abs(block.count(channel, frame) - counts[place][channel]));
            }
        }
        return error;
    }

    /** Three running means in a row, as the converter's digital filter is. */
    private static final class Sinc {
        private final double[][] past;
        private final double[] sums = new double[3];
        private int at;

        Sinc(int length) {
            past = new double[3][length];
        }

        double next(double value) {
            int length = past[0].length;
            if (length == 1) {
                return value;
            }
            double out = value;
            for (int stage = 0; stage < past.length; stage++) {
                sums[stage] += out - past[stage][at];
                past[stage][at] = out;
                out = sums[stage] / length;
            }
            at = (at + 1) % length;
            return out;
        }
    }
}

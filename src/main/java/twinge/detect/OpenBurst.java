package twinge.detect;

import java.util.ArrayList;
import java.util.List;

/** What is measured of a burst while it lasts, bin by bin, in memory that does not grow with it. */
final class OpenBurst {
    /** One step of the envelope's way up. */
    private record Height(long bin, double level) {}

    private static final double NEXT_HEIGHT = 1.02;

    long onsetFrame;
    double restDetection;
    double restAmplitude;
    double quietBeforeSeconds;
    long firstCoreFrame = -1;
    long lastCoreFrame = -1;
    int railFrames;
    int contactFrames;
    private final List<Height> heights = new ArrayList<>(); // each at least 2 % above the one before
    private double peak;
    private double sum;
    private double sumOfSquares;
    private long bins;

    /** Takes the next bin's envelope on the amplitude path. */
    void add(long bin, double level) {
        if (level > peak) {
            if (heights.isEmpty()
                    || level > NEXT_HEIGHT * heights.get(heights.size() - 1).level()) {
                heights.add(new Height(bin, level));
            }
            peak = level;
        }
        sum += level;
        sumOfSquares += level * level;
        bins++;
    }

    double peak() {
        return peak;
    }

    /** The bin in which the envelope first reached its mean over the burst; its peak comes anywhere in a plateau. */
    long riseBin() {
        for (Height height : heights) {
            if (height.level() >= meanLevel() / NEXT_HEIGHT) {
                return height.bin();
            }
        }
        return 0;
    }

    double meanLevel() {
        return bins == 0 ? 0 : sum / bins;
    }

    /** Standard deviation over mean of the envelope. */
    double levelVariation() {
        double mean = meanLevel();
        return mean <= 0 ? 0 : Math.sqrt(Math.max(0, sumOfSquares / bins - mean * mean)) / mean;
    }

    long bins() {
        return bins;
    }

    void state(State io) {
        onsetFrame = io.whole(onsetFrame);
        restDetection = io.real(restDetection);
        restAmplitude = io.real(restAmplitude);
        quietBeforeSeconds = io.real(quietBeforeSeconds);
        firstCoreFrame = io.whole(firstCoreFrame);
        lastCoreFrame = io.whole(lastCoreFrame);
        railFrames = io.count(railFrames);
        contactFrames = io.count(contactFrames);
        io.list(
                heights,
                height -> new Height(
                        io.whole(height == null ? 0 : height.bin()), io.real(height == null ? 0 : height.level())));
        peak = io.real(peak);
        sum = io.real(sum);
        sumOfSquares = io.real(sumOfSquares);
        bins = io.whole(bins);
    }
}

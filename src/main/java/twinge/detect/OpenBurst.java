package twinge.detect;

import java.util.ArrayList;
import java.util.List;

/** What is measured of a burst while it lasts, bin by bin, in memory that does not grow with it. */
final class OpenBurst {
    /** One step of the envelope's way up. */
    private record Height(long bin, double level) {}

    private static final double NEXT_HEIGHT = 1.02;
    private static final int CORE_BINS = 40;
    private static final double CORE_SHARE = 0.35;

    long onsetFrame;
    double restDetection;
    double restAmplitude;
    double quietBeforeSeconds;

    int railFrames;
    long firstLevelBin;
    long nextLevelBin;
    private final List<Height> heights = new ArrayList<>(); // each at least 2 % above the one before
    private double peak;
    private double sum;
    private double sumOfSquares;
    private long levelBins;
    private double lowSum; // of the bins since it became low
    private double lowSquares;
    private long lowBins;
    private long bins;
    private final double[] firstPeaks =
            new double[CORE_BINS]; // highest sample of each of the first bins, detection path

    /** @param firstLevelBin from which on its level is measured */
    OpenBurst(long firstLevelBin) {
        this.firstLevelBin = firstLevelBin;
        nextLevelBin = firstLevelBin;
    }

    /** Takes the next bin's highest sample on the detection path. */
    void peak(double sample) {
        if (bins < CORE_BINS) {
            firstPeaks[(int) bins] = sample;
        }
        bins++;
    }

    /**
     * Takes a bin's envelope on the amplitude path.
     *
     * @param low whether it is below the off-threshold: it counts as part of the burst only if the burst goes on
     */
    void level(long bin, double level, boolean low) {
        nextLevelBin = bin + 1;
        if (level > peak) {
            if (heights.isEmpty()
                    || level > NEXT_HEIGHT * heights.get(heights.size() - 1).level()) {
                heights.add(new Height(bin, level));
            }
            peak = level;
        }
        lowSum += level;
        lowSquares += level * level;
        lowBins++;
        if (!low) {
            sum += lowSum;
            sumOfSquares += lowSquares;
            levelBins += lowBins;
            lowSum = 0;
            lowSquares = 0;
            lowBins = 0;
        }
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

    /**
     * How many bins lie between the first and the last that reach 35 % of the highest sample and four times rest: a twitch's
     * true length, without the ringing of filters and the reach of the envelope. 0 if none does; all, if the burst is long.
     */
    long coreBins() {
        if (bins > CORE_BINS) {
            return bins;
        }
        double highest = 0;
        for (double sample : firstPeaks) {
            highest = Math.max(highest, sample);
        }
        double least = Math.max(4 * restDetection, CORE_SHARE * highest);
        int first = -1;
        int last = -1;
        for (int bin = 0; bin < bins; bin++) {
            if (firstPeaks[bin] > least) {
                first = first < 0 ? bin : first;
                last = bin;
            }
        }
        return first < 0 ? 0 : last - first + 1;
    }

    double meanLevel() {
        return levelBins == 0 ? 0 : sum / levelBins;
    }

    /** Standard deviation over mean of the envelope. */
    double levelVariation() {
        double mean = meanLevel();
        return mean <= 0 ? 0 : Math.sqrt(Math.max(0, sumOfSquares / levelBins - mean * mean)) / mean;
    }

    long bins() {
        return bins;
    }

    void state(State io) {
        onsetFrame = io.whole(onsetFrame);
        restDetection = io.real(restDetection);
        restAmplitude = io.real(restAmplitude);
        quietBeforeSeconds = io.real(quietBeforeSeconds);
        io.reals(firstPeaks);
        railFrames = io.count(railFrames);
        firstLevelBin = io.whole(firstLevelBin);
        nextLevelBin = io.whole(nextLevelBin);
        io.list(
                heights,
                height -> new Height(
                        io.whole(height == null ? 0 : height.bin()), io.real(height == null ? 0 : height.level())));
        peak = io.real(peak);
        sum = io.real(sum);
        sumOfSquares = io.real(sumOfSquares);
        levelBins = io.whole(levelBins);
        lowSum = io.real(lowSum);
        lowSquares = io.real(lowSquares);
        lowBins = io.whole(lowBins);
        bins = io.whole(bins);
    }
}

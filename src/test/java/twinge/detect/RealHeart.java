package twinge.detect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import twinge.score.Span;

/** A real heartbeat laid over a real muscle, both at 1000 frames a second, the one sped up and scaled as asked. */
final class RealHeart {
    static final int RATE = 1000;
    private static final double GAIN = 10; // µV a count of the muscle's converter: what it was does not matter here

    final double[] muscle;
    final double[] mixed;
    final List<Long> beats = new ArrayList<>();
    final List<Span> labels = new ArrayList<>();

    /**
     * @param rTimes height of the R wave in multiples of the bursts' RMS, about
     * @param loops how often the muscle's recording is played
     */
    RealHeart(String record, double aMinute, double rTimes, double burstRms, int loops) {
        RealRecords.Row row = RealRecords.row(record);
        int[] counts = RealRecords.counts(row, RealRecords.stream(row))[0];
        double middle = Arrays.stream(counts).average().orElseThrow();
        double[] once =
                Arrays.stream(counts).mapToDouble(x -> GAIN * (x - middle)).toArray();
        muscle = new double[once.length * loops];
        for (int loop = 0; loop < loops; loop++) {
            System.arraycopy(once, 0, muscle, loop * once.length, once.length);
            double offset = (double) loop * once.length / RATE;
            RealRecords.labels(row, false)
                    .forEach(each -> labels.add(new Span(each.onsetSeconds() + offset, each.endSeconds() + offset)));
        }
        double[] heart = heart();
        List<Integer> peaks = peaks(heart);
        double own = 60.0 * RATE * (peaks.size() - 1) / (peaks.get(peaks.size() - 1) - peaks.get(0));
        double speed = aMinute / own;
        double height = rTimes * burstRms / heart[peaks.get(peaks.size() / 2)];
        mixed = muscle.clone();
        for (int frame = 0; frame < mixed.length; frame++) {
            double at = frame * speed % (heart.length - 1);
            int left = (int) at;
            mixed[frame] += height * (heart[left] + (at - left) * (heart[left + 1] - heart[left]));
        }
        for (double from = 0; from / speed < mixed.length; from += heart.length - 1) {
            for (int peak : peaks) {
                long at = Math.round((from + peak) / speed);
                if (at < mixed.length) {
                    beats.add(at);
                }
            }
        }
    }

    boolean inLabel(double frame, double margin) {
        double seconds = frame / RATE;
        return labels.stream()
                .anyMatch(each -> seconds > each.onsetSeconds() - margin && seconds < each.endSeconds() + margin);
    }

    private static double[] heart() {
        try {
            double[] raw = Files.readAllLines(RealRecords.folder().resolve("biosppy/ecg.txt")).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double[] sorted = raw.clone();
            Arrays.sort(sorted);
            double middle = sorted[sorted.length / 2];
            return Arrays.stream(raw).map(x -> x - middle).toArray();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static List<Integer> peaks(double[] heart) {
        double highest = Arrays.stream(heart).max().orElseThrow();
        List<Integer> peaks = new ArrayList<>();
        for (int i = 200; i < heart.length - 200; i++) {
            double x = heart[i];
            boolean top = x > 0.5 * highest;
            for (int j = i - 200; top && j <= i + 200; j++) {
                top = j < i ? heart[j] < x : heart[j] <= x;
            }
            if (top) {
                peaks.add(i);
            }
        }
        return peaks;
    }
}

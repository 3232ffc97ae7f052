package twinge.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which detection found which label: one to one, greedily by the largest overlap (intersection over union), none below
 * the least.
 *
 * @param pairs the matches, by their detection's index
 * @param detections how many there were
 * @param labels how many there were
 */
public record Matching(List<Pair> pairs, int detections, int labels) {
    /** The overlap that every figure of this project asks for. */
    public static final double LEAST_OVERLAP = 0.2;

    /**
     * @param detection its index
     * @param label its index
     * @param onsetErrorSeconds the detection's onset less the label's
     */
    public record Pair(int detection, int label, double overlap, double onsetErrorSeconds) {}

    public Matching {
        pairs = List.copyOf(pairs);
    }

    public static Matching of(List<Span> detections, List<Span> labels, double leastOverlap) {
        List<Pair> candidates = new ArrayList<>();
        for (int d = 0; d < detections.size(); d++) {
            for (int l = 0; l < labels.size(); l++) {
                double overlap = detections.get(d).overlap(labels.get(l));
                if (overlap > 0 && overlap >= leastOverlap) {
                    double error =
                            detections.get(d).onsetSeconds() - labels.get(l).onsetSeconds();
                    candidates.add(new Pair(d, l, overlap, error));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Pair::overlap)
                .reversed()
                .thenComparingInt(Pair::detection)
                .thenComparingInt(Pair::label));
        boolean[] found = new boolean[labels.size()];
        boolean[] used = new boolean[detections.size()];
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : candidates) {
            if (!used[pair.detection()] && !found[pair.label()]) {
                used[pair.detection()] = true;
                found[pair.label()] = true;
                pairs.add(pair);
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::detection));
        return new Matching(pairs, detections.size(), labels.size());
    }

    public int found() {
        return pairs.size();
    }

    public int falseAlarms() {
        return detections - pairs.size();
    }

    public int missed() {
        return labels - pairs.size();
    }

    /** Harmonic mean of sensitivity and precision; 1 if there was nothing to find and nothing was found. */
    public double f1() {
        return f1(found());
    }

    /** The same, counting only matches whose onset is within a time of the label's. */
    public double f1WithOnset(double withinSeconds) {
        return f1((int) pairs.stream()
                .filter(pair -> Math.abs(pair.onsetErrorSeconds()) <= withinSeconds)
                .count());
    }

    private double f1(int hits) {
        return detections + labels == 0 ? 1 : 2.0 * hits / (detections + labels);
    }
}

package twinge.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import twinge.events.Evidence;
import twinge.events.Kind;
import twinge.events.Verdict;

/** Evidence for and against each kind, in nats of log odds, and the verdict that it adds up to. */
final class Scores {
    private static final double SURE_ENOUGH = 0.6;
    private static final double SURE_ENOUGH_OF_INVOLUNTARY = 0.7;

    private record Entry(Kind kind, double weight, String form, double number) {
        private Evidence evidence() {
            return new Evidence(Words.with(form, number), weight);
        }
    }

    private static final Kind[] KINDS = Kind.values();

    private final double[] sums = new double[KINDS.length]; // by kind; NaN if it is no candidate
    private final List<Entry> entries = new ArrayList<>();

    Scores() {
        Arrays.fill(sums, Double.NaN);
    }

    /** A kind that could be, with what speaks for it before anything is measured. */
    Scores candidate(Kind kind, double prior) {
        double before = sums[kind.ordinal()];
        sums[kind.ordinal()] = Double.isNaN(before) ? prior : before + prior;
        return this;
    }

    /** Evidence for a kind that is a candidate; for others it is not counted. */
    Scores add(Kind kind, double weight, String words) {
        return add(kind, weight, words, Double.NaN);
    }

    /** The same with a number in its words, see {@link Words#with}; written out only if the kind is told. */
    Scores add(Kind kind, double weight, String form, double number) {
        if (!Double.isNaN(sums[kind.ordinal()]) && weight != 0) {
            sums[kind.ordinal()] += weight;
            entries.add(new Entry(kind, weight, form, number));
        }
        return this;
    }

    /** The likeliest kind, or UNCERTAIN if no kind is likely enough. */
    Verdict verdict() {
        double total = 0;
        Kind best = null;
        for (Kind candidate : KINDS) {
            double sum = sums[candidate.ordinal()];
            if (!Double.isNaN(sum)) {
                total += StrictMath.exp(sum);
                best = best == null || sum > sums[best.ordinal()] ? candidate : best;
            }
        }
        double probability = StrictMath.exp(sums[best.ordinal()]) / total;
        double needed = best.involuntary() ? SURE_ENOUGH_OF_INVOLUNTARY : SURE_ENOUGH;
        Kind kind = probability < needed ? Kind.UNCERTAIN : best;
        Kind told = told(best, kind);
        return new Verdict(kind, kind == best ? probability : 1 - probability, evidence(told));
    }

    /** What speaks for and against a kind, the weightiest first. */
    private List<Evidence> evidence(Kind of) {
        List<Evidence> evidence = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.kind() == of) {
                int place = evidence.size();
                while (place > 0 && Math.abs(evidence.get(place - 1).weight()) < Math.abs(entry.weight())) {
                    place--;
                }
                evidence.add(place, entry.evidence());
            }
        }
        return evidence;
    }

    /** Whose evidence is told: the likeliest kind's; where that has none and is in doubt, the likeliest that has. */
    private Kind told(Kind best, Kind verdict) {
        if (verdict != Kind.UNCERTAIN || has(best)) {
            return best;
        }
        Kind told = best;
        for (Kind other : KINDS) {
            if (has(other) && (!has(told) || sums[other.ordinal()] > sums[told.ordinal()])) {
                told = other;
            }
        }
        return told;
    }

    private boolean has(Kind kind) {
        for (Entry entry : entries) {
            if (entry.kind() == kind) {
                return true;
            }
        }
        return false;
    }
}

package twinge.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import twinge.events.Evidence;
import twinge.events.Kind;
import twinge.events.Verdict;

/** Evidence for and against each kind, in nats of log odds, and the verdict that it adds up to. */
final class Scores {
    private static final double SURE_ENOUGH = 0.6;
    private static final double SURE_ENOUGH_OF_INVOLUNTARY = 0.7;

    private static final Comparator<Evidence> WEIGHTIEST_FIRST =
            (one, other) -> Double.compare(Math.abs(other.weight()), Math.abs(one.weight()));

    private record Entry(Kind kind, double weight, String form, double number) {
        private Evidence evidence() {
            return new Evidence(Words.with(form, number), weight);
        }
    }

    private final Map<Kind, Double> sums = new EnumMap<>(Kind.class);
    private final List<Entry> entries = new ArrayList<>();

    /** A kind that could be, with what speaks for it before anything is measured. */
    Scores candidate(Kind kind, double prior) {
        sums.merge(kind, prior, Double::sum);
        return this;
    }

    /** Evidence for a kind that is a candidate; for others it is not counted. */
    Scores add(Kind kind, double weight, String words) {
        return add(kind, weight, words, Double.NaN);
    }

    /** The same with a number in its words, see {@link Words#with}; written out only if the kind is told. */
    Scores add(Kind kind, double weight, String form, double number) {
        if (sums.containsKey(kind) && weight != 0) {
            sums.merge(kind, weight, Double::sum);
            entries.add(new Entry(kind, weight, form, number));
        }
        return this;
    }

    /** The likeliest kind, or UNCERTAIN if no kind is likely enough. */
    Verdict verdict() {
        double total = 0;
        Kind best = null;
        for (Map.Entry<Kind, Double> candidate : sums.entrySet()) {
            total += StrictMath.exp(candidate.getValue());
            if (best == null || candidate.getValue() > sums.get(best)) {
                best = candidate.getKey();
            }
        }
        double probability = StrictMath.exp(sums.get(best)) / total;
        double needed = best.involuntary() ? SURE_ENOUGH_OF_INVOLUNTARY : SURE_ENOUGH;
        Kind kind = probability < needed ? Kind.UNCERTAIN : best;
        Kind told = told(best, kind);
        List<Evidence> evidence = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.kind() == told) {
                evidence.add(entry.evidence());
            }
        }
        evidence.sort(WEIGHTIEST_FIRST);
        return new Verdict(kind, kind == best ? probability : 1 - probability, evidence);
    }

    /** Whose evidence is told: the likeliest kind's; where that has none and is in doubt, the likeliest that has. */
    private Kind told(Kind best, Kind verdict) {
        if (verdict != Kind.UNCERTAIN || has(best)) {
            return best;
        }
        Kind told = best;
        for (Kind other : sums.keySet()) {
            if (has(other) && (!has(told) || sums.get(other) > sums.get(told))) {
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

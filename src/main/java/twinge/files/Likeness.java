package twinge.files;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How alike two labels are, whatever their case and the order of their words: the pairs of letters that they share. */
final class Likeness {
    private static final double ALIKE = 0.4;

    private Likeness() {}

    /** The label that a mistyped one was most likely meant to be, if one is like it. */
    static Optional<String> nearest(String mistyped, List<String> labels) {
        return labels.stream()
                .max(Comparator.comparingDouble(label -> of(mistyped, label)))
                .filter(label -> of(mistyped, label) >= ALIKE);
    }

    /** Twice the shared pairs over all pairs (Dice 1945), 0 to 1. */
    private static double of(String one, String other) {
        Set<String> pairs = pairs(one);
        Set<String> others = pairs(other);
        Set<String> shared = new HashSet<>(pairs);
        shared.retainAll(others);
        return pairs.isEmpty() ? 0 : 2.0 * shared.size() / (pairs.size() + others.size());
    }

    private static Set<String> pairs(String label) {
        String letters = " " + label.strip().toLowerCase(Locale.ROOT);
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= letters.length(); i++) {
            pairs.add(letters.substring(i, i + 2));
        }
        return pairs;
    }
}

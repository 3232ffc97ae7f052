package twinge.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses which key or word a misspelt one was meant to be. */
public final class Spelling {
    private Spelling() {}

    /** What to say of a key that is none: the nearest there is, or where all of them are listed. */
    static BadSetting unknown(String place, String path) {
        return new BadSetting(
                place,
                "unknown key. "
                        + nearest(path)
                                .map(key -> "Did you mean " + key.path() + "?")
                                .orElse("twinge config show lists all there are."));
    }

    /** The same for a variable of the environment. */
    static BadSetting unknownVariable(String name) {
        String path =
                name.substring("TWINGE_".length()).toLowerCase(Locale.ROOT).replaceFirst("_", ".");
        String hint = nearest(path)
                .map(key -> "Did you mean " + Layers.variable(key.path()) + "?")
                .orElse("Unset it, or see twinge config show.");
        return new BadSetting(name, "no setting has this variable. " + hint);
    }

    /** The known key nearest to a path, if at most a third of its letters differ, with or without its table's name. */
    static Optional<Key> nearest(String path) {
        return Arrays.stream(Key.values())
                .min(Comparator.comparingInt((Key key) -> difference(path, key)))
                .filter(key -> difference(path, key) <= Math.max(2, path.length() / 3));
    }

    /** The word nearest to a misspelt one, if at most a third of its letters differ. */
    public static Optional<String> nearest(String misspelt, List<String> words) {
        return words.stream()
                .min(Comparator.comparingInt(word -> distance(misspelt, word)))
                .filter(word -> distance(misspelt, word) <= Math.max(2, misspelt.length() / 3));
    }

    private static int difference(String path, Key key) {
        int whole = distance(path, key.path());
        return Math.min(whole, 1 + distance(lastWord(path), lastWord(key.path())));
    }

    private static String lastWord(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** How many letters must be put in, left out or changed (Levenshtein 1966) to get from one word to the other. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}

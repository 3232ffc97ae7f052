package twinge.cli;

import java.util.List;
import java.util.Optional;
import twinge.settings.Spelling;

/** Guesses what a mistyped word was meant to be; the same words for everything that can be mistyped. */
final class Hint {
    private Hint() {}

    /** {@code . Did you mean EMG1?}, or nothing if no word is near. */
    static String of(String mistyped, List<String> words) {
        return nearest(mistyped, words)
                .map(word -> ". Did you mean " + word + "?")
                .orElse("");
    }

    /** The same word in another case, or else the one that differs least. */
    private static Optional<String> nearest(String mistyped, List<String> words) {
        Optional<String> sameWord =
                words.stream().filter(mistyped::equalsIgnoreCase).findFirst();
        return sameWord.isPresent() ? sameWord : Spelling.nearest(mistyped, words);
    }
}

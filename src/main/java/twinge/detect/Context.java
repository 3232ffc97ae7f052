package twinge.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import twinge.frames.Marker;

/** What the wearer or the coach declared: sets and rests, by markers that say so. */
final class Context {
    /** What holds at a moment. */
    enum Phase {
        UNKNOWN,
        SET,
        REST
    }

    private record Change(double seconds, Phase phase) {}

    private static final int MOST = 4096;
    private final List<Change> changes = new ArrayList<>();

    /** Takes a marker at a time; words that name neither a set nor a rest change nothing. */
    void accept(Marker marker, double seconds) {
        String words = marker.text().toLowerCase(Locale.ROOT).strip();
        Phase phase = phase(words);
        if (phase == null) {
            return;
        }
        add(seconds, phase);
        if (marker.durationSeconds() > 0) {
            add(seconds + marker.durationSeconds(), Phase.UNKNOWN);
        }
    }

    private static Phase phase(String words) {
        boolean ends = words.endsWith("end") || words.endsWith("stop");
        if (names(words, "sets?")) {
            return ends ? Phase.REST : Phase.SET;
        }
        if (names(words, "rest(s|ing)?") || words.startsWith("relax") || words.startsWith("lying")) {
            return ends ? Phase.UNKNOWN : Phase.REST;
        }
        return null;
    }

    /** Whether a text begins with a word: {@code set 3} and {@code set_3} name a set, {@code setup} does not. */
    private static boolean names(String words, String pattern) {
        return words.matches("(?s)" + pattern + "([^a-z].*)?");
    }

    private void add(double seconds, Phase phase) {
        int at = changes.size();
        while (at > 0 && changes.get(at - 1).seconds() > seconds) {
            at--;
        }
        changes.add(at, new Change(seconds, phase));
        if (changes.size() > MOST) {
            changes.remove(0);
        }
    }

    Phase at(double seconds) {
        Phase phase = Phase.UNKNOWN;
        for (Change change : changes) {
            if (change.seconds() > seconds) {
                break;
            }
            phase = change.phase();
        }
        return phase;
    }

    void state(State io) {
        io.list(
                changes,
                change -> new Change(
                        io.real(change == null ? 0 : change.seconds()),
                        Phase.values()[
                                io.count(change == null ? 0 : change.phase().ordinal())]));
    }
}

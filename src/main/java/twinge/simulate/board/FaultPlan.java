package twinge.simulate.board;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What goes wrong between a board and its reader. Chances are for each byte sent.
 *
 * @param loss chance that a byte vanishes
 * @param corrupt chance that a byte becomes another
 * @param insert chance that a byte that nobody sent comes before it
 * @param burst chance that noise overwrites what comes, 1 to {@code longestBytes} of it
 * @param duplicate chance that the last 1 to {@code longestBytes} bytes come twice
 * @param longestBytes of a burst or a duplicate
 * @param batchMillis how long an adapter gathers bytes before it hands them on (FTDI: 16), 0 for not at all
 * @param chunkBytes the most that is handed on at once (FTDI: 62), 0 for any number
 * @param stall stretches in which nothing comes; all of it comes when they end
 * @param holdBytes how much is kept during a stall, the rest is lost; 0 keeps all
 * @param joinBytes how many bytes are missed at first, as if one joined in the middle
 * @param reset moments at which the board starts anew, with its banner; it is silent for as long
 * @param unplug stretches in which the board is not there; it comes back without a memory
 * @param driftPpm how much too fast the board's clock runs
 * @param wrapFrames how many frames before its wrap the board's counter begins, -1 for as it is
 */
public record FaultPlan(
        double loss,
        double corrupt,
        double insert,
        double burst,
        double duplicate,
        int longestBytes,
        double batchMillis,
        int chunkBytes,
        Stretches stall,
        int holdBytes,
        int joinBytes,
        Stretches reset,
        Stretches unplug,
        double driftPpm,
        int wrapFrames) {
    private static final Pattern ENTRY = Pattern.compile("([a-z]+)=(.+)");
    private static final Pattern NUMBER = Pattern.compile("([-+]?[0-9.]+(?:e[-+]?[0-9]+)?)([a-z]*)");
    private static final String KNOWN =
            "loss, corrupt, insert, burst, duplicate, longest, batch, chunk, stall, hold, join, reset, unplug, drift, wrap";
    private static final int MOST_BYTES = 1 << 20;

    public FaultPlan {
        for (double chance : new double[] {loss, corrupt, insert, burst, duplicate}) {
            if (!(chance >= 0 && chance <= 0.5)) {
                throw new IllegalArgumentException(
                        "a chance of " + chance + " a byte; give 0 to 0.5, 1e-4 for instance");
            }
        }
        if (longestBytes < 1 || longestBytes > MOST_BYTES) {
            throw new IllegalArgumentException("bursts of up to " + longestBytes + " bytes; give 1 to " + MOST_BYTES);
        }
        if (!(batchMillis >= 0 && batchMillis <= 10_000) || chunkBytes < 0 || holdBytes < 0 || joinBytes < 0) {
            throw new IllegalArgumentException("batches of " + batchMillis + " ms, chunks of " + chunkBytes
                    + " bytes, " + holdBytes + " bytes held, " + joinBytes + " missed at first: none may be negative,"
                    + " and a batch lasts 10 s at most");
        }
        if (!(Math.abs(driftPpm) <= 50_000)) {
            throw new IllegalArgumentException("a drift of " + driftPpm + " ppm; give -50000 to 50000");
        }
    }

    /** A line without a fault. */
    public static FaultPlan none() {
        return parse("");
    }

    /**
     * As on the command line: {@code loss=1e-4,stall=2s/30s,drift=300ppm}. Stretches are a length and either how often they
     * come on average ({@code 2s/30s}) or when ({@code 2s@10s}).
     *
     * @throws IllegalArgumentException saying which entry can not be understood, and what there is
     */
    public static FaultPlan parse(String text) {
        Map<String, String> said = new TreeMap<>();
        for (String entry : text.split(",")) {
            Matcher matcher = ENTRY.matcher(entry.strip().toLowerCase(Locale.ROOT));
            if (matcher.matches()) {
                said.put(matcher.group(1), matcher.group(2));
            } else if (!entry.isBlank()) {
                throw unknown(entry.strip());
            }
        }
        FaultPlan plan = new FaultPlan(
                number(said, "loss", "", 0),
                number(said, "corrupt", "", 0),
                number(said, "insert", "", 0),
                number(said, "burst", "", 0),
                number(said, "duplicate", "", 0),
                (int) number(said, "longest", "b", 200),
                number(said, "batch", "ms", 0),
                (int) number(said, "chunk", "b", 0),
                stretches(said, "stall"),
                (int) number(said, "hold", "b", 0),
                (int) number(said, "join", "b", 0),
                stretches(said, "reset"),
                stretches(said, "unplug"),
                number(said, "drift", "ppm", 0),
                (int) number(said, "wrap", "", -1));
        if (!said.isEmpty()) {
            throw unknown(said.keySet().iterator().next());
        }
        return plan;
    }

    private static IllegalArgumentException unknown(String entry) {
        return new IllegalArgumentException(
                "'" + entry + "' is no fault; write NAME=VALUE, with commas between; there are " + KNOWN);
    }

    private static double number(Map<String, String> said, String name, String unit, double otherwise) {
        return Optional.ofNullable(said.remove(name))
                .map(value -> number(name, value, unit))
                .orElse(otherwise);
    }

    private static double number(String name, String value, String unit) {
        Matcher matcher = NUMBER.matcher(value);
        if (matcher.matches() && (matcher.group(2).isEmpty() || matcher.group(2).equals(unit))) {
            try {
                return Double.parseDouble(matcher.group(1));
            } catch (NumberFormatException strange) {
                // said below
            }
        }
        throw new IllegalArgumentException(
                name + "=" + value + " is no number" + (unit.isEmpty() ? "" : ", alone or with " + unit));
    }

    private static Stretches stretches(Map<String, String> said, String name) {
        String value = said.remove(name);
        if (value == null) {
            return Stretches.NONE;
        }
        String[] parts = value.split("[/@]", 2);
        double length = number(name, parts[0], "s");
        boolean once = value.indexOf('@') >= 0;
        double when = parts.length < 2 ? Stretches.USUAL_EVERY_SECONDS : number(name, parts[1], "s");
        return new Stretches(length, when, once);
    }
}

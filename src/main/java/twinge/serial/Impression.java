package twinge.serial;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import twinge.wire.Fit;
import twinge.wire.Protocol;
import twinge.wire.Talk;

/**
 * What was overheard at one speed.
 *
 * @param sample the first of it
 * @param protocol what it fits best, if anything
 */
record Impression(int baud, long bytes, long millis, byte[] sample, Optional<Protocol> protocol, Fit fit) {
    private static final double MOSTLY = 0.95;

    static Impression of(int baud, List<Protocol> protocols, Talk talk, long millis) {
        byte[] sample = talk.heard();
        Protocol best = null;
        Fit fit = Fit.NONE;
        for (Protocol protocol : protocols) {
            Fit each = sample.length == 0 ? Fit.NONE : protocol.fit(sample, sample.length);
            boolean better = each.certain() == fit.certain() ? each.coverage() > fit.coverage() : each.certain();
            if (better) {
                best = protocol;
                fit = each;
            }
        }
        return new Impression(baud, talk.heardBytes(), millis, sample, Optional.ofNullable(best), fit);
    }

    /** Whether a person could read it. */
    boolean text() {
        int readable = 0;
        for (byte value : sample) {
            readable += value >= ' ' && value < 127 || value == '\n' || value == '\r' || value == '\t' ? 1 : 0;
        }
        return sample.length > 0 && readable >= MOSTLY * sample.length;
    }

    /** A line of it, the second if there are several, for the first may have begun before it was listened to. */
    String line() {
        List<String> lines = new String(sample, java.nio.charset.StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.isEmpty() ? "" : Printable.line(lines.get(Math.min(1, lines.size() - 1)));
    }

    /** {@code 4.1 kB/s} */
    String speed() {
        double perSecond = millis == 0 ? 0 : bytes * 1000.0 / millis;
        return perSecond >= 1000
                ? String.format(Locale.ROOT, "%.1f kB/s", perSecond / 1000)
                : Math.round(perSecond) + " B/s";
    }
}

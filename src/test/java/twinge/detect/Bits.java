package twinge.detect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.events.Evidence;

/** A digest of every bit of what the detector finds in a generated session; also run as a program of its own. */
final class Bits {
    private Bits() {}

    public static void main(String[] arguments) {
        System.out.println(digest());
    }

    static String digest() {
        List<Finding> findings = Cut.findings(Cut.simulated("lifting", 7, 12));
        findings.addAll(Cut.findings(Cut.simulated("quiet", 7, 9)));
        findings.addAll(Cut.findings(Cut.simulated("clonus", 7, 25)));
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(finding.getClass().getSimpleName()).append(' ').append(finding.decidedFrame());
            if (finding instanceof Finding.Trace trace) {
                bits(text, trace.envelope(), trace.baseline(), trace.onThreshold(), trace.offThreshold());
            } else if (finding instanceof Finding.BurstFound found) {
                burst(text, found.burst());
            } else if (finding instanceof Finding.EpisodeEnded ended) {
                episode(text, ended.episode());
            } else {
                text.append(finding);
            }
            text.append('\n');
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest) + " of " + findings.size() + " findings";
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static void episode(StringBuilder text, Episode episode) {
        text.append(episode.kind());
        bits(text, episode.verdict().probability(), episode.onsetSeconds(), episode.endSeconds());
        for (Evidence evidence : episode.verdict().evidence()) {
            text.append(evidence.words());
            bits(text, evidence.weight());
        }
        episode.bursts().forEach(burst -> burst(text, burst));
    }

    private static void burst(StringBuilder text, Burst burst) {
        text.append(burst.kind()).append(burst.channel()).append(' ').append(burst.onsetFrame());
        text.append(' ').append(burst.endFrame());
        bits(
                text,
                burst.features().values().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    private static void bits(StringBuilder text, double... values) {
        for (double value : values) {
            text.append(' ').append(Long.toHexString(Double.doubleToLongBits(value)));
        }
    }
}

package twinge.serial;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import twinge.wire.Protocol;

/** Why no board was found at a port, told from what was measured there. */
final class Reason {
    private final List<Impression> impressions = new ArrayList<>();
    private final Set<String> silentTo = new LinkedHashSet<>();
    private final Set<String> answers = new LinkedHashSet<>();
    private final Set<String> notAsked = new LinkedHashSet<>();

    void add(Impression impression) {
        impressions.add(impression);
    }

    List<Impression> impressions() {
        return impressions;
    }

    /** @param answered whether anything was heard in the conversation */
    void failed(Protocol protocol, int baud, boolean answered, String words) {
        silentTo.add(protocol.title());
        if (answered) {
            answers.add(protocol.title() + " at " + baud + ": " + Printable.line(words));
        }
    }

    void notAsked(Protocol protocol) {
        if (!silentTo.contains(protocol.title())) {
            notAsked.add(protocol.title());
        }
    }

    String words(BoardSearch search, long millis) {
        return heard(search, millis)
                + (notAsked.isEmpty()
                        ? ""
                        : " There was no time to ask for " + String.join(", ", notAsked)
                                + ": state the board with --board.");
    }

    private String heard(BoardSearch search, long millis) {
        for (Impression impression : impressions) {
            if (impression.fit().certain() && !asWished(impression, search)) {
                return otherwise(impression, search);
            }
        }
        Impression loudest = impressions.stream()
                .reduce((one, other) -> other.bytes() > one.bytes() ? other : one)
                .orElse(null);
        if (loudest == null || loudest.bytes() == 0 && answers.isEmpty()) {
            return "silent: nothing came in " + seconds(millis) + " s" + asked()
                    + ". Is the board switched on, and is this its port?";
        }
        if (!answers.isEmpty()) {
            return "something answers, but no board was recognised (" + String.join("; ", answers) + ").";
        }
        return noise(loudest);
    }

    private boolean asWished(Impression impression, BoardSearch search) {
        boolean speed = search.baud().isEmpty() || search.baud().getAsInt() == impression.baud();
        return speed && search.allowed().contains(impression.protocol().get());
    }

    private static String otherwise(Impression impression, BoardSearch search) {
        Protocol protocol = impression.protocol().get();
        boolean wished = search.allowed().contains(protocol);
        String what = impression.fit().words().isEmpty()
                ? "frames of " + protocol.title()
                : protocol.title() + ": " + impression.fit().words();
        if (wished) {
            return "no valid frame at " + search.baud().getAsInt() + " baud. At " + impression.baud() + " there is "
                    + what + ". Use --baud " + impression.baud() + " or --baud auto.";
        }
        String titles = search.allowed().stream().map(Protocol::title).collect(Collectors.joining(" or "));
        String looks = impression.text() ? " (text lines like \"" + impression.line() + "\")" : "";
        return "this is " + what + looks + ", not " + titles + ". Use --board " + protocol.name() + " or leave it out.";
    }

    private String noise(Impression loudest) {
        String speeds = impressions.stream()
                .map(impression -> Integer.toString(impression.baud()))
                .distinct()
                .collect(Collectors.joining(", "));
        if (loudest.text()) {
            return "it sends text, but no lines of numbers: \"" + loudest.line() + "\" at " + loudest.baud()
                    + " baud. Is this the board's port, and does its program print numbers?";
        }
        return "receiving " + loudest.speed() + ", but nothing that a known board sends at " + speeds
                + " baud. If you know the board's speed, state it with --baud.";
    }

    private String asked() {
        return silentTo.isEmpty() ? "" : ", and there was no answer to " + String.join(", ", silentTo);
    }

    private static String seconds(long millis) {
        return String.format(java.util.Locale.ROOT, "%.1f", millis / 1000.0);
    }
}

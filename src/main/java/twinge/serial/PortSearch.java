package twinge.serial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import twinge.wire.Conversation;
import twinge.wire.Conversation.Step;
import twinge.wire.Protocol;
import twinge.wire.Talk;

/** The search for a board at one port: listens at each speed, then asks, then says what it found or why it found none. */
final class PortSearch {
    /** From opening the port to the last question; only a port that says nothing at all gets so far. */
    private static final long LIMIT_MILLIS = 7500;

    private static final long FIRST_LISTEN_MILLIS = 500;
    private static final long LISTEN_MILLIS = 300;
    private static final long FIT_MILLIS = 100;

    /** Opening the port resets an Arduino, whose boot loader then listens for a new program and swallows what is said. */
    private static final long BOOT_MILLIS = 2000;

    private static final Set<Integer> VENDORS_THAT_RESET = Set.of(0x2341, 0x2a03, 0x1a86); // Arduino, its clones' CH340

    private static final int SPEEDS_ASKED = 2;
    /**
     * Chords answers after a second; and a board that waits a second for the rest of a command has given up on what it
     * took for the beginning of one before it is asked in its own language.
     */
    private static final long SILENCE_MILLIS = 1400;

    private static final long CONVERSATION_MILLIS = 3000;
    /** Lines of numbers are listened to for five seconds, because only that tells their rate. */
    private static final long EXPECTED_MILLIS = 7000;

    /** More than any answer to a first question; whoever sends that much without being understood is a board of another kind. */
    private static final int TALKATIVE_BYTES = 400;

    private static final int TAIL_BYTES = 64;

    private static final double WORTH_ASKING = 0.5; // share of bytes in frames

    private final BoardSearch search;
    private final Port port;
    private final Reason reason = new Reason();
    private final Set<String> unanswered = new HashSet<>(); // first words of a conversation, with the speed
    private final long began = System.nanoTime();
    private boolean heardLate;
    private boolean loud; // something came, if only while questions were asked
    private SerialLink link;
    private Talk talk;

    PortSearch(BoardSearch search, Port port) {
        this.search = search;
        this.port = port;
    }

    /** Leaves the port open only if a board was found. */
    Answer ask() {
        Optional<Answer.Found> found = Optional.empty();
        try {
            List<Integer> speeds = speeds(search.allowed());
            link = SerialLink.open(search.ports(), port, speeds.get(0));
            talk = new Talk(link, System::nanoTime);
            found = listen(speeds);
            found = found.isPresent() ? found : converse();
            if (found.isPresent()) {
                return found.get();
            }
            if (restricted() && talkative()) {
                listenForOthers(speeds);
            }
            return new Answer.Unknown(port, Optional.empty(), reason.words(search, millis()));
        } catch (PortTrouble trouble) {
            return new Answer.Unknown(port, Optional.of(trouble), trouble.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            return new Answer.Unknown(port, Optional.empty(), String.valueOf(e.getMessage()));
        } finally {
            if (link != null && found.isEmpty()) {
                link.close();
            }
        }
    }

    /** What is sent without a question, at each speed; a port that is silent at one is silent at all. */
    private Optional<Answer.Found> listen(List<Integer> speeds) throws IOException {
        List<Impression> likely = new ArrayList<>();
        for (int baud : speeds) {
            tune(baud);
            boolean first = reason.impressions().isEmpty();
            Impression impression = overhear(first ? firstListenMillis() : LISTEN_MILLIS, search.allowed());
            reason.add(impression);
            if (impression.bytes() == 0 || heardLate && impression.bytes() < TAIL_BYTES) {
                return Optional.empty(); // at most the end of an answer to a question for another board
            }
            if (impression.fit().certain()) {
                Optional<Answer.Found> found = converse(impression.protocol().get(), impression.sample(), true);
                if (found.isPresent()) {
                    return found;
                }
            } else if (impression.fit().coverage() >= WORTH_ASKING) {
                likely.add(impression);
            }
        }
        likely.sort(Comparator.comparingDouble(impression -> -impression.fit().coverage()));
        for (Impression impression : likely) {
            tune(impression.baud());
            Optional<Answer.Found> found = converse(impression.protocol().get(), new byte[0], true);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private long firstListenMillis() {
        boolean resets = port.usb().isPresent()
                && VENDORS_THAT_RESET.contains(port.usb().get().vendor());
        return resets ? BOOT_MILLIS : FIRST_LISTEN_MILLIS;
    }

    /** Listens until it is certain what is spoken or the time is over; what is silent after half of it will not speak. */
    private Impression overhear(long millis, List<Protocol> protocols) throws IOException {
        long from = System.nanoTime();
        long nextFit = 0;
        Impression impression = Impression.of(link.baud(), protocols, talk, 0);
        for (long elapsed = 0; elapsed < millis && !impression.fit().certain(); ) {
            talk.listen(Math.min(FIT_MILLIS, millis - elapsed));
            elapsed = (System.nanoTime() - from) / 1_000_000;
            if (elapsed >= nextFit || elapsed >= millis) {
                impression = Impression.of(link.baud(), protocols, talk, elapsed);
                nextFit = elapsed + FIT_MILLIS;
                boolean booted = impression.bytes() > 0 && elapsed >= FIRST_LISTEN_MILLIS;
                millis = booted && impression.fit().frames() == 0 ? Math.min(millis, elapsed + LISTEN_MILLIS) : millis;
            }
        }
        return impression;
    }

    /** One protocol after the other, each at its two likeliest speeds. */
    private Optional<Answer.Found> converse() throws IOException {
        for (Protocol protocol : search.allowed()) {
            if (!talkative() && protocol.streamsUnasked()) {
                continue;
            }
            List<Integer> speeds = speeds(List.of(protocol));
            for (int baud : speeds.subList(0, Math.min(SPEEDS_ASKED, speeds.size()))) {
                Optional<Answer.Found> found = converse(protocol, baud);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Answer.Found> converse(Protocol protocol, int baud) throws IOException {
        if (millis() > LIMIT_MILLIS) {
            reason.notAsked(protocol);
            return Optional.empty();
        }
        if (unanswered.contains(opening(protocol, baud))) { // Cyton with and without Daisy are asked the same
            return Optional.empty();
        }
        tune(baud);
        Optional<Answer.Found> found = converse(protocol, new byte[0], false);
        return found.isPresent() ? found : lateStarter();
    }

    /** A board that began to stream on its own only now, because it was starting while it was listened to. */
    private Optional<Answer.Found> lateStarter() throws IOException {
        if (talk.heardBytes() < TALKATIVE_BYTES
                || heardLate
                || reason.impressions().stream().anyMatch(each -> each.bytes() > 0)) {
            return Optional.empty();
        }
        heardLate = true;
        Impression impression = Impression.of(link.baud(), search.allowed(), talk, 0);
        if (impression.fit().certain()) {
            return converse(impression.protocol().get(), impression.sample(), true);
        }
        return listen(speeds(search.allowed()));
    }

    /** @param expected whether what was overheard looks like the protocol; otherwise noise is no answer */
    private Optional<Answer.Found> converse(Protocol protocol, byte[] overheard, boolean expected) throws IOException {
        talk.forget();
        Conversation conversation;
        try {
            conversation = protocol.converse(search.wishes());
        } catch (IllegalArgumentException unfit) { // such a board can not do what is wished for
            reason.failed(protocol, link.baud(), expected || search.allowed().size() == 1, unfit.getMessage());
            return Optional.empty();
        }
        Step step = talk.carryOut(
                conversation,
                overheard,
                SILENCE_MILLIS,
                expected
                        ? EXPECTED_MILLIS
                        : Math.max(SILENCE_MILLIS, Math.min(CONVERSATION_MILLIS, LIMIT_MILLIS - millis())),
                () -> !expected && talk.heardBytes() >= TALKATIVE_BYTES && strange(protocol));
        if (step instanceof Step.Streaming streaming) {
            return Optional.of(new Answer.Found(link.port(), link, streaming.board(), streaming.unread()));
        }
        boolean answered = expected || !talkative() && talk.heardBytes() > 0;
        loud |= talk.heardBytes() > 0;
        if (talk.heardBytes() == 0) {
            unanswered.add(opening(protocol, link.baud()));
        }
        reason.failed(protocol, link.baud(), answered, ((Step.Failed) step).reason());
        return Optional.empty();
    }

    /** Whether a good deal was heard of which nothing is of the protocol that was asked for. */
    private boolean strange(Protocol protocol) {
        byte[] heard = talk.heard();
        return protocol.fit(heard, heard.length).frames() == 0;
    }

    private String opening(Protocol protocol, int baud) {
        try {
            Step first = protocol.converse(search.wishes()).next(new byte[0], 0);
            if (first instanceof Step.Say say) {
                return baud + " " + Arrays.toString(say.bytes());
            }
        } catch (IllegalArgumentException unfit) {
            return baud + " " + protocol.name();
        }
        return baud + " " + protocol.name();
    }

    /** After what was wished for was not found: what else it is. */
    private void listenForOthers(List<Integer> heardAt) throws IOException {
        Set<Integer> others = new LinkedHashSet<>(heardAt);
        others.addAll(ownSpeeds(search.known()));
        for (int baud : others) {
            tune(baud);
            Impression impression = overhear(LISTEN_MILLIS, search.known());
            reason.add(impression);
            if (impression.fit().certain()) {
                return;
            }
        }
    }

    private boolean restricted() {
        return search.baud().isPresent()
                || search.allowed().size() < search.known().size();
    }

    private boolean talkative() {
        return loud || reason.impressions().stream().anyMatch(impression -> impression.bytes() > 0);
    }

    private void tune(int baud) throws IOException {
        if (baud != link.baud()) {
            link.baud(baud);
        }
        talk.forget();
    }

    private List<Integer> speeds(List<Protocol> protocols) {
        return search.baud().isPresent() ? List.of(search.baud().getAsInt()) : ownSpeeds(protocols);
    }

    private static List<Integer> ownSpeeds(List<Protocol> protocols) {
        Set<Integer> speeds = new LinkedHashSet<>();
        int most = protocols.stream()
                .mapToInt(protocol -> protocol.baudRates().size())
                .max()
                .orElse(0);
        for (int place = 0; place < most; place++) {
            for (Protocol protocol : protocols) {
                if (place < protocol.baudRates().size()) {
                    speeds.add(protocol.baudRates().get(place));
                }
            }
        }
        return speeds.isEmpty() ? List.of(115_200) : List.copyOf(speeds);
    }

    private long millis() {
        return (System.nanoTime() - began) / 1_000_000;
    }
}

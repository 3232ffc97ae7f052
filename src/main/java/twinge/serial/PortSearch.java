package twinge.serial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import twinge.wire.Conversation.Step;
import twinge.wire.Protocol;
import twinge.wire.Talk;

/** The search for a board at one port: listens at each speed, then asks, then says what it found or why it found none. */
final class PortSearch {
    /** From opening the port to the last question. */
    private static final long LIMIT_MILLIS = 4800;

    private static final long FIRST_LISTEN_MILLIS = 500;
    private static final long LISTEN_MILLIS = 300;
    private static final long FIT_MILLIS = 100;

    /** Opening the port resets an Arduino, whose boot loader then listens for a new program and swallows what is said. */
    private static final long BOOT_MILLIS = 2000;

    private static final Set<Integer> VENDORS_THAT_RESET = Set.of(0x2341, 0x2a03, 0x1a86); // Arduino, its clones' CH340

    private static final long SILENCE_MILLIS = 700;
    private static final long CONVERSATION_MILLIS = 3000;
    private static final double WORTH_ASKING = 0.5; // share of bytes in frames

    private final BoardSearch search;
    private final Port port;
    private final Reason reason = new Reason();
    private final long began = System.nanoTime();
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
            if (impression.bytes() == 0) {
                return Optional.empty();
            }
            if (impression.fit().certain()) {
                Optional<Answer.Found> found = converse(impression.protocol().get(), impression.sample());
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
            Optional<Answer.Found> found = converse(impression.protocol().get(), new byte[0]);
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

    /** Every protocol at its likeliest speed, then at the next. */
    private Optional<Answer.Found> converse() throws IOException {
        int most = search.allowed().stream()
                .mapToInt(protocol -> speeds(List.of(protocol)).size())
                .max()
                .orElse(0);
        for (int place = 0; place < most; place++) {
            for (Protocol protocol : search.allowed()) {
                List<Integer> speeds = speeds(List.of(protocol));
                if (place >= speeds.size() || protocol.streamsUnasked() && !talkative()) {
                    continue;
                }
                if (millis() > LIMIT_MILLIS) {
                    reason.notAsked(protocol);
                    continue;
                }
                tune(speeds.get(place));
                Optional<Answer.Found> found = converse(protocol, new byte[0]);
                found = found.isPresent() ? found : lateStarter();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** A board that began to stream on its own only now: it was starting while it was listened to. */
    private Optional<Answer.Found> lateStarter() throws IOException {
        if (talk.heardBytes() == 0) {
            return Optional.empty();
        }
        Impression impression = Impression.of(link.baud(), search.allowed(), talk, 0);
        return impression.fit().certain()
                ? converse(impression.protocol().get(), impression.sample())
                : Optional.empty();
    }

    private Optional<Answer.Found> converse(Protocol protocol, byte[] overheard) throws IOException {
        talk.forget();
        Step step = talk.carryOut(
                protocol.converse(search.wishes()),
                overheard,
                SILENCE_MILLIS,
                Math.max(SILENCE_MILLIS, Math.min(CONVERSATION_MILLIS, LIMIT_MILLIS - millis())));
        if (step instanceof Step.Streaming streaming) {
            return Optional.of(new Answer.Found(link.port(), link, streaming.board(), streaming.unread()));
        }
        boolean answered = talk.heardBytes() > 0 || overheard.length > 0;
        reason.failed(protocol, link.baud(), answered, ((Step.Failed) step).reason());
        return Optional.empty();
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
        return reason.impressions().stream().anyMatch(impression -> impression.bytes() > 0);
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

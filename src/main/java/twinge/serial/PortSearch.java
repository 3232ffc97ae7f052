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

/**
 * The search for a board at one port: listens at each speed, asks, listens again if a board began to send only then (it was
 * starting), and says what it found or why it found none.
 */
final class PortSearch {
    /** When the last question to a port that sends something is begun; to one that is silent, the later. */
    private static final long LIMIT_MILLIS = 4800;

    private static final long SILENT_LIMIT_MILLIS = 7500;

    private static final int SPEEDS_ASKED = 2;

    /**
     * Chords answers after a second; and a board that waits a second for the rest of a command has given up on what it
     * took for the beginning of one before it is asked in its own language.
     */
    private static final long SILENCE_MILLIS = 1400;

    private static final long CONVERSATION_MILLIS = 3000;
    private static final long SURE_CONVERSATION_MILLIS = 7000; // lines of numbers: their rate takes time to learn
    private static final long STILL_FLOWING_MILLIS = 250;

    private final BoardSearch search;
    private final Port port;
    private final Reason reason = new Reason();
    private final Set<String> unanswered = new HashSet<>(); // first words of a conversation, with the speed
    private final long began = System.nanoTime();
    private boolean loud; // something came
    private boolean flowing; // and still comes
    private boolean listenedAgain;
    private SerialLink link;
    private Talk talk;
    private Overhearing overhearing;

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
            overhearing = new Overhearing(link, talk, port);
            found = listen(speeds);
            found = found.isPresent() ? found : converse();
            if (found.isPresent()) {
                return found.get();
            }
            if (restricted() && loud) {
                listenForOthers(speeds);
            }
            return new Answer.Unknown(port, Optional.empty(), reason.words(search, millis()));
        } catch (PortTrouble trouble) {
            return new Answer.Unknown(port, Optional.of(trouble), trouble.getMessage());
        } catch (IOException e) {
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
            Impression impression = overhear(baud, search.allowed());
            if (!flowing) {
                break;
            }
            if (impression.fit().certain()) {
                Optional<Answer.Found> found = converse(impression.protocol().get(), impression.sample(), true);
                if (found.isPresent()) {
                    return found;
                }
            } else if (impression.likely()) {
                likely.add(impression);
            }
        }
        likely.sort(Comparator.comparingDouble(impression -> -impression.fit().coverage()));
        for (Impression impression : likely) {
            link.baud(impression.baud());
            Optional<Answer.Found> found = converse(impression.protocol().get(), new byte[0], true);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Impression overhear(int baud, List<Protocol> protocols) throws IOException {
        link.baud(baud);
        Impression impression =
                overhearing.at(baud, protocols, reason.impressions().isEmpty());
        reason.add(impression);
        flowing = impression.bytes() > 0;
        loud |= flowing;
        return impression;
    }

    /**
     * Every protocol at its likeliest speed, then at the next; not such as would have been overheard. What was asked while
     * the board may still have been starting is asked once more.
     */
    private Optional<Answer.Found> converse() throws IOException {
        List<Protocol> asked = search.allowed().stream()
                .filter(protocol -> search.allowed().size() == 1 || !protocol.streamsUnasked())
                .toList();
        List<Protocol> early = new ArrayList<>();
        for (Protocol protocol : asked) {
            boolean starting = millis() < Overhearing.BOOT_MILLIS;
            Optional<Answer.Found> found = converse(protocol, 0);
            if (found.isPresent()) {
                return found;
            }
            if (starting && unanswered.remove(opening(protocol, link.baud()))) {
                early.add(protocol);
            }
        }
        Optional<Answer.Found> found = converse(early, 0);
        for (int place = 1; place < SPEEDS_ASKED && found.isEmpty(); place++) {
            found = converse(asked, place);
        }
        return found;
    }

    private Optional<Answer.Found> converse(List<Protocol> protocols, int place) throws IOException {
        for (Protocol protocol : protocols) {
            Optional<Answer.Found> found = converse(protocol, place);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** @param place which of its speeds */
    private Optional<Answer.Found> converse(Protocol protocol, int place) throws IOException {
        List<Integer> speeds = speeds(List.of(protocol));
        return place < speeds.size()
                ? converse(protocol, speeds.get(place), search.allowed().size() == 1)
                : Optional.empty();
    }

    private Optional<Answer.Found> converse(Protocol protocol, int baud, boolean sole) throws IOException {
        if (millis() > (flowing ? LIMIT_MILLIS : SILENT_LIMIT_MILLIS)) {
            reason.notAsked(protocol);
            return Optional.empty();
        }
        if (unanswered.contains(opening(protocol, baud))) { // Cyton with and without Daisy are asked the same
            return Optional.empty();
        }
        link.baud(baud);
        boolean flowedBefore = flowing;
        Optional<Answer.Found> found = converse(protocol, new byte[0], sole);
        if (found.isEmpty() && flowing && !flowedBefore && !listenedAgain) {
            listenedAgain = true;
            return listen(speeds(search.allowed()));
        }
        return found;
    }

    /** @param sure whether it is known to be this protocol, by what was overheard or by the user's word */
    private Optional<Answer.Found> converse(Protocol protocol, byte[] overheard, boolean sure) throws IOException {
        talk.forget();
        Conversation conversation;
        try {
            conversation = protocol.converse(search.wishes());
        } catch (IllegalArgumentException unfit) { // such a board can not do what is wished for
            reason.failed(protocol, link.baud(), sure, unfit.getMessage());
            return Optional.empty();
        }
        Strangeness strangeness = new Strangeness(protocol, talk);
        Step step = talk.carryOut(
                conversation,
                overheard,
                sure ? SURE_CONVERSATION_MILLIS : SILENCE_MILLIS,
                sure ? SURE_CONVERSATION_MILLIS : CONVERSATION_MILLIS,
                () -> !sure && strangeness.shows());
        if (step instanceof Step.Streaming streaming) {
            return Optional.of(new Answer.Found(link.port(), link, streaming.board(), streaming.unread()));
        }
        boolean answered = talk.heardBytes() > 0;
        if (!answered) {
            unanswered.add(opening(protocol, link.baud()));
        }
        loud |= answered;
        boolean flowedBefore = flowing;
        flowing = answered && talk.listen(STILL_FLOWING_MILLIS).length > 0;
        boolean ofItsOwn = sure && loud || answered && !flowing && !flowedBefore;
        reason.failed(protocol, link.baud(), ofItsOwn, ((Step.Failed) step).reason());
        return Optional.empty();
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
            if (overhear(baud, search.known()).fit().certain()) {
                return;
            }
        }
    }

    private boolean restricted() {
        return search.baud().isPresent()
                || search.allowed().size() < search.known().size();
    }

    private List<Integer> speeds(List<Protocol> protocols) {
        return search.baud().isPresent() ? List.of(search.baud().getAsInt()) : ownSpeeds(protocols);
    }

    /** The likeliest of each, then the second of each, and so on. */
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

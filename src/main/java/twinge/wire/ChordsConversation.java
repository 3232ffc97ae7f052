package twinge.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Asks a Chords board its name and starts it. It takes a second to answer (it waits for more of the command), and an Uno
 * that was reset by opening its port another two; so it is asked three times.
 */
final class ChordsConversation implements Conversation {
    private static final int ASKINGS = 3;
    private static final int ANSWER_MILLIS = 1500;
    private static final int STREAM_MILLIS = 2500;

    private final Chords chords;
    private final Board known; // null: to be found out
    private final Wishes wishes;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private int askings;
    private long phaseEnds = -1;
    private Board starting; // the board that was told to start

    ChordsConversation(Chords chords, Wishes wishes) {
        this.chords = chords;
        this.known = null;
        this.wishes = wishes;
    }

    /** Starts a board that was reopened. */
    ChordsConversation(Chords chords, Board known) {
        this.chords = chords;
        this.known = known;
        this.wishes = Wishes.none();
    }

    @Override
    public Step next(byte[] bytes, long elapsedMillis) {
        heard.writeBytes(bytes);
        return starting == null ? name(elapsedMillis) : stream(elapsedMillis);
    }

    private Step name(long elapsedMillis) {
        Optional<String> name = answer();
        if (name.isPresent()) {
            return named(name.get(), elapsedMillis);
        }
        if (elapsedMillis < phaseEnds) {
            return new Step.Listen((int) (phaseEnds - elapsedMillis));
        }
        if (askings == ASKINGS) {
            return new Step.Failed("no board's name within " + ASKINGS * ANSWER_MILLIS + " ms of WHORU; "
                    + (heard.size() == 0 ? "nothing was heard at all" : heard.size() + " other bytes were heard")
                    + "; Chords firmware answers at 230400 or 115200 baud");
        }
        askings++;
        return say("WHORU\n", ANSWER_MILLIS, elapsedMillis);
    }

    /** The last whole line that reads as a name does; bytes of a stream that was under way may come before it. */
    private Optional<String> answer() {
        String text = heard.toString(StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf('\n');
        String[] lines = end < 0 ? new String[0] : text.substring(0, end).split("\n");
        for (String line : lines) {
            String name = line.strip();
            for (ChordsBoard board : ChordsBoard.all()) {
                if (name.endsWith(board.name())) {
                    return Optional.of(board.name());
                }
            }
            if (name.matches("[A-Z][A-Z0-9]+(-[A-Z0-9]+)+")) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private Step named(String name, long elapsedMillis) {
        if (known != null && !known.model().equals(name)) {
            return new Step.Failed("the board calls itself " + name + " now; it was a " + known.model());
        }
        String wished = wishes.model().orElse(name);
        if (!wished.equals(name) && ChordsBoard.named(name).isPresent()) {
            return new Step.Failed("the board calls itself " + name + ", not " + wished);
        }
        if (ChordsBoard.named(wished).isEmpty()) {
            return new Step.Failed(
                    "the board calls itself " + name + ", which is not known here; if it sends as one of "
                            + ChordsBoard.names() + " does, state that as its model");
        }
        try {
            starting = known != null ? known : chords.board(named(wished));
        } catch (IllegalArgumentException unfit) {
            return new Step.Failed(unfit.getMessage());
        }
        return say("START\n", STREAM_MILLIS, elapsedMillis);
    }

    private Wishes named(String model) {
        OptionalDouble rate = wishes.rateHz();
        return new Wishes(
                Optional.of(model), rate, wishes.channels(), wishes.gain(), wishes.referenceVolts(), wishes.envelope());
    }

    private Step stream(long elapsedMillis) {
        ChordsBoard model = ChordsBoard.named(starting.model()).orElseThrow();
        FrameFinder.Shape shape = ChordsBoard.shape(model.channels());
        byte[] all = heard.toByteArray();
        Intake intake = new Intake();
        intake.add(all, 0, all.length);
        for (int at = 0; at + 2 * model.frameBytes() <= all.length; at++) {
            if (shape.fits(intake, at) && shape.fits(intake, at + model.frameBytes())) {
                return new Step.Streaming(starting, Arrays.copyOfRange(all, at, all.length));
            }
        }
        return elapsedMillis < phaseEnds
                ? new Step.Listen((int) (phaseEnds - elapsedMillis))
                : new Step.Failed("no frame of " + model.channels() + " channels within " + STREAM_MILLIS
                        + " ms of START, though the board answered as " + model.name() + "; " + all.length
                        + " bytes were heard");
    }

    private Step say(String text, int millis, long elapsedMillis) {
        heard.reset();
        phaseEnds = elapsedMillis + millis;
        return new Step.Say(text.getBytes(StandardCharsets.US_ASCII), millis);
    }
}

package twinge.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a board of Backyard Brains what it is, sets its channels if fewer or more are wished, and counts those it sends. An
 * Uno that was reset by opening its port is deaf for two seconds, so it is asked several times.
 */
final class SpikerConversation implements Conversation {
    private static final Pattern HARDWARE = Pattern.compile("HWT:\\s*([A-Z0-9]+)");
    private static final int ASKINGS = 4;
    private static final int ANSWER_MILLIS = 700;
    private static final int SETTLE_MILLIS = 300;
    private static final int MEASURE_MILLIS = 300;
    private static final int ENOUGH_FRAMES = 20;

    private enum Phase {
        ASK,
        SETTLE,
        MEASURE
    }

    private final Spiker spiker;
    private final Board known; // null: to be found out
    private final Wishes wishes;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private Phase phase = Phase.ASK;
    private long phaseEnds = -1;
    private int askings;
    private String hardware = "";

    SpikerConversation(Spiker spiker, Wishes wishes) {
        this.spiker = spiker;
        this.known = null;
        this.wishes = wishes;
    }

    /** Makes a board that was reopened send as before. */
    SpikerConversation(Spiker spiker, Board known) {
        this.spiker = spiker;
        this.known = known;
        this.wishes = Wishes.none();
    }

    @Override
    public Step next(byte[] bytes, long elapsedMillis) {
        heard.writeBytes(bytes);
        return switch (phase) {
            case ASK -> ask(elapsedMillis);
            case SETTLE -> settle(elapsedMillis);
            case MEASURE -> measure(elapsedMillis);
        };
    }

    private Step ask(long elapsedMillis) {
        Matcher answer = HARDWARE.matcher(heard.toString(StandardCharsets.ISO_8859_1));
        boolean answered = answer.find() && answer.end() < heard.size(); // the name may be cut at the end
        if (answered) {
            hardware = answer.group(1);
            return answered(elapsedMillis);
        }
        if (elapsedMillis < phaseEnds) {
            return new Step.Listen((int) (phaseEnds - elapsedMillis));
        }
        if (askings < ASKINGS) {
            askings++;
            return say("b:;\n", ANSWER_MILLIS, elapsedMillis);
        }
        Fit fit = spiker.fit(heard.toByteArray(), heard.size());
        if (!fit.certain()) {
            return new Step.Failed("no HWT: within " + ASKINGS * ANSWER_MILLIS + " ms of b:; and "
                    + (heard.size() == 0 ? "nothing was heard at all" : heard.size() + " bytes that are no frames")
                    + "; a SpikerShield sends at 222222 baud, the newer boxes at 500000");
        }
        return answered(elapsedMillis); // it sends as these boards do, but does not know the question
    }

    private Step answered(long elapsedMillis) {
        if (known != null && !known.model().equals(hardware)) {
            return new Step.Failed("the board calls itself \"" + hardware + "\" now; it was \"" + known.model() + "\"");
        }
        String model = wishes.model().orElse(hardware);
        if (!model.isEmpty() && SpikerBoard.named(model).isEmpty()) {
            return new Step.Failed("the board calls itself " + model
                    + ", which is not known here; state its model as one" + " that sends alike");
        }
        hardware = model;
        Optional<Integer> streamed = wished();
        if (streamed.isPresent()) {
            phase = Phase.SETTLE;
            return say("conf s:10000;c:" + streamed.get() + ";\n", SETTLE_MILLIS, elapsedMillis);
        }
        return listen(elapsedMillis);
    }

    /** How many channels it is to send, if that can be set. */
    private Optional<Integer> wished() {
        if (!hardware.isEmpty() && !SpikerBoard.named(hardware).orElseThrow().shared()) {
            return Optional.empty();
        }
        if (known != null) {
            return Optional.of(Integer.valueOf(known.option(Spiker.STREAMED_OPTION, "1")));
        }
        return wishes.channels().isEmpty() ? Optional.empty() : Optional.of(Collections.max(wishes.channels()));
    }

    /** Frames of the old number of channels may still come. */
    private Step settle(long elapsedMillis) {
        if (elapsedMillis < phaseEnds) {
            return new Step.Listen((int) (phaseEnds - elapsedMillis));
        }
        return listen(elapsedMillis);
    }

    private Step listen(long elapsedMillis) {
        phase = Phase.MEASURE;
        heard.reset();
        phaseEnds = elapsedMillis + MEASURE_MILLIS;
        return new Step.Listen(MEASURE_MILLIS);
    }

    private Step measure(long elapsedMillis) {
        if (elapsedMillis < phaseEnds) {
            return new Step.Listen((int) (phaseEnds - elapsedMillis));
        }
        byte[] bytes = heard.toByteArray();
        Fit fit = spiker.fit(bytes, bytes.length);
        if (fit.frames() < ENOUGH_FRAMES) {
            return new Step.Failed("the board answered, but " + bytes.length + " bytes in " + MEASURE_MILLIS
                    + " ms hold only " + fit.frames() + " frames; is another program reading this port too?");
        }
        if (known != null) {
            return new Step.Streaming(known, bytes);
        }
        try {
            return new Step.Streaming(spiker.board(wishes, hardware, Spiker.streamed(bytes, bytes.length)), bytes);
        } catch (IllegalArgumentException unfit) {
            return new Step.Failed(unfit.getMessage());
        }
    }

    private Step say(String text, int millis, long elapsedMillis) {
        if (phase != Phase.ASK) {
            heard.reset();
        }
        phaseEnds = elapsedMillis + millis;
        return new Step.Say(text.getBytes(StandardCharsets.US_ASCII), millis);
    }
}

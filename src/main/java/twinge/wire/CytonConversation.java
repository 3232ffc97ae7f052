package twinge.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a Cyton stream: stops it, resets it, which answers with a banner, sets channels and gain, and begins. A board that
 * was reopened and still streams is left alone. Each answer ends with {@code $$$}.
 */
final class CytonConversation implements Conversation {
    private static final Pattern FIRMWARE = Pattern.compile("Firmware: *v?([0-9][0-9.]*)");
    private static final int STOP_MILLIS = 300;
    private static final int BANNER_MILLIS = 2500;
    private static final int ANSWER_MILLIS = 1000;
    private static final int STREAM_MILLIS = 2000;
    private static final int OLD_STREAM_MILLIS = 500;

    private enum Phase {
        OVERHEAR,
        STOP,
        BANNER,
        SETTINGS,
        STREAM
    }

    private final Cyton cyton;
    private final Board known; // null: to be found out
    private final Wishes wishes;
    private final boolean daisy;
    private final int gainCode;
    private final Deque<String> settings = new ArrayDeque<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private Phase phase;
    private boolean asked; // something was said in this phase
    private long phaseEnds;
    private int resets;
    private String firmware = "";

    CytonConversation(Cyton cyton, Wishes wishes, boolean daisy) {
        this(cyton, null, wishes, daisy, Cyton.GAINS.indexOf((int) wishes.gain().orElse(24)), Phase.STOP);
        cyton.board(wishes); // refuses at once what can not be
    }

    /** Makes a board that was reopened stream again as before. */
    CytonConversation(Cyton cyton, Board known, boolean daisy) {
        this(
                cyton,
                known,
                Wishes.none(),
                daisy,
                Cyton.GAINS.indexOf(Integer.valueOf(known.option(Cyton.GAIN_OPTION, "24"))),
                Phase.OVERHEAR);
    }

    private CytonConversation(Cyton cyton, Board known, Wishes wishes, boolean daisy, int gainCode, Phase phase) {
        this.cyton = cyton;
        this.known = known;
        this.wishes = wishes;
        this.daisy = daisy;
        this.gainCode = gainCode;
        this.phase = phase;
    }

    @Override
    public Step next(byte[] bytes, long elapsedMillis) {
        heard.writeBytes(bytes);
        while (true) {
            Step step = switch (phase) {
                case OVERHEAR -> overhear(elapsedMillis);
                case STOP -> stop(elapsedMillis);
                case BANNER -> banner(elapsedMillis);
                case SETTINGS -> settings(elapsedMillis);
                case STREAM -> stream(elapsedMillis);
            };
            if (step != null) {
                return step;
            }
        }
    }

    private Step overhear(long elapsedMillis) {
        if (!asked) {
            return say("", STOP_MILLIS, elapsedMillis);
        }
        if (firstPacket(false) >= 0) {
            return new Step.Streaming(known, heard.toByteArray());
        }
        return elapsedMillis < phaseEnds ? listen(elapsedMillis) : enter(Phase.STOP);
    }

    /** What still streams must end, or its bytes would be taken for the banner's. */
    private Step stop(long elapsedMillis) {
        if (!asked) {
            return say("s", STOP_MILLIS, elapsedMillis);
        }
        return elapsedMillis < phaseEnds ? listen(elapsedMillis) : enter(Phase.BANNER);
    }

    private Step banner(long elapsedMillis) {
        if (!asked) {
            resets++;
            return say("v", BANNER_MILLIS, elapsedMillis);
        }
        String text = heard.toString(StandardCharsets.ISO_8859_1);
        if (text.contains("$$$") && text.contains("Failure")) {
            return new Step.Failed(
                    "the dongle answers \"" + text.strip() + "\": it does not reach the board; switch the"
                            + " board to PC, charge its battery, and press the dongle's reset");
        }
        if (!text.contains("$$$")) {
            if (elapsedMillis < phaseEnds) {
                return listen(elapsedMillis);
            }
            asked = false;
            return resets < 2 ? null : new Step.Failed(silence(text));
        }
        if (!text.contains("OpenBCI")) {
            return new Step.Failed("the answer to v is no OpenBCI banner: " + text.strip());
        }
        if (daisy && !text.contains("Daisy")) {
            return new Step.Failed("the board names no Daisy; attach it with the board switched off, or use cyton");
        }
        Matcher version = FIRMWARE.matcher(text);
        firmware = version.find() ? version.group(1) : "";
        if (text.contains("Daisy")) {
            settings.add(daisy ? "C" : "c"); // eight channels alone come at 250 Hz, sixteen at 125 Hz
        }
        for (int channel = 0; gainCode != 6 && channel < (daisy ? 16 : 8); channel++) {
            settings.add("x" + "12345678QWERTYUI".charAt(channel) + "0" + gainCode + "0110X");
        }
        return enter(Phase.SETTINGS);
    }

    private String silence(String text) {
        return "no $$$ within " + BANNER_MILLIS + " ms of v, twice; "
                + (text.isEmpty() ? "nothing was heard at all" : text.length() + " other bytes were heard")
                + "; a Cyton's dongle would answer at 115200 baud with its switch at GPIO 6";
    }

    private Step settings(long elapsedMillis) {
        if (!asked && settings.isEmpty()) {
            return enter(Phase.STREAM);
        }
        if (!asked) {
            return say(settings.getFirst(), ANSWER_MILLIS, elapsedMillis);
        }
        String text = heard.toString(StandardCharsets.ISO_8859_1);
        if (text.contains("$$$")) {
            boolean refused = text.contains("Failure") || settings.getFirst().equals("C") && text.contains("no daisy");
            if (refused) {
                return new Step.Failed("the board refuses " + settings.getFirst() + ": " + text.strip());
            }
            settings.removeFirst();
            return enter(Phase.SETTINGS);
        }
        return elapsedMillis < phaseEnds
                ? listen(elapsedMillis)
                : new Step.Failed("no $$$ within " + ANSWER_MILLIS + " ms of " + settings.getFirst());
    }

    /** Packets of the stream before may come first; the new one begins with number 0. */
    private Step stream(long elapsedMillis) {
        if (!asked) {
            return say("b", STREAM_MILLIS, elapsedMillis);
        }
        boolean patient = elapsedMillis < phaseEnds - STREAM_MILLIS + OLD_STREAM_MILLIS;
        int first = firstPacket(patient);
        if (first >= 0) {
            byte[] all = heard.toByteArray();
            Board board = known == null ? cyton.board(wishes, firmware) : known;
            return new Step.Streaming(board, Arrays.copyOfRange(all, first, all.length));
        }
        return elapsedMillis < phaseEnds
                ? listen(elapsedMillis)
                : new Step.Failed("no packet within " + STREAM_MILLIS + " ms of b, though the board answered before; "
                        + heard.size() + " bytes were heard");
    }

    /** Where two packets in a row begin, or -1. */
    private int firstPacket(boolean numberedZero) {
        byte[] all = heard.toByteArray();
        Intake intake = new Intake();
        intake.add(all, 0, all.length);
        for (int at = 0; at + 2 * CytonPacket.BYTES <= all.length; at++) {
            if (CytonPacket.SHAPE.fits(intake, at)
                    && CytonPacket.SHAPE.fits(intake, at + CytonPacket.BYTES)
                    && (!numberedZero || all[at + 1] == 0)) {
                return at;
            }
        }
        return -1;
    }

    private Step say(String text, int millis, long elapsedMillis) {
        asked = true;
        heard.reset();
        phaseEnds = elapsedMillis + millis;
        return text.isEmpty()
                ? new Step.Listen(millis)
                : new Step.Say(text.getBytes(StandardCharsets.US_ASCII), millis);
    }

    private Step listen(long elapsedMillis) {
        return new Step.Listen((int) (phaseEnds - elapsedMillis));
    }

    /** @return null: go on at once */
    private Step enter(Phase next) {
        phase = next;
        asked = false;
        return null;
    }
}

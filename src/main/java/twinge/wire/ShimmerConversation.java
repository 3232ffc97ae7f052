package twinge.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Asks a Shimmer3 what it is, sets it up for EMG, asks what it will send, and starts it. Each command is acknowledged. */
final class ShimmerConversation implements Conversation {
    static final byte STOP = 0x20;
    private static final int ACKNOWLEDGED = 0xFF;
    private static final int SHIMMER3 = 3;
    private static final int OVERHEAR_MILLIS = 120;
    private static final int STOP_MILLIS = 400;
    private static final int ANSWER_MILLIS = 1000;
    private static final int CRC_MILLIS = 400;
    private static final int FRAME_MILLIS = 3000;

    /** Reads an answer after its acknowledgement: how long it is, 0 if it is not all there. */
    private interface Answer {
        int length(byte[] heard, int at);
    }

    /** @param what it is for, in words */
    private record Ask(String what, byte[] command, Answer answer) {}

    private final Wishes wishes;
    private final Board again; // the board as it was, or null
    private final Deque<Ask> asks = new ArrayDeque<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private Ask asked;
    private long deadline;
    private String phase = "";
    private String firmware = "";
    private int clockBytes = 3;
    private int crcBytes;
    private int divider;
    private List<Integer> signals = List.of();
    private Board board;

    ShimmerConversation(Wishes wishes) {
        this.wishes = wishes;
        again = null;
    }

    /** Begins again with a board that is known: set up as its options say, no other frames are taken. */
    ShimmerConversation(Board board) {
        wishes = ShimmerSetup.wishes(board);
        again = board;
    }

    @Override
    public Step next(byte[] bytes, long elapsedMillis) {
        heard.writeBytes(bytes);
        boolean late = elapsedMillis >= deadline;
        switch (phase) {
            case "":
                return begin(elapsedMillis);
            case "overhear":
                if (!late) {
                    return rest(elapsedMillis);
                }
                if (heard.size() > 0) {
                    return say("stop", new byte[] {STOP}, STOP_MILLIS, elapsedMillis);
                }
                return ask(elapsedMillis);
            case "stop":
                return late ? ask(elapsedMillis) : rest(elapsedMillis);
            case "ask":
                return asked(late, elapsedMillis);
            case "crc":
                return checks(late, elapsedMillis);
            default:
                return started(late, elapsedMillis);
        }
    }

    private Step begin(long elapsedMillis) {
        asks.add(new Ask("its hardware (3F)", new byte[] {0x3F}, (from, at) -> tagged(from, at, 0x25, 1)));
        asks.add(new Ask("its firmware (2E)", new byte[] {0x2E}, (from, at) -> tagged(from, at, 0x2F, 6)));
        for (byte[] command : ShimmerSetup.commands(wishes)) {
            String what = "to be set up (" + String.format("%02X", command[0]) + ")";
            asks.add(new Ask(what, command, (from, at) -> 1));
        }
        asks.add(new Ask("what it sends (01)", new byte[] {0x01}, ShimmerConversation::inquired));
        phase = "overhear";
        deadline = elapsedMillis + OVERHEAR_MILLIS;
        return new Step.Listen(OVERHEAR_MILLIS);
    }

    private Step ask(long elapsedMillis) {
        asked = asks.poll();
        return asked != null
                ? say("ask", asked.command(), ANSWER_MILLIS, elapsedMillis)
                : say("crc", new byte[] {(byte) 0x8B, (byte) wishedCrc()}, CRC_MILLIS, elapsedMillis);
    }

    private int wishedCrc() {
        Set<String> words = Shimmer.words(wishes);
        return words.contains("crc0") ? 0 : words.contains("crc1") ? 1 : 2;
    }

    private Step asked(boolean late, long elapsedMillis) {
        byte[] all = heard.toByteArray();
        for (int at = 0; at < all.length; at++) {
            if ((all[at] & 0xFF) == ACKNOWLEDGED && asked.answer().length(all, at + 1) > 0) {
                String refusal = understand(all, at + 1);
                return refusal.isEmpty() ? ask(elapsedMillis) : new Step.Failed(refusal);
            }
        }
        return late
                ? new Step.Failed("no Shimmer3: asked for " + asked.what() + ", it answered "
                        + (all.length == 0 ? "nothing" : all.length + " bytes that are no answer") + " in "
                        + ANSWER_MILLIS + " ms; is it switched on, paired and undocked?")
                : rest(elapsedMillis);
    }

    private String understand(byte[] all, int at) {
        switch (asked.command()[0]) {
            case 0x3F:
                int hardware = all[at + 1] & 0xFF;
                return hardware == SHIMMER3
                        ? ""
                        : "a Shimmer of hardware " + hardware + "; only the Shimmer3 (hardware 3) is known here";
            case 0x2E:
                int[] version = {word(all, at + 1), word(all, at + 3), all[at + 5] & 0xFF, all[at + 6] & 0xFF};
                firmware = version[0] + ":" + version[1] + "." + version[2] + "." + version[3];
                clockBytes = ShimmerSetup.clockBytes(version);
                return "";
            case 0x01:
                divider = word(all, at + 1);
                signals = new ArrayList<>();
                for (int i = 0; i < (all[at + 7] & 0xFF); i++) {
                    signals.add(all[at + 9 + i] & 0xFF);
                }
                return unknown();
            default:
                return "";
        }
    }

    private String unknown() {
        for (int id : signals) {
            if (ShimmerSignal.of(id).isEmpty()) {
                return String.format(
                        "the Shimmer3 sends a signal 0x%02X that is not known here; switch it off"
                                + " with Shimmer's own program and try again",
                        id);
            }
        }
        return divider == 0 || signals.isEmpty() ? "the Shimmer3 sends nothing after it was set up for EMG" : "";
    }

    private Step checks(boolean late, long elapsedMillis) {
        byte[] all = heard.toByteArray();
        int wished = wishedCrc();
        ShimmerFrame frame = new ShimmerFrame(signals, clockBytes, wished);
        for (int at = 0; at + 1 + wished <= all.length; at++) {
            if ((all[at] & 0xFF) == ACKNOWLEDGED && frame.checks(all, at, 1)) {
                crcBytes = wished;
                return start(elapsedMillis);
            }
        }
        return late ? start(elapsedMillis) : rest(elapsedMillis); // old firmware knows no CRC and does not answer
    }

    private Step start(long elapsedMillis) {
        ShimmerFrame frame = new ShimmerFrame(signals, clockBytes, crcBytes);
        board = Shimmer.board(frame, divider, Shimmer.gain(wishes), firmware);
        boolean same = again == null
                || again.options().equals(board.options())
                        && again.streams().get(0).rateHz()
                                == board.streams().get(0).rateHz();
        return same
                ? say("start", new byte[] {0x07}, FRAME_MILLIS, elapsedMillis)
                : new Step.Failed("the Shimmer3 now sends " + board.options() + ", not " + again.options()
                        + " as before; begin a new recording");
    }

    private Step started(boolean late, long elapsedMillis) {
        byte[] all = heard.toByteArray();
        int answer = 1 + crcBytes;
        if (all.length >= answer + ShimmerFrame.of(board).bytes() && (all[0] & 0xFF) == ACKNOWLEDGED) {
            byte[] unread = Arrays.copyOfRange(all, answer, all.length);
            return new Step.Streaming(again == null ? board : again, unread);
        }
        return late
                ? new Step.Failed("the Shimmer3 was set up but sends no frames: " + all.length + " bytes in "
                        + FRAME_MILLIS + " ms; switch it off and on, and try again")
                : rest(elapsedMillis);
    }

    private static int tagged(byte[] heard, int at, int tag, int length) {
        return heard.length >= at + 1 + length && (heard[at] & 0xFF) == tag ? 1 + length : 0;
    }

    private static int inquired(byte[] heard, int at) {
        if (heard.length < at + 9 || heard[at] != 0x02) {
            return 0;
        }
        int length = 9 + (heard[at + 7] & 0xFF);
        return heard.length >= at + length ? length : 0;
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    private Step say(String then, byte[] command, int millis, long elapsedMillis) {
        phase = then;
        heard.reset();
        deadline = elapsedMillis + millis;
        return new Step.Say(command, millis);
    }

    private Step rest(long elapsedMillis) {
        return new Step.Listen((int) (deadline - elapsedMillis));
    }
}

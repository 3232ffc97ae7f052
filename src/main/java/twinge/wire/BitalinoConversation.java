package twinge.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Stops a BITalino that is still sending, asks for its version, sets the rate and starts it. It wants a pause of 100 ms
 * between commands.
 */
final class BitalinoConversation implements Conversation {
    private static final byte VERSION = 0x07;
    private static final String CALLS_ITSELF = "BITalino";
    private static final int PAUSE_MILLIS = 120;
    private static final int ANSWER_MILLIS = 800;
    private static final int START_MILLIS = 1500;

    private enum State {
        BEGUN,
        OVERHEARING,
        STOPPING,
        ASKED,
        SETTING,
        STARTED
    }

    private final Function<String, Board> boards;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private State state = State.BEGUN;
    private Board board;
    private long deadline;

    BitalinoConversation(Function<String, Board> boards) {
        this.boards = boards;
    }

    @Override
    public Step next(byte[] bytes, long elapsedMillis) {
        heard.writeBytes(bytes);
        boolean late = elapsedMillis >= deadline;
        switch (state) {
            case BEGUN:
                return listen(State.OVERHEARING, PAUSE_MILLIS, elapsedMillis);
            case OVERHEARING:
                if (!late) {
                    return rest(elapsedMillis);
                }
                return heard.size() == 0
                        ? say(State.ASKED, VERSION, ANSWER_MILLIS, elapsedMillis)
                        : say(State.STOPPING, Bitalino.STOP, 2 * PAUSE_MILLIS, elapsedMillis);
            case STOPPING:
                return late ? say(State.ASKED, VERSION, ANSWER_MILLIS, elapsedMillis) : rest(elapsedMillis);
            case ASKED:
                return asked(late, elapsedMillis);
            case SETTING:
                return late
                        ? say(State.STARTED, Bitalino.startCommand(board), startMillis(), elapsedMillis)
                        : rest(elapsedMillis);
            default:
                return started(late, elapsedMillis);
        }
    }

    private Step asked(boolean late, long elapsedMillis) {
        String text = heard.toString(StandardCharsets.ISO_8859_1);
        int at = text.indexOf(CALLS_ITSELF);
        int end = text.indexOf('\n', Math.max(at, 0));
        if (at >= 0 && (end > at || late)) {
            String name = text.substring(at + CALLS_ITSELF.length(), end > at ? end : text.length());
            board = boards.apply(name.replace("_v", "").strip());
            return say(State.SETTING, Bitalino.rateCommand(board), PAUSE_MILLIS, elapsedMillis);
        }
        return late
                ? new Step.Failed("no BITalino: asked for its version (07), it answered "
                        + (heard.size() == 0 ? "nothing" : heard.size() + " bytes without its name") + " in "
                        + ANSWER_MILLIS + " ms; is it switched on and paired?")
                : rest(elapsedMillis);
    }

    private Step started(boolean late, long elapsedMillis) {
        int size = BitalinoFrame.bytes(board.streams().get(0).montage().size());
        if (heard.size() >= 2 * size) {
            return new Step.Streaming(board, heard.toByteArray());
        }
        return late
                ? new Step.Failed("the BITalino tells its version but sends no frames: " + heard.size() + " bytes in "
                        + startMillis() + " ms; charge it, switch it off and on, and try again")
                : rest(elapsedMillis);
    }

    private int startMillis() {
        return START_MILLIS + (int) (2000 / board.streams().get(0).rateHz());
    }

    private Step say(State then, byte command, int millis, long elapsedMillis) {
        state = then;
        heard.reset();
        deadline = elapsedMillis + millis;
        return new Step.Say(new byte[] {command}, millis);
    }

    private Step listen(State then, int millis, long elapsedMillis) {
        state = then;
        deadline = elapsedMillis + millis;
        return new Step.Listen(millis);
    }

    private Step rest(long elapsedMillis) {
        return new Step.Listen((int) (deadline - elapsedMillis));
    }
}

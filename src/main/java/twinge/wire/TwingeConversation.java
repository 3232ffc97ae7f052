package twinge.wire;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import twinge.wire.TwingeHello.Input;

/**
 * Asks a twinge board who it is until it says so (one that was reset by opening the port takes two seconds to start), and
 * tells it what the wearer wishes. Whatever it is told, it answers with a new HELLO.
 */
final class TwingeConversation implements Conversation {
    private static final int LISTEN_MILLIS = 400;
    private static final int PATIENCE_MILLIS = 4500;
    private static final int MOST_COMMANDS = 4;
    private static final int MOST_PENDING_BYTES = 4096;

    private final double rateHz; // wished; 0: as it is
    private final List<Integer> channels; // wished; none: as they are
    private final Function<TwingeHello, Optional<Board>> board;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private long heardBytes;
    private TwingeHello hello;
    private String refused = "";
    private String commanded = "";
    private int commands;
    private long since; // the last thing it was told to do
    private long asked = -LISTEN_MILLIS;

    /** @param board makes the board of the HELLO that is as wished, or nothing if it is not the one that is awaited */
    TwingeConversation(double rateHz, List<Integer> channels, Function<TwingeHello, Optional<Board>> board) {
        this.rateHz = rateHz;
        this.channels = channels;
        this.board = board;
    }

    @Override
    public Step next(byte[] heard, long elapsedMillis) {
        heardBytes += heard.length;
        begun.writeBytes(heard);
        while (message()) {
            Optional<String> refusal = hello == null ? Optional.empty() : hello.refusal();
            if (refusal.isPresent() || !refused.isEmpty()) {
                return new Step.Failed(refusal.orElse(refused));
            }
            if (hello != null) {
                return known(elapsedMillis);
            }
        }
        return waiting(elapsedMillis);
    }

    /** The board has said what it is: what is still to be told it? */
    private Step known(long elapsedMillis) {
        TwingeHello.Stream stream = hello.streams().get(0);
        if (!channels.isEmpty()
                && !channels.equals(stream.inputs().stream().map(Input::number).toList())) {
            return command(
                    "CH " + channels.stream().map(String::valueOf).collect(Collectors.joining(",")), elapsedMillis);
        }
        if (rateHz > 0 && rateHz != stream.rateHz()) {
            return command("RATE " + plain(rateHz), elapsedMillis);
        }
        if (!hello.streaming()) {
            return command("START", elapsedMillis);
        }
        Optional<Board> known = board.apply(hello);
        return known.isPresent()
                ? new Step.Streaming(known.get(), begun.toByteArray())
                : new Step.Failed("the board that came back sends another layout of channels than before; begin a new"
                        + " recording");
    }

    private Step command(String text, long elapsedMillis) {
        if (++commands > MOST_COMMANDS) {
            return new Step.Failed("the board was told '" + text + "' and took it, but its HELLO does not say so;"
                    + " leave the rate and the channels to the board, or update its firmware");
        }
        hello = null;
        commanded = text;
        since = elapsedMillis;
        asked = elapsedMillis;
        return new Step.Say(TwingeProtocol.line(text), LISTEN_MILLIS);
    }

    private Step waiting(long elapsedMillis) {
        if (elapsedMillis - since >= PATIENCE_MILLIS) {
            String told = commanded.isEmpty() ? "asked who it is" : "told '" + commanded + "'";
            return new Step.Failed("no HELLO of the twinge protocol in " + PATIENCE_MILLIS / 1000.0 + " s after it was "
                    + told + " (" + heardBytes + " bytes heard); is it another board, or another speed?");
        }
        if (elapsedMillis - asked < LISTEN_MILLIS) {
            return new Step.Listen((int) (LISTEN_MILLIS - (elapsedMillis - asked)));
        }
        asked = elapsedMillis;
        return new Step.Say(TwingeProtocol.line("?"), LISTEN_MILLIS);
    }

    /** Takes the next message out of what was heard; false if there is no whole one. */
    private boolean message() {
        byte[] all = begun.toByteArray();
        int end = 0;
        while (end < all.length && all[end] != 0) {
            end++;
        }
        if (end == all.length) {
            if (end > MOST_PENDING_BYTES) {
                begun.reset();
            }
            return false;
        }
        begun.reset();
        begun.write(all, end + 1, all.length - end - 1);
        new TwingeFrames(null, this::take).accept(all, 0, end + 1);
        return true;
    }

    private void take(byte[] message, int length) {
        if (message[0] == TwingeHello.TYPE) {
            TwingeHelloReader.read(message, length).ifPresent(said -> hello = said);
        } else if (message[0] == TwingeMessages.ACK
                && message[1] != 0
                && TwingeHelloReader.printable(message, 2, length).equals(commanded)) {
            refused = "the board was told '" + commanded + "', but " + TwingeMessages.refusal(message[1]);
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}

package twinge.serial;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;
import twinge.wire.Board;
import twinge.wire.Conversation;
import twinge.wire.Decoder;
import twinge.wire.Fit;
import twinge.wire.Protocol;
import twinge.wire.Wishes;

/**
 * The smallest protocol that has all that a search must cope with: frames of three bytes (a magic one of its own, a
 * counter, the counter's complement), and, if it does not stream unasked, a question and its answer before.
 */
record Beeps(String name, int magic, List<Integer> baudRates, boolean streamsUnasked) implements Protocol {
    static final int FRAME = 3;
    private static final int CERTAIN_FRAMES = 8;

    byte[] frame(int counter) {
        return new byte[] {(byte) magic, (byte) counter, (byte) ~counter};
    }

    byte[] question() {
        return ("who is " + name + "?").getBytes(StandardCharsets.US_ASCII);
    }

    byte[] answer() {
        return ("I am " + name + ".").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String title() {
        return "Beeps " + name;
    }

    @Override
    public Fit fit(byte[] bytes, int length) {
        int frames = 0;
        for (int i = 0; i + FRAME <= length; ) {
            boolean good = bytes[i] == (byte) magic && bytes[i + 1] == (byte) ~bytes[i + 2];
            frames += good ? 1 : 0;
            i += good ? FRAME : 1;
        }
        double coverage = length == 0 ? 0 : (double) FRAME * frames / length;
        boolean certain = frames >= CERTAIN_FRAMES && coverage > 0.8;
        return new Fit(frames, coverage, certain, frames + " frames of 3 bytes");
    }

    @Override
    public Board board(Wishes wishes) {
        Channel channel = Channel.of("one", Channel.Type.EMG, Scale.step(1, ""));
        SampleStream stream = new SampleStream(0, 100, 0, new Montage(List.of(channel)));
        return Board.of(name, "B-1", List.of(stream), Map.of());
    }

    @Override
    public Conversation converse(Wishes wishes) {
        return new Conversation() {
            private final ByteArrayOutputStream all = new ByteArrayOutputStream();
            private boolean asked;

            @Override
            public Step next(byte[] heard, long elapsedMillis) {
                all.writeBytes(heard);
                byte[] bytes = all.toByteArray();
                int answered = new String(bytes, StandardCharsets.ISO_8859_1)
                        .indexOf(new String(answer(), StandardCharsets.ISO_8859_1));
                if (streamsUnasked ? fit(bytes, bytes.length).certain() : answered >= 0) {
                    int from = streamsUnasked ? 0 : answered + answer().length;
                    return new Step.Streaming(board(wishes), java.util.Arrays.copyOfRange(bytes, from, bytes.length));
                }
                if (elapsedMillis > 400) {
                    return new Step.Failed(bytes.length == 0 ? "no answer" : "an answer that is not " + name + "'s");
                }
                if (!asked && !streamsUnasked) {
                    asked = true;
                    return new Step.Say(question(), 400);
                }
                return new Step.Listen(100);
            }
        };
    }

    @Override
    public byte[] farewell() {
        return new byte[0];
    }

    @Override
    public Conversation resume(Board board) {
        return converse(Wishes.none());
    }

    @Override
    public Decoder decoder(Board board) {
        throw new UnsupportedOperationException("only looked for, never decoded");
    }
}

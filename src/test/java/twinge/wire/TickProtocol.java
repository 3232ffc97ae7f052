package twinge.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/**
 * The simplest board that can lose something: frames of 0xA5, a counter of 8 bits, two bytes a channel (big-endian,
 * signed) and the sum of all those bytes. Any number of channels, any rate.
 */
public final class TickProtocol implements Protocol {
    private static final int SYNC = 0xA5;

    /** A board of EMG channels in steps of a tenth of a microvolt. */
    public static Board board(int channels, double rateHz) {
        List<Channel> montage = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            Scale scale = new Scale(-32000, 32000, -3200, 3200, "uV");
            montage.add(Channel.of("EMG " + (channel + 1), Channel.Type.EMG, scale));
        }
        SampleStream stream = new SampleStream(0, rateHz, 0, new Montage(montage));
        return Board.of("tick", "T-1", List.of(stream), Map.of("channels", Integer.toString(channels)));
    }

    /** The bytes of one frame. */
    public static byte[] frame(long index, int... counts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(SYNC);
        bytes.write((int) (index & 255));
        int sum = (int) (index & 255);
        for (int count : counts) {
            bytes.write(count >> 8);
            bytes.write(count);
            sum += (count >> 8 & 255) + (count & 255);
        }
        bytes.write(sum);
        return bytes.toByteArray();
    }

    @Override
    public String name() {
        return "tick";
    }

    @Override
    public String title() {
        return "a board of the tests";
    }

    @Override
    public List<Integer> baudRates() {
        return List.of(115_200);
    }

    @Override
    public boolean streamsUnasked() {
        return true;
    }

    @Override
    public Fit fit(byte[] bytes, int length) {
        return Fit.NONE;
    }

    @Override
    public Board board(Wishes wishes) {
        return board(4, 1000);
    }

    @Override
    public Conversation converse(Wishes wishes) {
        return resume(board(wishes));
    }

    @Override
    public byte[] farewell() {
        return new byte[] {'.'};
    }

    /** Says {@code !} and goes on with what is heard within a moment. */
    @Override
    public Conversation resume(Board board) {
        return new Conversation() {
            private boolean asked;

            @Override
            public Step next(byte[] heard, long elapsedMillis) {
                if (!asked) {
                    asked = true;
                    return new Step.Say(new byte[] {'!'}, 200);
                }
                return heard.length > 0
                        ? new Step.Streaming(board, heard)
                        : elapsedMillis > 1000 ? new Step.Failed("it says nothing") : new Step.Listen(200);
            }
        };
    }

    @Override
    public Decoder decoder(Board board) {
        return new TickDecoder(board);
    }

    private static final class TickDecoder implements Decoder {
        private final Sequencer sequencer;
        private final int channels;
        private final byte[] frame;
        private int filled;
        private long bytes;
        private long discarded;

        TickDecoder(Board board) {
            sequencer = new Sequencer(board.streams().get(0), 256);
            channels = Integer.parseInt(board.option("channels", "1"));
            frame = new byte[3 + 2 * channels];
        }

        @Override
        public void accept(byte[] from, int at, int length, long arrivalNanos, Consumer<Block> out) {
            bytes += length;
            for (int i = at; i < at + length; i++) {
                frame[filled++] = from[i];
                while (filled > 0 && !plausible()) {
                    System.arraycopy(frame, 1, frame, 0, --filled);
                    discarded++;
                }
                if (filled == frame.length) {
                    filled = 0;
                    int[] counts = new int[channels];
                    for (int channel = 0; channel < channels; channel++) {
                        counts[channel] = frame[2 + 2 * channel] << 8 | frame[3 + 2 * channel] & 255;
                    }
                    sequencer.frame(frame[1] & 255, counts, true, arrivalNanos);
                }
            }
            sequencer.drain(out);
        }

        private boolean plausible() {
            if ((frame[0] & 255) != SYNC) {
                return false;
            }
            int sum = 0;
            for (int i = 1; i < frame.length - 1; i++) {
                sum += frame[i] & 255;
            }
            return filled < frame.length || (sum & 255) == (frame[frame.length - 1] & 255);
        }

        @Override
        public void reopened(long arrivalNanos, Consumer<Block> out) {
            discarded += filled;
            filled = 0;
            sequencer.reopened();
            sequencer.drain(out);
        }

        @Override
        public void finish(Consumer<Block> out) {
            discarded += filled;
            filled = 0;
            sequencer.finish(out);
        }

        @Override
        public Tally tally() {
            return sequencer.tally(bytes, discarded, 0);
        }
    }
}

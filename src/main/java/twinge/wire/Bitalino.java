package twinge.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;

/** BITalino, original and (r)evolution, over its Bluetooth port or a USB adapter. */
final class Bitalino implements Protocol {
    static final String NAME = "bitalino";
    static final byte STOP = 0x00;
    private static final int CERTAIN_FRAMES = 12;
    private static final double GAIN = 1009; // of the EMG sensor (revolution-sample-data, EMG)
    private static final double VOLTS = 3.3;
    private static final List<Integer> RATES = List.of(1, 10, 100, 1000);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "BITalino";
    }

    @Override
    public List<Integer> baudRates() {
        return List.of(115_200);
    }

    @Override
    public boolean streamsUnasked() {
        return false;
    }

    @Override
    public Fit fit(byte[] bytes, int length) {
        Fit best = Fit.NONE;
        for (int channels = 1; channels <= BitalinoFrame.MAXIMUM_CHANNELS; channels++) {
            Fit fit = fit(bytes, length, channels);
            best = fit.frames() * fit.coverage() > best.frames() * best.coverage() ? fit : best;
        }
        return best;
    }

    /** Counts frames that stand in rows of at least four with consecutive sequences: 1 in 65,000 does so by chance. */
    private static Fit fit(byte[] bytes, int length, int channels) {
        int size = BitalinoFrame.bytes(channels);
        int frames = 0;
        int longest = 0;
        for (int at = 0; at + size <= length; ) {
            int row = row(bytes, at, length, channels);
            frames += row >= 4 ? row : 0;
            longest = Math.max(longest, row);
            at += row >= 4 ? row * size : 1;
        }
        if (frames == 0) {
            return Fit.NONE;
        }
        String words = frames + " frames of " + size + " bytes (" + channels + " channels)";
        return new Fit(frames, frames * size / (double) length, longest >= CERTAIN_FRAMES, words);
    }

    private static int row(byte[] bytes, int from, int length, int channels) {
        int size = BitalinoFrame.bytes(channels);
        int row = 0;
        int sequence = BitalinoFrame.sequence(bytes, from, channels);
        for (int at = from; at + size <= length; at += size, row++) {
            if (!BitalinoFrame.sound(bytes, at, channels)
                    || BitalinoFrame.sequence(bytes, at, channels) != (sequence + row & 15)) {
                break;
            }
        }
        return row;
    }

    @Override
    public Board board(Wishes wishes) {
        return board(wishes, "");
    }

    static Board board(Wishes wishes, String firmware) {
        double rate = wishes.rateHz().orElse(1000);
        if (!RATES.contains((int) rate) || rate != (int) rate) {
            throw new IllegalArgumentException("a BITalino sends 1, 10, 100 or 1000 frames a second, not " + rate);
        }
        List<Integer> inputs = wishes.channels().isEmpty()
                ? IntStream.rangeClosed(1, BitalinoFrame.MAXIMUM_CHANNELS)
                        .boxed()
                        .toList()
                : wishes.channels().stream().distinct().sorted().toList();
        double volts = wishes.referenceVolts().orElse(VOLTS);
        double half = 0.5e6 * volts / wishes.gain().orElse(GAIN);
        List<Channel> channels = new ArrayList<>();
        for (int input : inputs) {
            if (input < 1 || input > BitalinoFrame.MAXIMUM_CHANNELS) {
                throw new IllegalArgumentException("a BITalino has inputs 1 to 6 (A1 to A6), not " + input);
            }
            int steps = 1 << BitalinoFrame.bits(channels.size());
            double top = half - 2 * half / steps;
            channels.add(Channel.of("A" + input, Channel.Type.EMG, HeaderScale.of(0, steps - 1, -half, top, "uV")));
        }
        String listed = inputs.stream().map(String::valueOf).collect(Collectors.joining(","));
        SampleStream stream = new SampleStream(0, rate, 0, new Montage(channels));
        return new Board(NAME, "", "", firmware, List.of(stream), new TreeMap<>(Map.of("inputs", listed)));
    }

    /** Sets the rate. */
    static byte rateCommand(Board board) {
        return (byte) (RATES.indexOf((int) board.streams().get(0).rateHz()) << 6 | 0x03);
    }

    /** Starts to send the board's inputs. */
    static byte startCommand(Board board) {
        int mask = 0;
        for (String input : board.option("inputs", "1,2,3,4,5,6").split(",")) {
            mask |= 1 << Integer.parseInt(input) - 1;
        }
        return (byte) (mask << 2 | 0x01);
    }

    @Override
    public Conversation converse(Wishes wishes) {
        return new BitalinoConversation(firmware -> board(wishes, firmware));
    }

    @Override
    public byte[] farewell() {
        return new byte[] {STOP};
    }

    @Override
    public Conversation resume(Board board) {
        return new BitalinoConversation(firmware -> board);
    }

    @Override
    public Decoder decoder(Board board) {
        int channels = board.streams().get(0).montage().size();
        if (!board.protocol().equals(NAME) || board.streams().size() != 1 || channels > 6) {
            throw new IllegalArgumentException("not a BITalino of 1 to 6 channels: " + board);
        }
        return new BitalinoDecoder(board.streams().get(0));
    }
}

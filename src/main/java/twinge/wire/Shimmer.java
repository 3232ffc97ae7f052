package twinge.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import twinge.frames.Montage;
import twinge.frames.SampleStream;

/** Shimmer3 with its ExG unit set up for EMG, over its Bluetooth port. */
final class Shimmer implements Protocol {
    static final String NAME = "shimmer3";
    private static final int CERTAIN_FRAMES = 12;
    private static final double RATE_HZ = 1024;
    private static final double GAIN = 12;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Shimmer3 EMG";
    }

    @Override
    public List<Integer> baudRates() {
        return List.of(115_200);
    }

    @Override
    public boolean streamsUnasked() {
        return false;
    }

    /** Looks for frames of any length whose clock of three bytes goes on by the same step each time. */
    @Override
    public Fit fit(byte[] bytes, int length) {
        int best = 0;
        int bestSize = 0;
        for (int size = 7; size <= 64; size++) {
            int row = longestRow(bytes, length, size);
            if (row * size > best * bestSize) {
                best = row;
                bestSize = size;
            }
        }
        return best < 4
                ? Fit.NONE
                : new Fit(
                        best,
                        best * bestSize / (double) length,
                        best >= CERTAIN_FRAMES,
                        best + " frames of " + bestSize + " bytes on a steady clock");
    }

    private static int longestRow(byte[] bytes, int length, int size) {
        int longest = 0;
        for (int from = 0; from < size && from + 2 * size <= length; from++) {
            int row = 0;
            int step = 0;
            for (int at = from; at + 2 * size <= length; at += size) {
                int now = time(bytes, at + size) - time(bytes, at) & 0xFFFFFF;
                boolean heads = bytes[at] == ShimmerFrame.HEADER && bytes[at + size] == ShimmerFrame.HEADER;
                boolean goesOn = heads && now >= 4 && now <= ShimmerFrame.CLOCK_HZ && (row == 0 || now == step);
                row = goesOn ? row + 1 : 0;
                step = now;
                longest = Math.max(longest, row);
            }
        }
        return longest == 0 ? 0 : longest + 1;
    }

    private static int time(byte[] bytes, int at) {
        return bytes[at + 1] & 0xFF | (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF) << 16;
    }

    /** The words of the model that choose what the board sends. */
    static Set<String> words(Wishes wishes) {
        Set<String> known =
                Set.of("16bit", "acceleration", "rotation", "battery", "crc0", "crc1", "crc2", "clock2", "clock3");
        Set<String> words = Set.of(
                wishes.model().filter(model -> !model.isEmpty()).orElse("crc2").split("\\+"));
        for (String word : words) {
            if (!known.contains(word)) {
                throw new IllegalArgumentException("a Shimmer3 has no " + word + "; its model is made of "
                        + String.join(", ", known.stream().sorted().toList()) + ", joined by +");
            }
        }
        return words;
    }

    /** Which of the two ExG chips are wanted: channels 1 and 2 are the first's, 3 and 4 the second's. */
    static boolean chip(Wishes wishes, int chip) {
        for (int channel : wishes.channels()) {
            if (channel < 1 || channel > 4) {
                throw new IllegalArgumentException("a Shimmer3 has EMG channels 1 to 4, not " + channel);
            }
        }
        return wishes.channels().isEmpty()
                ? chip == 1
                : wishes.channels().stream().anyMatch(channel -> (channel + 1) / 2 == chip);
    }

    /** The divider of the board's clock that comes nearest to the wished rate. */
    static int divider(Wishes wishes) {
        double rate = wishes.rateHz().orElse(RATE_HZ);
        if (!(rate >= 1 && rate <= 8192)) {
            throw new IllegalArgumentException("a Shimmer3 sends 1 to 8192 frames a second, not " + rate);
        }
        return (int) Math.round(ShimmerFrame.CLOCK_HZ / rate);
    }

    static double gain(Wishes wishes) {
        double gain = wishes.gain().orElse(GAIN);
        if (!List.of(1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0).contains(gain)) {
            throw new IllegalArgumentException("a Shimmer3 amplifies 1, 2, 3, 4, 6, 8 or 12 times, not " + gain);
        }
        return gain;
    }

    @Override
    public Board board(Wishes wishes) {
        Set<String> words = words(wishes);
        boolean fine = !words.contains("16bit");
        List<Integer> signals = new ArrayList<>();
        signals.addAll(words.contains("acceleration") ? List.of(0x00, 0x01, 0x02) : List.of());
        signals.addAll(words.contains("battery") ? List.of(0x03) : List.of());
        signals.addAll(words.contains("rotation") ? List.of(0x0A, 0x0B, 0x0C) : List.of());
        if (chip(wishes, 1)) {
            signals.addAll(fine ? List.of(0x1D, 0x1E, 0x1F) : List.of(0x1D, 0x23, 0x24));
        }
        if (chip(wishes, 2)) {
            signals.addAll(fine ? List.of(0x20, 0x21, 0x22) : List.of(0x20, 0x25, 0x26));
        }
        int clock = words.contains("clock2") ? 2 : 3;
        int crc = words.contains("crc0") ? 0 : words.contains("crc1") ? 1 : 2;
        return board(new ShimmerFrame(signals, clock, crc), divider(wishes), gain(wishes), "");
    }

    static Board board(ShimmerFrame frame, int divider, double gain, String firmware) {
        double rate = ShimmerFrame.CLOCK_HZ / (double) divider;
        SampleStream stream = new SampleStream(0, rate, 0, new Montage(frame.channels(gain)));
        return new Board(
                NAME,
                "",
                "",
                firmware,
                List.of(stream),
                new TreeMap<>(Map.of(
                        "signals", frame.listed(),
                        "clock", "" + frame.clockBytes(),
                        "crc", "" + frame.crcBytes(),
                        "gain", "" + gain)));
    }

    @Override
    public Conversation converse(Wishes wishes) {
        words(wishes);
        return new ShimmerConversation(wishes);
    }

    @Override
    public byte[] farewell() {
        return new byte[] {ShimmerConversation.STOP};
    }

    @Override
    public Conversation resume(Board board) {
        return new ShimmerConversation(board);
    }

    @Override
    public Decoder decoder(Board board) {
        if (!board.protocol().equals(NAME)
                || board.streams().size() != 1
                || board.option("signals", "").isEmpty()) {
            throw new IllegalArgumentException("not a Shimmer3 that listed its signals: " + board);
        }
        return new ShimmerDecoder(ShimmerFrame.of(board), board.streams().get(0));
    }
}

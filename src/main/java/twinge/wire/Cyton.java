package twinge.wire;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/**
 * OpenBCI's Cyton with eight channels at 250 frames a second through its USB dongle, and with a Daisy sixteen at 125.
 * {@code firmware-protocol/cyton} and {@code firmware-protocol/cyton-daisy} tell what it says.
 */
final class Cyton implements Protocol {
    /** Largest count of the converter, 2^23 - 1. */
    static final int FULL_SCALE_COUNTS = 8_388_607;

    static final double LEAST_OUTLIER_MICROVOLTS = 25;
    static final List<Integer> GAINS = List.of(1, 2, 4, 6, 8, 12, 24); // by the code that sets them, 0 to 6
    static final String GAIN_OPTION = "gain";

    private static final double REFERENCE_MICROVOLTS = 4.5e6;
    private static final double PACKETS_A_SECOND = 250;
    private static final int CERTAIN_PACKETS = 8;

    private final int halves;

    /** @param daisy whether a Daisy is attached */
    Cyton(boolean daisy) {
        halves = daisy ? 2 : 1;
    }

    /** Packets a frame. */
    static int halves(Board board) {
        return board.protocol().equals(new Cyton(true).name()) ? 2 : 1;
    }

    @Override
    public String name() {
        return halves == 2 ? "cyton-daisy" : "cyton";
    }

    @Override
    public String title() {
        return halves == 2 ? "OpenBCI Cyton with Daisy" : "OpenBCI Cyton";
    }

    @Override
    public List<Integer> baudRates() {
        return List.of(115_200, 230_400, 921_600);
    }

    @Override
    public boolean streamsUnasked() {
        return false;
    }

    /** With and without a Daisy the bytes look the same; only the board's banner tells, so a Daisy is never certain. */
    @Override
    public Fit fit(byte[] bytes, int length) {
        Fit fit = FrameFit.of(bytes, length, CytonPacket.SHAPE, CytonPacket.BYTES, 1, CERTAIN_PACKETS);
        return new Fit(fit.frames(), fit.coverage(), fit.certain() && halves == 1, fit.words());
    }

    @Override
    public Board board(Wishes wishes) {
        return board(wishes, "");
    }

    Board board(Wishes wishes, String firmware) {
        int gain = (int) wishes.gain().orElse(24);
        if (!GAINS.contains(gain) || gain != wishes.gain().orElse(24)) {
            throw new IllegalArgumentException("a gain of " + wishes.gain().getAsDouble()
                    + " was asked for; a Cyton amplifies by one of " + GAINS);
        }
        Inputs inputs = Inputs.of(wishes, CytonPacket.CHANNELS * halves);
        double limit = REFERENCE_MICROVOLTS / gain;
        Scale microvolts = new Scale(-FULL_SCALE_COUNTS, FULL_SCALE_COUNTS, -limit, limit, "uV");
        SampleStream emg = new SampleStream(0, PACKETS_A_SECOND / halves, 0, inputs.montage(input -> microvolts));
        SampleStream motion = new SampleStream(1, PACKETS_A_SECOND / 10, 0, acceleration());
        SortedMap<String, String> options =
                new TreeMap<>(Map.of(Inputs.OPTION, inputs.toString(), GAIN_OPTION, Integer.toString(gain)));
        return new Board(name(), title(), "", firmware, List.of(emg, motion), options);
    }

    /** 2 mg over 16 a count (LIS3DH at +-4 g). */
    private static Montage acceleration() {
        Scale g = new Scale(-32_768, 32_767, -4.096, 4.095875, "g");
        return new Montage(List.of(
                Channel.of("AccX", Channel.Type.ACCELERATION, g),
                Channel.of("AccY", Channel.Type.ACCELERATION, g),
                Channel.of("AccZ", Channel.Type.ACCELERATION, g)));
    }

    @Override
    public Conversation converse(Wishes wishes) {
        return new CytonConversation(this, wishes, halves == 2);
    }

    @Override
    public byte[] farewell() {
        return new byte[] {'s'};
    }

    @Override
    public Conversation resume(Board board) {
        return new CytonConversation(this, board, halves == 2);
    }

    @Override
    public Decoder decoder(Board board) {
        if (!board.protocol().equals(name())) {
            throw new IllegalArgumentException("a board of " + board.protocol() + " is no " + name());
        }
        return new CytonDecoder(board);
    }
}

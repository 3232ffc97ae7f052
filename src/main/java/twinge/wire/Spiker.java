package twinge.wire;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import twinge.frames.SampleStream;

/**
 * Backyard Brains' SpikerShield and SpikerBoxes over a serial line or USB CDC. {@code firmware-protocol/spikerbox} tells
 * what they say.
 */
final class Spiker implements Protocol {
    static final String STREAMED_OPTION = "streamed";

    private static final int CERTAIN_FRAMES = 100;
    private static final double UNO_VOLTS = 5;
    private static final SpikerBoard UNNAMED = SpikerBoard.all().get(0);

    @Override
    public String name() {
        return "spikerbox";
    }

    @Override
    public String title() {
        return "Backyard Brains SpikerShield or SpikerBox";
    }

    /** 222222 is what an Uno makes of 230400. */
    @Override
    public List<Integer> baudRates() {
        return List.of(222_222, 500_000, 230_400);
    }

    @Override
    public boolean streamsUnasked() {
        return true;
    }

    @Override
    public Fit fit(byte[] bytes, int length) {
        return fit(bytes, length, streamed(bytes, length));
    }

    /** How many channels overheard bytes have: what most of their frames have. */
    static int streamed(byte[] bytes, int length) {
        int best = 1;
        for (int channels = 2; channels <= SpikerBoard.MOST_CHANNELS; channels++) {
            best = fit(bytes, length, channels).coverage()
                            > fit(bytes, length, best).coverage()
                    ? channels
                    : best;
        }
        return best;
    }

    private static Fit fit(byte[] bytes, int length, int channels) {
        int frameBytes = 2 * channels;
        int frames = 0;
        int first = -1;
        for (int at = 0; at < length; at++) {
            if (bytes[at] < 0) {
                frames += first >= 0 && at - first == frameBytes ? 1 : 0;
                first = at;
            }
        }
        if (frames == 0) {
            return Fit.NONE;
        }
        double coverage = (double) frames * frameBytes / length;
        String words = frames + " frames of " + channels + (channels == 1 ? " channel" : " channels");
        return new Fit(frames, coverage, frames >= CERTAIN_FRAMES && coverage > 0.9, words);
    }

    @Override
    public Board board(Wishes wishes) {
        SpikerBoard board = wishes.model().map(Spiker::model).orElse(UNNAMED);
        int most = wishes.channels().isEmpty() ? board.channels() : Collections.max(wishes.channels());
        return board(wishes, wishes.model().orElse(""), board.shared() ? most : Math.max(most, board.channels()));
    }

    private static SpikerBoard model(String hardware) {
        return SpikerBoard.named(hardware)
                .orElseThrow(() -> new IllegalArgumentException("no board of Backyard Brains calls itself " + hardware
                        + "; known are "
                        + SpikerBoard.all().stream().map(SpikerBoard::hardware).collect(Collectors.joining(", "))));
    }

    /** @param streamed how many channels it sends */
    Board board(Wishes wishes, String hardware, int streamed) {
        if (streamed > SpikerBoard.MOST_CHANNELS) {
            throw new IllegalArgumentException(
                    "input " + streamed + " was asked for; these boards have at most " + SpikerBoard.MOST_CHANNELS);
        }
        SpikerBoard board = hardware.isEmpty() ? UNNAMED : model(hardware);
        Inputs inputs = Inputs.of(wishes, streamed);
        double volts = board.bits() == 10 ? UNO_VOLTS : 0;
        SampleStream emg = new SampleStream(
                0,
                wishes.rateHz().orElse(board.rateHz(streamed)),
                0,
                inputs.montage(input -> Counts.scale(board.bits(), volts, wishes)));
        SortedMap<String, String> options =
                new TreeMap<>(Map.of(Inputs.OPTION, inputs.toString(), STREAMED_OPTION, Integer.toString(streamed)));
        return new Board(name(), hardware, "", "", List.of(emg), options);
    }

    @Override
    public Conversation converse(Wishes wishes) {
        return new SpikerConversation(this, wishes);
    }

    /** {@code h:} stops the boxes; a shield streams as long as it has power. */
    @Override
    public byte[] farewell() {
        return "h:;\n".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Conversation resume(Board board) {
        return new SpikerConversation(this, board);
    }

    @Override
    public Decoder decoder(Board board) {
        if (!board.protocol().equals(name())) {
            throw new IllegalArgumentException("a board of " + board.protocol() + " is no " + name());
        }
        SpikerBoard model = board.model().isEmpty() ? UNNAMED : model(board.model());
        int streamed = Integer.parseInt(board.option(STREAMED_OPTION, Integer.toString(model.channels())));
        return new SpikerDecoder(board, streamed, model.bits());
    }
}

package twinge.wire;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import twinge.frames.SampleStream;

/** Boards with Upside Down Labs' Chords firmware: {@code firmware-protocol/chords} tells what they say. */
final class Chords implements Protocol {
    private static final int CERTAIN_FRAMES = 6;

    @Override
    public String name() {
        return "chords";
    }

    @Override
    public String title() {
        return "Upside Down Labs Chords";
    }

    @Override
    public List<Integer> baudRates() {
        return List.of(230_400, 115_200);
    }

    @Override
    public boolean streamsUnasked() {
        return false;
    }

    /** By the number of channels that fits best. */
    @Override
    public Fit fit(byte[] bytes, int length) {
        Fit best = Fit.NONE;
        for (int channels : ChordsBoard.all().stream()
                .mapToInt(ChordsBoard::channels)
                .distinct()
                .toArray()) {
            Fit fit = FrameFit.of(
                    bytes, length, ChordsBoard.shape(channels), ChordsBoard.frameBytes(channels), 2, CERTAIN_FRAMES);
            best = fit.coverage() > best.coverage() ? fit : best;
        }
        return best;
    }

    @Override
    public Board board(Wishes wishes) {
        String model = wishes.model()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a Chords board must be named, as its bytes do not tell how many channels they are: "
                                + ChordsBoard.names()));
        ChordsBoard board = ChordsBoard.named(model)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no Chords board is called " + model + "; known are " + ChordsBoard.names()));
        Inputs inputs = Inputs.of(wishes, board.channels());
        SampleStream emg = new SampleStream(
                0,
                wishes.rateHz().orElse(board.rateHz()),
                0,
                inputs.montage(input -> Counts.scale(board.bits(), board.volts(), wishes)));
        SortedMap<String, String> options = new TreeMap<>(Map.of(Inputs.OPTION, inputs.toString()));
        return new Board(name(), model, "", "", List.of(emg), options);
    }

    @Override
    public Conversation converse(Wishes wishes) {
        return new ChordsConversation(this, wishes);
    }

    /** Any byte stops the stream; this one by intention. */
    @Override
    public byte[] farewell() {
        return "STOP\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Override
    public Conversation resume(Board board) {
        return new ChordsConversation(this, board);
    }

    @Override
    public Decoder decoder(Board board) {
        if (!board.protocol().equals(name())) {
            throw new IllegalArgumentException("a board of " + board.protocol() + " is no " + name());
        }
        ChordsBoard model = ChordsBoard.named(board.model())
                .orElseThrow(() -> new IllegalArgumentException("no Chords board is called " + board.model()));
        return new ChordsDecoder(board, model);
    }
}

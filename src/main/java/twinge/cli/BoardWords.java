package twinge.cli;

import java.util.ArrayList;
import java.util.List;
import twinge.frames.SampleStream;
import twinge.wire.Board;
import twinge.wire.Protocol;
import twinge.wire.Protocols;

/** A board in words. */
final class BoardWords {
    private BoardWords() {}

    /** {@code Upside Down Labs Chords UNO-R3, 6 channels at 250 Hz} */
    static String of(Board board) {
        return title(board) + ", " + streams(board);
    }

    /** {@code Upside Down Labs Chords UNO-R3 v1.2} */
    static String title(Board board) {
        List<String> words = new ArrayList<>();
        words.add(Protocols.named(board.protocol()).map(Protocol::title).orElse(board.protocol()));
        words.add(board.model());
        words.add(board.firmware());
        words.removeIf(String::isBlank);
        return Ink.harmless(String.join(" ", words));
    }

    static String streams(Board board) {
        List<String> words = new ArrayList<>();
        for (SampleStream stream : board.streams()) {
            int channels = stream.montage().size();
            words.add((channels == 1 ? "1 channel" : channels + " channels") + " at "
                    + Cell.exact(stream.rateHz()).text() + " Hz");
        }
        return String.join(" and ", words);
    }
}

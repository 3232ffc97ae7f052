package twinge.wire;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import twinge.frames.Block;
import twinge.frames.Scale;

/**
 * What a link that loses and changes bytes costs, board by board: 100,000 frames of EMG-like data a cell, seeded. The long
 * form is a million. {@code lost} and {@code suspect} are in % of the frames sent, {@code wrong} are frames delivered with a
 * sample that was never sent and is not marked, {@code > 100 uV} those of them that are wrong by so much.
 */
class DamagedLinkTest {
    private static final int FRAMES = 100_000;

    /** Corrupt frames that known parsers of these boards accept when 1e-4 of the bytes are changed, % (by simulation). */
    private static final Map<String, Double> ACCEPTED_ELSEWHERE =
            Map.of("cyton", 0.292, "cyton-daisy", 0.584, "spikerbox", 0.033, "chords", 0.130);

    /** Errors of more than 100 µV that may pass unmarked, % of the frames of one packet of a Cyton's size or less. */
    private static final double GRAVE_PERCENT = 0.05;

    static Stream<Coding> codings() {
        return Coding.all().stream();
    }

    @ParameterizedTest
    @MethodSource("codings")
    void aBadLinkCostsFewFramesAndHardlyAnyPassWrong(Coding coding) {
        check(coding, FRAMES);
    }

    @ParameterizedTest
    @Tag("slow")
    @MethodSource("codings")
    void aBadLinkCostsFewFramesAndHardlyAnyPassWrongInAMillion(Coding coding) {
        check(coding, 10 * FRAMES);
    }

    private static void check(Coding coding, int frames) {
        Board board = Protocols.named(coding.protocol()).orElseThrow().board(coding.wishes());
        Sent sent = new Sent(coding, board, frames);
        Counted clean = run(coding, Damage.NONE, sent);
        Counted loss = run(coding, Damage.LOSS, sent);
        Counted corruption = run(coding, Damage.CORRUPTION, sent);
        Counted bursts = run(coding, Damage.BURSTS, sent);
        double packets = coding.protocol().equals("cyton-daisy") ? 2 : 1;
        double elsewhere = ACCEPTED_ELSEWHERE.get(coding.protocol());
        assertAll(
                () -> assertEquals(0, clean.tally.lost(), clean.words),
                () -> assertEquals(0, clean.wrong, clean.words),
                () -> assertTrue(clean.tally.suspect() <= frames / 10_000.0, clean.words),
                () -> assertTrue(loss.wrong <= frames / 50_000.0, loss.words),
                () -> assertTrue(
                        loss.tally.lost() <= 1.05 * loss.framesHit, loss.words + " of " + loss.framesHit + " hit"),
                () -> assertTrue(100.0 * corruption.wrong / frames < 0.6 * elsewhere, corruption.words),
                () -> assertTrue(100.0 * corruption.grave / frames <= GRAVE_PERCENT * packets, corruption.words),
                () -> assertTrue(corruption.tally.lost() <= 1.05 * corruption.framesHit, corruption.words),
                () -> assertTrue(bursts.wrong <= frames / 30_000.0, bursts.words),
                () -> assertTrue(bursts.tally.lost() <= 1.05 * bursts.framesHit + 2, bursts.words));
        for (Counted each : List.of(clean, loss, corruption, bursts)) {
            Tally tally = each.tally;
            assertEquals(each.end, tally.frames() + tally.lost() + tally.suspect(), "all accounted for: " + each);
            assertTrue(!coding.numbered() || each.end > frames - 20, each.words);
        }
    }

    private static final class Counted {
        private Tally tally;
        private long wrong;
        private long grave;
        private long framesHit;
        private long end;
        private String words;

        @Override
        public String toString() {
            return words;
        }
    }

    static Counted run(Coding coding, Damage damage, Sent sent) {
        Protocol protocol = Protocols.named(coding.protocol()).orElseThrow();
        Board board = protocol.board(coding.wishes());
        Scale scale = board.streams().get(0).montage().channel(0).scale();
        int frames = sent.frames();
        sent.again();
        Counted counted = new Counted();
        Decoder decoder = protocol.decoder(board);
        Damage.Link link = damage.link(7);
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        for (int frame = 0; frame < frames; frame++) {
            link.pass(coding.writer().frame(frame, sent.counts(frame)), chunk);
            if (frame % 4 == 3) {
                long arrival = Math.round(frame * 1e9 / board.streams().get(0).rateHz());
                decoder.accept(
                        chunk.toByteArray(), 0, chunk.size(), arrival, block -> compare(block, sent, scale, counted));
                chunk.reset();
            }
        }
        decoder.finish(block -> compare(block, sent, scale, counted));
        counted.tally = decoder.tally();
        counted.framesHit = link.framesHit();
        counted.words = String.format(
                Locale.ROOT,
                "%-22s %-56s lost %.3f %%, suspect %.3f %%, wrong %.4f %%, > 100 uV %.4f %%",
                coding,
                damage,
                100.0 * counted.tally.lost() / frames,
                100.0 * counted.tally.suspect() / frames,
                100.0 * counted.wrong / frames,
                100.0 * counted.grave / frames);
        System.out.println(counted);
        return counted;
    }

    private static void compare(Block block, Sent sent, Scale scale, Counted counted) {
        if (block.stream() != 0) {
            return;
        }
        counted.end = Math.max(counted.end, block.endFrame());
        for (int frame = 0; frame < block.frames(); frame++) {
            int error = sent.greatestError(block, frame);
            counted.wrong += error > 0 ? 1 : 0;
            counted.grave += error * Math.abs(scale.gain()) > 100 ? 1 : 0;
        }
    }
}

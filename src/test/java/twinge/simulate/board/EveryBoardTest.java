package twinge.simulate.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import twinge.frames.Block;
import twinge.wire.Decoder;
import twinge.wire.Protocol;
import twinge.wire.Protocols;
import twinge.wire.Tally;
import twinge.wire.Wishes;

/** Every virtual board is recognised by the protocol it speaks, and what it sends is what is decoded: encoders and decoders are of different makers. */
class EveryBoardTest {
    private static final double SECONDS = 12;

    @TestFactory
    List<DynamicTest> isRecognisedAndDecodedToTheCount() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Model model : Models.all()) {
            Protocols.named(model.protocol())
                    .ifPresent(protocol -> tests.add(
                            DynamicTest.dynamicTest(model.name(), () -> recogniseAndDecode(model, protocol, ""))));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> losesNothingThoughItsLineStallsAndGathers() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Model model : Models.all()) {
            Protocols.named(model.protocol())
                    .ifPresent(protocol -> tests.add(DynamicTest.dynamicTest(
                            model.name(),
                            () -> recogniseAndDecode(
                                    model, protocol, "batch=16ms,chunk=62,stall=0.4s@14s,drift=300ppm"))));
        }
        return tests;
    }

    private static void recogniseAndDecode(Model model, Protocol protocol, String faults) throws IOException {
        VirtualBoard virtual = new VirtualBoard(
                model, new Ramp(model.channels(), model.rateHz(), SECONDS + 10), FaultPlan.parse(faults), 1);
        List<int[]> sent = new ArrayList<>();
        virtual.listen((frame, counts) -> sent.add(counts.clone()));
        VirtualLink link = new VirtualLink(virtual, Pace.leaping());
        Conversed conversed = new Conversed(link, protocol.converse(Wishes.none()));
        Decoder decoder = protocol.decoder(conversed.board);
        conversed.decode(link, decoder);
        Tally tally = decoder.tally();
        assertEquals(0, tally.lost(), "lost: " + tally);
        assertTrue(tally.frames() > SECONDS * conversed.board.streams().get(0).rateHz() / 2, tally.toString());
        compare(model.name().equals("cyton-daisy") ? paired(sent) : sent, counts(conversed.blocks), tally);
    }

    /** A Daisy's frames have even counters and hold channels 9 to 16; the Cyton's, one later, hold the first eight. */
    private static List<int[]> paired(List<int[]> sent) {
        List<int[]> pairs = new ArrayList<>();
        for (int frame = 0; frame + 1 < sent.size(); frame += 2) {
            int[] pair = Arrays.copyOf(sent.get(frame + 1), 16);
            System.arraycopy(sent.get(frame), 0, pair, 8, 8);
            pairs.add(pair);
        }
        return pairs;
    }

    /** Frames of the first stream, null where one is not to be trusted. */
    private static List<int[]> counts(List<Block> blocks) {
        List<int[]> frames = new ArrayList<>();
        for (Block block : blocks) {
            for (int frame = 0; block.stream() == 0 && frame < block.frames(); frame++) {
                int[] counts = new int[block.channels()];
                for (int channel = 0; channel < counts.length; channel++) {
                    counts[channel] = block.count(channel, frame);
                }
                frames.add(block.missing(0, frame) ? null : counts);
            }
        }
        return frames;
    }

    /** What was decoded ends as what was sent did, and is as long as it says. */
    private static void compare(List<int[]> sent, List<int[]> decoded, Tally tally) {
        assertEquals(tally.frames() + tally.suspect(), decoded.size());
        int off = sent.size() - decoded.size();
        assertTrue(off >= 0, decoded.size() + " frames decoded of " + sent.size() + " sent");
        int suspect = 0;
        for (int frame = 0; frame < decoded.size(); frame++) {
            int[] got = decoded.get(frame);
            int[] was = sent.get(off + frame);
            suspect += got == null ? 1 : 0;
            assertTrue(
                    got == null || Arrays.equals(was, got),
                    () -> "sent " + Arrays.toString(was) + ", decoded " + Arrays.toString(got));
        }
        assertTrue(suspect <= decoded.size() / 100, suspect + " of " + decoded.size() + " not trusted");
    }
}

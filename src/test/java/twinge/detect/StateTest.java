package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import twinge.signal.RunningQuantile;

class StateTest {
    /** One of everything that a state can hold. */
    private static final class Everything {
        double real = Double.NaN;
        boolean flag;
        int count;
        long whole;
        String text = "";
        final double[] reals = new double[2];
        final long[] wholes = new long[2];
        final int[] counts = new int[2];
        final List<String> list = new ArrayList<>();
        final RunningQuantile stage = new RunningQuantile(3, 0.5);

        void state(State io) {
            real = io.real(real);
            flag = io.flag(flag);
            count = io.count(count);
            whole = io.whole(whole);
            text = io.text(text);
            io.reals(reals);
            io.wholes(wholes);
            io.counts(counts);
            io.list(list, item -> io.text(item == null ? "" : item));
            io.stage(stage);
        }
    }

    private static Everything filled() {
        Everything all = new Everything();
        all.real = -0.0;
        all.flag = true;
        all.count = Integer.MIN_VALUE;
        all.whole = Long.MAX_VALUE;
        all.text = "5 \u00b5V, 30 \u00b0";
        all.reals[1] = Double.MIN_VALUE;
        all.wholes[0] = -1;
        all.counts[1] = 7;
        all.list.addAll(List.of("one", "two", ""));
        all.stage.add(4);
        all.stage.add(6);
        return all;
    }

    private static byte[] written(Everything all) {
        State io = State.writing();
        all.state(io);
        return io.written();
    }

    @Test
    void whatIsReadIsWhatWasWrittenToTheBit() {
        byte[] bytes = written(filled());
        Everything read = new Everything();
        read.list.add("to be replaced");
        State io = State.reading(bytes);
        read.state(io);
        assertEquals(0, io.left());
        assertArrayEquals(bytes, written(read));
        assertEquals(Double.doubleToRawLongBits(-0.0), Double.doubleToRawLongBits(read.real));
        assertEquals(List.of("one", "two", ""), read.list);
        assertEquals(5, read.stage.value());
        assertEquals("5 \u00b5V, 30 \u00b0", read.text);
    }

    @Test
    void writingChangesNothing() {
        Everything all = filled();
        assertArrayEquals(written(all), written(all));
    }

    @Test
    void cutShortAnywhereItIsRefusedWithARemedy() {
        byte[] bytes = written(filled());
        for (int length = 0; length < bytes.length; length++) {
            State io = State.reading(Arrays.copyOf(bytes, length));
            String message = assertThrows(IllegalArgumentException.class, () -> new Everything().state(io))
                    .getMessage();
            assertTrue(message.contains("cut short"), message);
        }
    }

    @Test
    void aDetectorsSnapshotCutShortAnywhereIsRefused() {
        Cut.Recorded recorded = Cut.simulated("lifting", 3, 4);
        Detector detector = new Detector(recorded.streams(), twinge.settings.Settings.standard());
        recorded.blocks().forEach(block -> detector.accept(block, finding -> {}));
        byte[] bytes = detector.snapshot();
        for (int length = 0; length < bytes.length; length += 1 + length / 30) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Detector.resume(part, recorded.streams(), twinge.settings.Settings.standard()),
                    length + " of " + bytes.length + " bytes");
        }
    }
}

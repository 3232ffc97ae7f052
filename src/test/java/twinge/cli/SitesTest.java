package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;
import twinge.wire.Board;

class SitesTest {
    private static final Board BOARD = Board.of("any", "", List.of(stream("A1", "A2", "A3")), Map.of());

    private static SampleStream stream(String... labels) {
        List<Channel> channels = java.util.Arrays.stream(labels)
                .map(label -> Channel.of(label, Channel.Type.EMG, Scale.step(1, "uV")))
                .toList();
        return new SampleStream(0, 250, 0, new Montage(channels));
    }

    private static Channel at(int channel, String... sites) {
        return Sites.on(BOARD, List.of(sites)).streams().get(0).montage().channel(channel);
    }

    @Test
    void sideMuscleAndPositionAreTakenFromTheWearersWords() {
        Channel first = at(0, "L longissimus L1");
        assertEquals(Channel.Side.LEFT, first.side());
        assertEquals("longissimus", first.muscle());
        assertEquals("L1", first.position());
        assertEquals("A1", first.label());
        Channel second = at(1, "L longissimus L1", "right erector spinae L3-L4");
        assertEquals(Channel.Side.RIGHT, second.side());
        assertEquals("erector spinae", second.muscle());
        assertEquals("L3-L4", second.position());
    }

    @Test
    void aNumberChoosesTheChannelAndTheNextFollowsIt() {
        assertEquals("multifidus", at(1, "2=multifidus", "trapezius").muscle());
        assertEquals("trapezius", at(2, "2=multifidus", "trapezius").muscle());
        assertEquals("", at(0, "2=multifidus").muscle());
    }

    @Test
    void aChannelThatIsNotThereOrASiteWithoutAMuscleIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> at(0, "4=multifidus"));
        assertThrows(IllegalArgumentException.class, () -> at(0, "0=multifidus"));
        assertThrows(IllegalArgumentException.class, () -> at(0, "L L1"));
    }
}

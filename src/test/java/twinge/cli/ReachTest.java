package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.detect.Detector;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;
import twinge.settings.Key;
import twinge.settings.Settings;

class ReachTest {
    private static List<SampleStream> at(double rateHz) {
        Channel emg = Channel.of("EMG1", Channel.Type.EMG, Scale.step(0.1, "uV"));
        return List.of(new SampleStream(0, rateHz, 0, new Montage(List.of(emg))));
    }

    @Test
    void whatIsCalledTooSlowIsWhatTheDetectorRefuses() {
        assertEquals(List.of(), Reach.tooSlow(at(Reach.LOWEST_RATE_HZ)));
        assertDoesNotThrow(() -> new Detector(at(Reach.LOWEST_RATE_HZ), Settings.standard()));
        assertEquals(List.of("EMG1 (19.9 Hz)"), Reach.tooSlow(at(19.9)));
        assertThrows(IllegalArgumentException.class, () -> new Detector(at(19.9), Settings.standard()));
    }

    @Test
    void aFilterThatTheRateMovesIsNamedWithBothFrequencies() {
        assertEquals(
                List.of("500 frames a second carry nothing higher: low-pass at 225 Hz instead of 450 Hz"),
                Reach.sentences(at(500), Settings.standard()));
        assertEquals(List.of(), Reach.sentences(at(1000), Settings.standard()));
        assertEquals(List.of(), Reach.sentences(at(500), Settings.standard().with(Key.LOW_PASS, 200)));
    }

    @Test
    void aRateThatLeavesNoEmgBandSaysSo() {
        String said = Reach.sentences(at(40), Settings.standard()).get(0);
        assertTrue(said.contains("no part of the EMG band is left"), said);
        assertTrue(said.contains("low-pass at 18 Hz"), said);
    }

    @Test
    void aTextThatIsTooSlowIsBadInputInOneLineThatSaysWhy(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("slow.csv"), "EMG1\n" + "1\n-1\n2\n".repeat(100));
        for (String verb : List.of("replay", "chart")) {
            Run run = Run.at(
                    folder, verb, text, "--rate", "10", "-o", folder.resolve("chart".equals(verb) ? "a.png" : "a.csv"));
            assertEquals(ExitCode.BAD_INPUT, run.code(), run.err());
            assertEquals(1, run.remarks().size(), run.err());
            assertTrue(run.err().startsWith("twinge: slow.csv") && run.err().contains("EMG1 (10 Hz)"), run.err());
            assertTrue(run.err().contains("at least 20 frames a second: take the raw recording"), run.err());
        }
    }
}

package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.settings.Key;

class ConfigTest {
    @TempDir
    private Path home;

    private static String row(Run run, String key) {
        assertEquals(ExitCode.OK, run.code(), run.err());
        return run.lines().stream()
                .filter(line -> line.startsWith(key + "\t"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void optionBeatsVariableBeatsProjectFileBeatsOwnFileBeatsDefault() throws IOException {
        String key = "detect.on_threshold";
        assertEquals(
                key + "\t" + Key.ON_THRESHOLD.standard() + "\t\tdefault",
                row(Run.at(home, "config", "show", "--origin"), key));
        Path own = home.resolve(".config/twinge/config.toml");
        Files.createDirectories(own.getParent());
        Files.writeString(own, "[detect]\non_threshold = 5\n");
        assertEquals(key + "\t5\t\t" + own + ":2", row(Run.at(home, "config", "show", "--origin"), key));
        Path project = Files.writeString(home.resolve("run.toml"), "detect.on_threshold = 6\n");
        assertEquals(
                key + "\t6\t\t" + project + ":1",
                row(Run.at(home, "config", "show", "--origin", "--config", project), key));
        Map<String, String> environment = Map.of("HOME", home.toString(), "TWINGE_DETECT_ON_THRESHOLD", "7");
        Object[] words = {"config", "show", "--origin", "--config", project};
        assertEquals(key + "\t7\t\tTWINGE_DETECT_ON_THRESHOLD", row(Run.in(false, environment, words), key));
        Object[] set = {"config", "show", "--origin", "--config", project, "--set", "detect.on_threshold=8"};
        assertEquals(key + "\t8\t\toption", row(Run.in(false, environment, set), key));
    }

    @Test
    void everySettingIsListedWithUnitDefaultLimitsAndMeaning() {
        List<String> lines = Run.of("config", "keys").lines();
        assertEquals("key\tunit\tdefault\tleast\tmost\tmeaning", lines.get(0));
        assertEquals(1 + Key.values().length, lines.size());
        assertTrue(lines.contains(
                "detect.envelope\ts\t" + Key.ENVELOPE.standard() + "\t0.005\t1\t" + Key.ENVELOPE.meaning()));
    }

    @Test
    void theCommentedFileReadAgainChangesNothing() throws IOException {
        Path file = Files.writeString(
                home.resolve("all.toml"), Run.of("config", "init").out());
        assertEquals(Run.at(home, "config", "show"), Run.at(home, "config", "show", "--config", file));
    }

    @Test
    void placesAreNamedWithWhetherTheyAreThere() {
        Run run = Run.at(home, "config", "path");
        assertEquals(
                "your log\t" + home.resolve(".local/share/twinge/log.sqlite") + "\tno",
                run.lines().get(3));
    }

    @Test
    void aMissingFileIsBadInputAndABadOneNamesItsLine() throws IOException {
        Run missing = Run.at(home, "config", "show", "--config", home.resolve("none.toml"));
        assertEquals(ExitCode.BAD_INPUT, missing.code());
        Path bad = Files.writeString(home.resolve("bad.toml"), "\n\n[detect]\non_treshold = 5\n");
        Run run = Run.at(home, "config", "show", "--config", bad);
        assertEquals(ExitCode.USAGE, run.code());
        assertTrue(run.err().startsWith("twinge: " + bad + ":4"), run.err());
        assertEquals(ExitCode.USAGE, Run.of("config").code(), "config alone asks for nothing");
    }
}

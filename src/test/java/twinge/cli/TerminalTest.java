package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {
    @TempDir
    private Path home;

    @Test
    void aPersonSeesAlignedColumnsAndAScriptTabs() {
        Map<String, String> environment = Map.of("HOME", home.toString(), "TERM", "dumb");
        Run person = Run.in(true, environment, "config", "keys");
        Run script = Run.in(false, environment, "config", "keys");
        assertFalse(person.out().contains("\t"));
        assertTrue(script.lines().stream().allMatch(line -> line.split("\t", -1).length == 6));
        List<Integer> starts = IntStream.range(0, person.lines().size())
                .mapToObj(row -> {
                    String meaning = script.lines().get(row).split("\t", -1)[5];
                    return person.lines().get(row).indexOf(meaning);
                })
                .distinct()
                .toList();
        assertEquals(1, starts.size(), "all meanings begin in one column: " + starts);
        assertTrue(starts.get(0) > 0);
    }

    @Test
    void whoeverAsksForAFormGetsItOnATerminalToo() {
        assertEquals(
                Run.in(false, Map.of(), "config", "keys", "--csv").out(),
                Run.in(true, Map.of(), "config", "keys", "--csv").out());
    }

    @Test
    void theUsersFoldersFollowTheEnvironment() {
        Path data = home.resolve("data");
        Run run = Run.in(false, Map.of("HOME", home.toString(), "XDG_DATA_HOME", data.toString()), "config", "path");
        assertTrue(run.out().contains(data.resolve("twinge").toString()), run.out());
        assertTrue(run.out().contains(home.resolve(".config/twinge/config.toml").toString()), run.out());
    }
}

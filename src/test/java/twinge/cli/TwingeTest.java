package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwingeTest {
    @Test
    void withoutWordsTheFirstPageOfHelpIsShown() {
        Run bare = Run.of();
        assertEquals(ExitCode.OK, bare.code());
        assertTrue(bare.out().contains("Examples"), bare.out());
        assertEquals(bare, Run.of("--help"));
        assertEquals(bare, Run.of("-h"));
        assertEquals(bare, Run.of("help"));
        assertEquals(bare, Run.of("--no-color", "--help"));
        assertEquals(bare, Run.of("-q"));
    }

    @Test
    void theFirstPageNamesEveryVerbWithWhatItDoesAndSaysWhatTwingeIsNot() {
        String page = Run.of("--help").out();
        Verbs.all()
                .forEach(verb ->
                        assertTrue(page.contains("  " + verb.name() + " ") && page.contains(verb.description()[0])));
        assertTrue(page.strip().endsWith(RootHelp.NOT_A_MEDICAL_DEVICE));
    }

    @Test
    void everyVerbExplainsItselfBothWays() {
        Verbs.all().forEach(verb -> {
            Run asked = Run.of(verb.name(), "--help");
            assertEquals(ExitCode.OK, asked.code(), asked.err());
            assertTrue(asked.out().startsWith("Usage: twinge " + verb.name()), asked.out());
            assertTrue(asked.out().contains("--quiet"), "options of every verb: " + asked.out());
            assertEquals(asked, Run.of("help", verb.name()));
        });
    }

    @Test
    void exitCodesAreATopicOfHelp() {
        Run topic = Run.of("help", "exit-codes");
        assertEquals(ExitCode.OK, topic.code());
        for (int code : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 130}) {
            assertTrue(topic.lines().stream().anyMatch(line -> line.strip().startsWith(code + "  ")), "code " + code);
        }
    }

    @Test
    void theVersionIsOneLineOnStandardOutput() {
        Run version = Run.of("--version");
        assertEquals(ExitCode.OK, version.code());
        assertEquals(1, version.lines().size());
        assertTrue(version.out().startsWith("twinge "), version.out());
        assertEquals(version, Run.of("-V"));
    }

    @Test
    void aMisspeltVerbIsAUsageErrorWithASuggestion() {
        Run run = Run.of("replya", "x.bdf");
        assertEquals(ExitCode.USAGE, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("'replya'. Did you mean replay?"), run.err());
    }

    @Test
    void aMisspeltOptionIsAUsageErrorWithASuggestion() {
        Run run = Run.of("replay", "--burst", "x.bdf");
        assertEquals(ExitCode.USAGE, run.code());
        assertTrue(run.err().contains("--bursts") && run.err().contains("Try: twinge replay --help"), run.err());
    }

    @Test
    void helpOnAnUnknownSubjectIsAUsageError() {
        Run run = Run.of("help", "exitcodes");
        assertEquals(ExitCode.USAGE, run.code());
        assertTrue(run.err().contains("exit-codes"), run.err());
    }

    @Test
    void optionsOfEveryVerbStandBeforeOrAfterIt() {
        assertEquals(Run.of("-q", "help", "exit-codes"), Run.of("help", "exit-codes", "-q"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "NO_COLOR=1 TERM=xterm",
                "-h --no-color TERM=xterm",
                "TERM=dumb",
                "NO_COLOR=1 FORCE_COLOR=1",
                "--no-color TERM=xterm"
            })
    void coloursCanBeForbidden(String how) {
        Object[] words = how.startsWith("-h")
                ? new Object[] {"-h", "--no-color"}
                : how.contains("--no-color") ? new Object[] {"help", "--help", "--no-color"} : new Object[] {"-h"};
        assertFalse(Run.in(true, environment(how), words).out().contains("\033"));
    }

    @Test
    void coloursCanBeForcedAndAnEmptyNoColorDoesNotForbidThem() {
        assertTrue(Run.in(false, Map.of("FORCE_COLOR", "1"), "-h").out().contains("\033[1m"));
        assertTrue(Run.in(true, Map.of("NO_COLOR", "", "TERM", "xterm"), "-h")
                .out()
                .contains("\033[1m"));
        assertFalse(Run.of("-h").out().contains("\033"), "nobody looks on");
    }

    @Test
    void completionIsAScriptThatKnowsEveryVerb() {
        Run run = Run.of("completion");
        assertEquals(ExitCode.OK, run.code());
        assertTrue(run.out().contains("complete -F _complete_twinge"), "it registers itself");
        Verbs.all().forEach(verb -> assertTrue(run.out().contains(verb.name()), verb.name()));
    }

    @Test
    void aReaderThatWentAwayEndsTheRunWithoutAWord() {
        assertEquals(ExitCode.BROKEN_PIPE, runInto("Broken pipe", System.err));
    }

    @Test
    void aFullDiskUnderTheResultsIsAFailure() {
        assertEquals(
                ExitCode.FAILED, runInto("No space left on device", new PrintStream(OutputStream.nullOutputStream())));
    }

    private static int runInto(String failure, PrintStream err) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(failure);
            }
        };
        Terminal terminal = new Terminal(InputStream.nullInputStream(), broken, err, false, false, 0, Map.of());
        return Twinge.run(terminal, "--help");
    }

    private static Map<String, String> environment(String words) {
        Map<String, String> variables = new java.util.HashMap<>();
        for (String word : words.split(" ")) {
            if (!word.startsWith("-")) {
                variables.put(word.split("=")[0], word.split("=")[1]);
            }
        }
        return variables;
    }
}

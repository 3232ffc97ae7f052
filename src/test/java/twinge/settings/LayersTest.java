package twinge.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersTest {
    @TempDir
    private Path folder;

    @Test
    void anOptionWinsOverAVariableOverTheProjectOverTheUserOverTheDefault() throws IOException {
        Path user = Files.writeString(folder.resolve("config.toml"), """
                [detect]
                on_threshold = 5
                off_threshold = 1.5
                envelope = "60 ms"
                merge_gap = "0.2 s"
                """);
        Path project = Files.writeString(folder.resolve("twinge.toml"), """
                # the lab's own
                detect.on_threshold = 6
                detect.off_threshold = 2.5
                detect.envelope = "70 ms"
                """);
        Map<String, String> variables = Map.of("TWINGE_DETECT_ON_THRESHOLD", "7", "TWINGE_DETECT_ENVELOPE", "80 ms");
        Map<String, String> options = Map.of("detect.on_threshold", "8");

        Layers layers = Layers.of(options, variables, Optional.empty(), project, user);

        Settings settings = layers.settings();
        assertEquals(8, settings.get(Key.ON_THRESHOLD));
        assertEquals("option", layers.origin(Key.ON_THRESHOLD));
        assertEquals(0.08, settings.get(Key.ENVELOPE));
        assertEquals("TWINGE_DETECT_ENVELOPE", layers.origin(Key.ENVELOPE));
        assertEquals(2.5, settings.get(Key.OFF_THRESHOLD));
        assertEquals(project + ":3", layers.origin(Key.OFF_THRESHOLD));
        assertEquals(0.2, settings.get(Key.MERGE_GAP));
        assertEquals(user + ":5", layers.origin(Key.MERGE_GAP));
        assertEquals(Key.LOW_PASS.standard(), settings.get(Key.LOW_PASS));
        assertEquals("default", layers.origin(Key.LOW_PASS));
    }

    @Test
    void filesThatAreNotThereStateNothingUnlessTheUserNamesThem() throws IOException {
        Path project = folder.resolve("twinge.toml");
        Path user = folder.resolve("none").resolve("config.toml");
        Layers layers = Layers.of(Map.of(), Map.of(), Optional.empty(), project, user);
        assertEquals(Settings.standard(), layers.settings());
        Optional<Path> named = Optional.of(folder.resolve("run.toml"));
        assertThrows(NoSuchFileException.class, () -> Layers.of(Map.of(), Map.of(), named, project, user));
    }

    @Test
    void aNamedFileStandsInForTheProjects() throws IOException {
        Path user = Files.writeString(folder.resolve("config.toml"), "detect.merge_gap = \"0.2 s\"");
        Path project = Files.writeString(folder.resolve("twinge.toml"), "detect.envelope = \"70 ms\"");
        Path run = Files.writeString(folder.resolve("run.toml"), "detect.on_threshold = 6");
        Settings settings =
                Layers.of(Map.of(), Map.of(), Optional.of(run), project, user).settings();
        assertEquals(Settings.standard().with(Key.MERGE_GAP, 0.2).with(Key.ON_THRESHOLD, 6), settings);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        detect.on_treshold = 4     | run.toml:3 detect.on_treshold: unknown key. Did you mean detect.on_threshold?
        detekt.envelope = "50 ms"  | run.toml:3 detekt.envelope: unknown key. Did you mean detect.envelope?
        merge_gap = "50 ms"        | run.toml:3 merge_gap: unknown key. Did you mean detect.merge_gap?
        colour = "mauve"           | run.toml:3 colour: unknown key. twinge config show lists all there are.
        detect.envelope = 50       | run.toml:3 detect.envelope: "50" has no unit; write it with its unit (us, ms, s, min, h), such as ENVELOPE
        detect.envelope = "50 Hz"  | run.toml:3 detect.envelope: "50 Hz" has the unit Hz; write it with its unit (us, ms, s, min, h), such as ENVELOPE
        detect.envelope = "0,05 s" | run.toml:3 detect.envelope: "0,05 s" is no number; write it with its unit (us, ms, s, min, h), such as ENVELOPE
        detect.envelope = "9 s"    | run.toml:3 detect.envelope: "9 s" is outside its limits; write a value from 0.005 s to 1 s
        detect.on_threshold = inf  | run.toml:3 detect.on_threshold: "Infinity" is no number; write a plain number such as ON
        detect.on_threshold = "4 s"| run.toml:3 detect.on_threshold: "4 s" has the unit s; write a plain number such as ON
        detect.on_threshold = [4]  | run.toml:3 detect.on_threshold: a list stands where a number belongs, such as ON
        detect.on_threshold = true | run.toml:3 detect.on_threshold: "true" stands where a number belongs, such as ON
        """)
    void whatCanNotBeUsedIsSaidWithFileLineKeyAndRemedy(String line, String message) {
        String text = "# tried on Monday\n\n" + line + "\n";
        BadSetting bad = assertThrows(BadSetting.class, () -> Layers.standard().toml("run.toml", text));
        String expected = message.replace("ON", Quantity.quoted(Key.ON_THRESHOLD, Key.ON_THRESHOLD.standard()))
                .replace("ENVELOPE", Quantity.quoted(Key.ENVELOPE, Key.ENVELOPE.standard()));
        assertEquals(expected, bad.getMessage());
        assertEquals(bad.place() + ": " + bad.reason(), bad.getMessage());
    }

    @Test
    void brokenTomlIsSaidInOneLineWithItsPlace() {
        BadSetting bad = assertThrows(
                BadSetting.class, () -> Layers.standard().toml("run.toml", "[detect]\non_threshold = = 4\n"));
        assertEquals("run.toml:2", bad.place());
        assertTrue(bad.getMessage().lines().count() == 1, bad.getMessage());
    }

    @Test
    void anEmptyTableOfAStrangeNameIsRefusedToo() {
        BadSetting bad =
                assertThrows(BadSetting.class, () -> Layers.standard().toml("run.toml", "[detekt]\n[detect]\n"));
        assertEquals("run.toml:1 detekt", bad.place());
        assertTrue(bad.reason().contains("[detect]"), bad.reason());
    }

    @Test
    void aKeyStatedTwiceIsRefused() {
        String text = "[detect]\non_threshold = 4\non_threshold = 5\n";
        BadSetting bad = assertThrows(BadSetting.class, () -> Layers.standard().toml("run.toml", text));
        assertEquals("run.toml:3", bad.place());
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        Path file = Files.write(folder.resolve("twinge.toml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        BadSetting bad = assertThrows(BadSetting.class, () -> Layers.standard().file(file));
        assertEquals(file.toString(), bad.place());
    }

    @Test
    void aMisspeltVariableIsRefusedAndOthersOfTheProgramAreLeftAlone() {
        Layers layers = Layers.standard().environment(Map.of("TWINGE_LOG", "/x", "PATH", "/bin"));
        assertEquals(Settings.standard(), layers.settings());

        BadSetting bad = assertThrows(
                BadSetting.class, () -> Layers.standard().environment(Map.of("TWINGE_DETECT_ON_TRESHOLD", "4")));
        assertEquals(
                "TWINGE_DETECT_ON_TRESHOLD: no setting has this variable. Did you mean TWINGE_DETECT_ON_THRESHOLD?",
                bad.getMessage());
    }

    @Test
    void aWrongVariableOrOptionIsNamed() {
        BadSetting variable = assertThrows(
                BadSetting.class, () -> Layers.standard().environment(Map.of("TWINGE_DETECT_ENVELOPE", "a while")));
        assertEquals("TWINGE_DETECT_ENVELOPE", variable.place());
        BadSetting option =
                assertThrows(BadSetting.class, () -> Layers.standard().options(Map.of("detect.offthreshold", "2")));
        assertEquals(
                "option detect.offthreshold: unknown key. Did you mean detect.off_threshold?", option.getMessage());
    }

    @Test
    void everyKeyHasAVariableOfItsOwn() {
        for (Key key : Key.values()) {
            String text = Quantity.plain(key, key.most());
            Layers layers = Layers.standard().environment(Map.of(Layers.variable(key.path()), text));
            assertEquals(Settings.standard().with(key, key.most()), layers.settings());
        }
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "condition.mains|55 Hz|out of 0 Hz, 50 Hz, 60 Hz",
                "detect.off_threshold|4|is not below detect.on_threshold, 3.2 (default); a burst must end at a lower",
                "detect.on_threshold|1.5|1.8 is not below detect.on_threshold, 1.5 (option)",
                "condition.low_pass|60 Hz|70 Hz is not below condition.low_pass, 60 Hz (option)",
                "condition.detection_high_pass|2000 Hz|outside its limits",
            })
    void whatMakesNoSenseIsRefusedWithTheReason(String key, String value, String reason) {
        Path none = folder.resolve("none.toml");
        BadSetting refusal = assertThrows(
                BadSetting.class, () -> Layers.of(Map.of(key, value), Map.of(), Optional.empty(), none, none));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith("option " + key)
                || refusal.getMessage().startsWith("default"));
    }
}

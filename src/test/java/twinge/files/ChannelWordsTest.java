package twinge.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.frames.Channel;
import twinge.frames.Channel.Side;
import twinge.frames.Channel.Type;
import twinge.frames.MalformedInput;
import twinge.frames.Scale;

class ChannelWordsTest {
    private final Faults faults = new Faults("test", true);

    @ParameterizedTest
    @CsvSource({
        "EMG1, uV, EMG, UNKNOWN, ''",
        "emg_upper_trapezius_L, '', EMG, LEFT, trapezius",
        "Right Erector Spinae, uV, EMG, RIGHT, erector spinae",
        "L ES L3, mV, EMG, LEFT, erector spinae",
        "Mini sensor 10: EMG 10, V, EMG, UNKNOWN, ''",
        "Mini sensor 10: ACC.X 10, g, ACCELERATION, UNKNOWN, ''",
        "GYRO.Z 10, deg/s, ROTATION, UNKNOWN, ''",
        "chest, g, ACCELERATION, UNKNOWN, ''",
        "ECG, mV, ECG, UNKNOWN, ''",
        "EKG Ch1, mV, ECG, UNKNOWN, ''",
        "Status, uV, TRIGGER, UNKNOWN, ''",
        "EEG Fp1-Ref, uV, OTHER, UNKNOWN, ''",
        "Biceps femoris R, uV, EMG, RIGHT, biceps femoris",
        "Bridge, N, OTHER, UNKNOWN, ''",
    })
    void kindSideAndMuscleAreReadFromTheLabel(String label, String unit, Type type, Side side, String muscle) {
        Channel channel = channels(ReadOptions.standard(), signal("EMG sure", "uV"), signal(label, unit))
                .get(1);
        assertEquals(type, channel.type());
        assertEquals(side, channel.side());
        assertEquals(muscle, channel.muscle());
    }

    @Test
    void withoutAnyWordOfMuscleAllUnknownVoltagesCountAsMuscle() {
        List<Channel> channels = channels(
                ReadOptions.standard(), signal("A1", "uV"), signal("C3", "uV"), signal("ECG", "mV"), signal("x", "N"));
        assertEquals(
                List.of(Type.EMG, Type.OTHER, Type.ECG, Type.OTHER),
                channels.stream().map(Channel::type).toList());
    }

    @Test
    void labelsBecomeUniqueAndEmptyOnesGetAName() {
        List<Channel> channels = channels(
                ReadOptions.standard(),
                signal("EMG", "uV"),
                signal("EMG", "uV"),
                signal("EMG#2", "uV"),
                signal("", "uV"));
        assertEquals(
                List.of("EMG", "EMG#2", "EMG#2#2", "channel 4"),
                channels.stream().map(Channel::label).toList());
        assertEquals(3, faults.warnings().size());
    }

    @Test
    void theUserDecidesWhichChannelsAreMuscle() {
        ReadOptions options = new ReadOptions(false, OptionalDouble.empty(), Map.of(), Set.of("ADC 2"));
        assertEquals(
                List.of(Type.OTHER, Type.EMG),
                channels(options, signal("EMG", "uV"), signal("ADC 2", "")).stream()
                        .map(Channel::type)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMG9|mV|test: there is no channel EMG9; its channels are EMG, acc. Did you mean EMG?",
                "EMG|mVolt|test: the unit mVolt is not known; say nV, uV, mV, V, counts, g, mg, m/s2, deg/s or rad/s",
                "*|kg|test: the unit kg is not known; say nV, uV, mV, V, counts, g, mg, m/s2, deg/s or rad/s",
            })
    void aUnitOfNoChannelOrOneThatIsNotKnownIsRefusedWithThoseThatAre(String label, String unit, String message) {
        assertEquals(
                message,
                assertThrows(
                                MalformedInput.class,
                                () -> channels(units(label, unit), signal("EMG", ""), signal("acc", "g")))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nV", "uV", "\u00b5V", "mV", "V", "counts", "g", "mg", "m/s2", "deg/s", "rad/s"})
    void everyUnitThatIsOfferedIsTaken(String unit) {
        for (String label : List.of("EMG", "*")) {
            assertEquals(
                    unit,
                    channels(units(label, unit), signal("EMG", ""))
                            .get(0)
                            .scale()
                            .unit());
        }
    }

    private static ReadOptions units(String label, String unit) {
        return new ReadOptions(false, OptionalDouble.empty(), Map.of(label, unit), Set.of());
    }

    @Test
    void ofEachKindOfFaultTheFirstAreKeptAndTheRestCounted() {
        Faults many = new Faults("test", false);
        for (int i = 0; i < 1000; i++) {
            many.mended("bad rows", i, "row " + i, "left out");
        }
        many.remark("other", "once");
        List<String> warnings = many.warnings();
        assertEquals(10, warnings.size());
        assertEquals("byte 0: row 0; left out", warnings.get(0));
        assertEquals("once", warnings.get(8));
        assertTrue(warnings.get(9).startsWith("and 992 more: bad rows"));
    }

    private List<Channel> channels(ReadOptions options, ChannelWords.Signal... signals) {
        return ChannelWords.channels(Stream.of(signals).toList(), options, faults);
    }

    private static ChannelWords.Signal signal(String label, String unit) {
        return new ChannelWords.Signal(label, "", new Scale(-100, 100, -1, 1, unit));
    }
}

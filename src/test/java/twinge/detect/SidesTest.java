package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twinge.frames.Channel;
import twinge.frames.Channel.Side;
import twinge.frames.SampleStream;

/** Which channel mirrors which, as far as the montage tells. */
class SidesTest {
    /** A channel written as {@code L erector spinae L3}: side, muscle, position; {@code -} for none. */
    private static Channel channel(String label, String words) {
        String[] parts = words.strip().split(" ");
        Side side = Arrays.stream(Side.values())
                .filter(each -> each.name().startsWith(parts[0]))
                .findFirst()
                .orElseThrow();
        String muscle = parts[1].equals("-") ? "" : parts[1].replace('_', ' ');
        String position = parts[2].equals("-") ? "" : parts[2];
        return new Channel(label, Channel.Type.EMG, muscle, side, position, Made.MICROVOLTS);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "L erector_spinae L3; R erector_spinae L3, 1 0",
        "L erector_spinae L3; R Erector_Spinae L3, 1 0", // as people write
        "L es L3; L es T9; R es T9; R es L3, 3 2 1 0",
        "L es L3; R multifidus L3, - -",
        "L es L3; R es L5, 1 0", // the only ones on that muscle
        "L es L3; L es T9; R es L5, - - -", // which of them?
        "L - -; R - -, 1 0",
        "L - -; L - -; R - -; R - -, - - - -", // which of them?
        "L - -; L - -; R - -, - - -",
        "L es L3; M es L3; R es L3, 2 - 0",
        "U es L3; U es L3, - -",
        "L es L3; L es L3; R es L3, - - -"
    })
    void aChannelIsPairedWithItsMirrorOrWithNone(String montage, String expected) {
        String[] words = montage.split(";");
        Channel[] channels = new Channel[words.length];
        for (int channel = 0; channel < words.length; channel++) {
            channels[channel] = channel("emg" + channel, words[channel]);
        }
        SampleStream stream = Made.stream(0, 1000, channels);
        Channels heard = new Channels(List.of(stream));
        for (int channel = 0; channel < channels.length; channel++) {
            heard.hears(0, channel);
        }
        Sides sides = new Sides(heard);
        StringBuilder pairs = new StringBuilder();
        for (ChannelHistory each : heard) {
            ChannelHistory other = sides.opposite(each);
            pairs.append(other == null ? "-" : other.channel).append(' ');
        }
        assertEquals(expected, pairs.toString().strip());
    }
}

package twinge.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;
import twinge.wire.TwingeHello.Input;

/** What a twinge board measures, as its HELLO tells and the wearer's wishes complete it. */
final class TwingeStreams {
    private TwingeStreams() {}

    static List<SampleStream> of(TwingeHello hello, Wishes wishes) {
        List<SampleStream> streams = new ArrayList<>();
        for (TwingeHello.Stream stream : hello.streams()) {
            List<Channel> channels = new ArrayList<>();
            Set<String> labels = new HashSet<>();
            for (Input input : stream.inputs()) {
                String label = input.label().isBlank() ? "input " + input.number() : input.label();
                while (!labels.add(label)) {
                    label += "'";
                }
                channels.add(Channel.of(label, type(input.kind()), scale(input, wishes)));
            }
            streams.add(new SampleStream(streams.size(), stream.rateHz(), 0, new Montage(channels)));
        }
        return streams;
    }

    private static Channel.Type type(int kind) {
        return switch (kind) {
            case Input.EMG, Input.ENVELOPE -> Channel.Type.EMG;
            case 3 -> Channel.Type.ECG;
            case 4 -> Channel.Type.ACCELERATION;
            case 5 -> Channel.Type.ROTATION;
            case 6 -> Channel.Type.TRIGGER;
            default -> Channel.Type.OTHER;
        };
    }

    /** Microvolts at the electrodes; plain counts where the amplifier's gain is known to nobody. */
    private static Scale scale(Input input, Wishes wishes) {
        boolean muscle = input.kind() == Input.EMG || input.kind() == Input.ENVELOPE;
        double range = input.rangeMillionths() / 1e6;
        double gain = input.gainThousandths() / 1e3;
        if (muscle && input.unit() == Input.VOLT) {
            range = wishes.referenceVolts().orElse(range);
            gain = wishes.gain().orElse(gain);
        }
        double steps = Math.scalb(1.0, input.bits());
        if (input.unit() == Input.VOLT && range > 0 && gain > 0) {
            return scale(input, range * 1e6 / steps / gain, "uV");
        }
        if (input.unit() == 2 || input.unit() == 3) {
            String unit = input.unit() == 2 ? "g" : "deg/s";
            return range > 0 && gain > 0 ? scale(input, range / steps / gain, unit) : scale(input, 1, "");
        }
        return scale(input, 1, "");
    }

    private static Scale scale(Input input, double perCount, String unit) {
        double least = ((double) input.least() - input.zero()) * perCount;
        double greatest = ((double) input.greatest() - input.zero()) * perCount;
        return new Scale(input.least(), input.greatest(), least, greatest, unit);
    }
}

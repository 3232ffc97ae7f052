package twinge.cli;

import java.util.ArrayList;
import java.util.List;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.settings.Key;
import twinge.settings.Settings;

/** What the rate of a recording lets the detector see: which channels are too slow for it, and which filters it moves. */
final class Reach {
    /** The detector refuses EMG below it: even the envelope of a muscle is lost there. */
    static final double LOWEST_RATE_HZ = 20;

    /** Where the detector moves a filter to, as a share of the rate, if the setting lies higher. */
    private static final double LOW_PASS_SHARE = 0.45;

    private static final double AMPLITUDE_SHARE = 0.2;
    private static final double DETECTION_SHARE = 0.25;

    private Reach() {}

    /** Whether a channel is EMG that has too few frames a second to look for bursts in. */
    static boolean tooSlow(SampleStream stream, Channel channel) {
        return channel.type() == Channel.Type.EMG && stream.rateHz() < LOWEST_RATE_HZ;
    }

    /** The labels of those channels with their rates: {@code Blk (12.8 Hz)}. */
    static List<String> tooSlow(List<SampleStream> streams) {
        List<String> labels = new ArrayList<>();
        for (SampleStream stream : streams) {
            stream.montage().channels().stream()
                    .filter(channel -> tooSlow(stream, channel))
                    .forEach(channel -> labels.add(channel.label() + " (" + Account.rate(stream) + " Hz)"));
        }
        return labels;
    }

    /** The same streams with those channels as something else than EMG, so that nothing is looked for in them. */
    static List<SampleStream> withoutTooSlow(List<SampleStream> streams) {
        return streams.stream()
                .map(stream -> new SampleStream(
                        stream.index(),
                        stream.rateHz(),
                        stream.startSeconds(),
                        new Montage(stream.montage().channels().stream()
                                .map(channel -> tooSlow(stream, channel) ? other(channel) : channel)
                                .toList())))
                .toList();
    }

    private static Channel other(Channel channel) {
        return new Channel(
                channel.label(),
                Channel.Type.OTHER,
                channel.muscle(),
                channel.side(),
                channel.position(),
                channel.scale());
    }

    /** Which filters stand elsewhere than the settings say because a rate carries no more, one sentence a rate. */
    static List<String> sentences(List<SampleStream> streams, Settings settings) {
        return streams.stream()
                .filter(stream ->
                        stream.montage().channels().stream().anyMatch(channel -> channel.type() == Channel.Type.EMG))
                .mapToDouble(SampleStream::rateHz)
                .distinct()
                .sorted()
                .mapToObj(rateHz -> sentence(rateHz, settings))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String sentence(double rateHz, Settings settings) {
        List<String> moved = new ArrayList<>();
        move(moved, "low-pass", Key.LOW_PASS, LOW_PASS_SHARE * rateHz, settings);
        move(moved, "high-pass of detection", Key.DETECTION_HIGH_PASS, DETECTION_SHARE * rateHz, settings);
        move(moved, "high-pass of amplitude", Key.AMPLITUDE_HIGH_PASS, AMPLITUDE_SHARE * rateHz, settings);
        if (moved.isEmpty()) {
            return "";
        }
        String rate = Account.rate(rateHz) + " frames a second carry nothing higher: " + String.join(", ", moved);
        boolean noBand = LOW_PASS_SHARE * rateHz <= settings.get(Key.AMPLITUDE_HIGH_PASS);
        return noBand
                ? rate + "; no part of the EMG band is left, so what is found is found in sway, not in muscle: take"
                        + " the raw recording"
                : rate;
    }

    private static void move(List<String> moved, String filter, Key key, double mostHz, Settings settings) {
        if (settings.get(key) > mostHz) {
            moved.add(filter + " at " + Account.rate(mostHz) + " Hz instead of " + settings.text(key));
        }
    }
}

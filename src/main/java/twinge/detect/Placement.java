package twinge.detect;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import twinge.events.Calibration;
import twinge.frames.Channel;

/** Where a channel's electrode sits and in what unit it measures, as a calibration names both. */
public final class Placement {
    private Placement() {}

    /** Side, muscle and position in words: {@code left erector spinae L3}; empty if none is stated. */
    public static String words(Channel channel) {
        StringJoiner words = new StringJoiner(" ");
        if (channel.side() != Channel.Side.UNKNOWN) {
            words.add(channel.side().name().toLowerCase(Locale.ROOT));
        }
        if (!channel.muscle().isEmpty()) {
            words.add(channel.muscle());
        }
        if (!channel.position().isEmpty()) {
            words.add(channel.position());
        }
        return words.toString().replaceAll("\\p{Cntrl}", " ");
    }

    /** The unit of a channel's levels. */
    public static String unit(Channel channel) {
        return channel.calibrated() ? "uV" : "count";
    }

    /** What a calibration says of a channel; nothing if it measured it in another unit. */
    public static Optional<Calibration.Level> level(Channel channel, Optional<Calibration> calibration) {
        return calibration
                .flatMap(known -> known.level(channel.label()))
                .filter(level -> level.unit().equals(unit(channel)));
    }
}

package twinge.detect;

import twinge.frames.Channel;

/** Compares the two sides of the body: each channel with the one at the same place of the same muscle on the other side. */
final class Sides {
    private static final double LEAST_MEASURED = 0.9;

    /** What had been summed up on both sides when something began. */
    record Mark(double seconds, double ownArea, double ownMeasured, double otherArea, double otherMeasured) {
        static Mark state(State io, Mark m) {
            boolean w = m != null;
            return new Mark(
                    io.real(w ? m.seconds : 0),
                    io.real(w ? m.ownArea : 0),
                    io.real(w ? m.ownMeasured : 0),
                    io.real(w ? m.otherArea : 0),
                    io.real(w ? m.otherMeasured : 0));
        }
    }

    private final Channels channels;

    Sides(Channels channels) {
        this.channels = channels;
    }

    /**
     * The channel of the other side that sits on the same muscle at the same place; where none does, the only one on that
     * muscle, if there is but one on either side. Null where the montage does not tell.
     */
    ChannelHistory opposite(ChannelHistory history) {
        Channel own = channels.about(history);
        ChannelHistory there = null;
        ChannelHistory onMuscle = null;
        int others = 0;
        int othersThere = 0;
        int here = 0;
        int hereThere = 0;
        for (ChannelHistory each : channels) {
            Channel other = channels.about(each);
            if (!same(own.muscle(), other.muscle())) {
                continue;
            }
            boolean atPlace = same(own.position(), other.position());
            if (other.side() == own.side()) {
                here++;
                hereThere += atPlace ? 1 : 0;
            } else if (mirrored(own.side(), other.side())) {
                others++;
                onMuscle = each;
                othersThere += atPlace ? 1 : 0;
                there = atPlace ? each : there;
            }
        }
        if (othersThere > 0) {
            return othersThere == 1 && hereThere == 1 ? there : null;
        }
        return others == 1 && here == 1 ? onMuscle : null;
    }

    private static boolean mirrored(Channel.Side one, Channel.Side other) {
        return one == Channel.Side.LEFT && other == Channel.Side.RIGHT
                || one == Channel.Side.RIGHT && other == Channel.Side.LEFT;
    }

    private static boolean same(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    /** To be taken soon after the beginning: the channels' courses are known for five seconds. */
    Mark mark(ChannelHistory history, double seconds) {
        ChannelHistory other = opposite(history);
        return new Mark(
                seconds,
                history.course.areaUntil(seconds),
                history.course.measuredUntil(seconds),
                other == null ? Double.NaN : other.course.areaUntil(seconds),
                other == null ? Double.NaN : other.course.measuredUntil(seconds));
    }

    /**
     * (left - right) / (left + right) of the areas above rest from a mark to a time; NaN without a channel on the other side,
     * and where either was not measured for a tenth of that time or more.
     */
    double asymmetry(ChannelHistory history, Mark mark, double untilSeconds) {
        ChannelHistory other = opposite(history);
        if (other == null
                || channels.about(history).calibrated() != channels.about(other).calibrated()) {
            return Double.NaN;
        }
        double needed = LEAST_MEASURED * (untilSeconds - mark.seconds);
        double own = history.course.measuredUntil(untilSeconds) - mark.ownMeasured;
        double others = other.course.measuredUntil(untilSeconds) - mark.otherMeasured;
        if (!(own > needed && others > needed)) {
            return Double.NaN;
        }
        double ownArea = Math.max(0, history.course.areaUntil(untilSeconds) - mark.ownArea) / own;
        double otherArea = Math.max(0, other.course.areaUntil(untilSeconds) - mark.otherArea) / others;
        double toOwnSide = (ownArea - otherArea) / (ownArea + otherArea);
        return channels.side(history) == Channel.Side.LEFT ? toOwnSide : -toOwnSide;
    }
}

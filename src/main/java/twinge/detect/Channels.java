package twinge.detect;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import twinge.frames.Channel;
import twinge.frames.SampleStream;

/** The EMG channels of a recording with what is remembered of each, in the order of the streams and their montages. */
final class Channels implements Iterable<ChannelHistory> {
    private final List<SampleStream> streams;
    private final List<ChannelHistory> histories = new ArrayList<>();
    private final ChannelHistory[][] places; // [stream][channel], null where none is watched

    Channels(List<SampleStream> streams) {
        this.streams = streams;
        places = new ChannelHistory[streams.size()][];
        for (SampleStream stream : streams) {
            places[stream.index()] = new ChannelHistory[stream.montage().size()];
        }
    }

    void hears(int stream, int channel) {
        SampleStream of = streams.get(stream);
        places[stream][channel] = new ChannelHistory(stream, channel, of.rateHz(), of.startSeconds());
        histories.add(places[stream][channel]);
    }

    int size() {
        return histories.size();
    }

    ChannelHistory of(int stream, int channel) {
        ChannelHistory history = places[stream][channel];
        if (history == null) {
            throw new IllegalStateException("channel " + channel + " of stream " + stream + " is not watched");
        }
        return history;
    }

    Channel about(ChannelHistory history) {
        return streams.get(history.stream).montage().channel(history.channel);
    }

    Channel.Side side(ChannelHistory history) {
        return about(history).side();
    }

    double seconds(ChannelHistory history, long frame) {
        return streams.get(history.stream).seconds(frame);
    }

    SampleStream stream(int index) {
        return streams.get(index);
    }

    @Override
    public Iterator<ChannelHistory> iterator() {
        return histories.iterator();
    }

    /** Onset of the earliest burst or repetition that still goes on, in seconds; infinite if there is none. */
    double openSince() {
        double earliest = Double.POSITIVE_INFINITY;
        for (ChannelHistory history : histories) {
            for (long since : history.openSince) {
                earliest = since < 0 ? earliest : Math.min(earliest, seconds(history, since));
            }
            if (history.train != null) {
                earliest = Math.min(earliest, seconds(history, history.train.fromFrame));
            }
        }
        return earliest;
    }

    void state(State io) {
        histories.forEach(history -> history.state(io));
    }
}

package twinge.frames;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The channels that are sampled together, in the order of a block's rows. */
public record Montage(List<Channel> channels) {
    public Montage {
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("a montage needs at least one channel");
        }
        Set<String> labels = new HashSet<>();
        for (Channel channel : channels) {
            if (!labels.add(channel.label())) {
                throw new IllegalArgumentException("two channels are labelled " + channel.label());
            }
        }
    }

    public int size() {
        return channels.size();
    }

    public Channel channel(int index) {
        return channels.get(index);
    }
}

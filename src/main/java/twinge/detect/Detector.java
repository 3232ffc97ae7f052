package twinge.detect;

import java.util.List;
import java.util.function.Consumer;
import twinge.frames.Block;
import twinge.frames.SampleStream;
import twinge.settings.Settings;

/** Finds bursts in the EMG channels of a recording's streams, judges them and groups them into episodes, as they come. */
public final class Detector {
    /** @param streams of one board or recording, in the order of their indices */
    public Detector(List<SampleStream> streams, Settings settings) {}

    /** Takes the next block of any of the streams and tells what it finds out. */
    public void accept(Block block, Consumer<Finding> out) {}

    /** Closes what is open: the recording has ended. */
    public void finish(Consumer<Finding> out) {}
}

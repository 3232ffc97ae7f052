package twinge.cli;

import java.io.IOException;
import java.util.List;
import twinge.events.Session;
import twinge.files.Annotation;
import twinge.files.Origin;
import twinge.files.Recording;
import twinge.frames.Block;
import twinge.frames.SampleStream;

/** A recording of which some EMG channels are too slow to look for bursts in: they pass as channels of another kind. */
final class WithoutTooSlow implements Recording {
    private final Recording recording;
    private final List<SampleStream> streams;

    WithoutTooSlow(Recording recording) {
        this.recording = recording;
        streams = Reach.withoutTooSlow(recording.streams());
    }

    /** The channels that are too slow, with their rates. */
    List<String> leftOut() {
        return Reach.tooSlow(recording.streams());
    }

    @Override
    public List<SampleStream> streams() {
        return streams;
    }

    @Override
    public Block next() throws IOException {
        return recording.next();
    }

    @Override
    public Origin origin() {
        return recording.origin();
    }

    @Override
    public Session session() throws IOException {
        return recording.session();
    }

    @Override
    public String format() {
        return recording.format();
    }

    @Override
    public List<String> warnings() {
        return recording.warnings();
    }

    @Override
    public List<Annotation> annotations() {
        return recording.annotations();
    }

    @Override
    public long bytesRead() {
        return recording.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return recording.bytesTotal();
    }

    @Override
    public void close() throws IOException {
        recording.close();
    }
}

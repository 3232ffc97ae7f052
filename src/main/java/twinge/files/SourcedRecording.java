package twinge.files;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import twinge.events.Session;

/** What recordings out of one {@link ByteSource} have in common: their name, their faults, how far they are read. */
public abstract class SourcedRecording implements Recording {
    protected final ByteSource source;
    protected final Faults faults;

    protected SourcedRecording(ByteSource source, ReadOptions options) {
        this.source = source;
        faults = new Faults(source.name(), options.strict());
    }

    @Override
    public final Session session() throws IOException {
        Origin origin = origin();
        UUID id = origin.id().isPresent() ? origin.id().get() : source.contentId();
        return origin.session(id);
    }

    @Override
    public final List<String> warnings() {
        return faults.warnings();
    }

    @Override
    public final long bytesRead() {
        return source.position();
    }

    @Override
    public final long bytesTotal() {
        return source.size();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

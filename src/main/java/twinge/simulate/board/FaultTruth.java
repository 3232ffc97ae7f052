package twinge.simulate.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What was done to what a board sent, and which of its frames it hit. */
public final class FaultTruth {
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Fault.Kind, Long> bytes = new EnumMap<>(Fault.Kind.class);
    private final SortedSet<Long> hit = new TreeSet<>();
    private long sent;
    private long delivered;
    private long frames;

    FaultTruth() {}

    void sent(long frame, int length) {
        sent += length;
        frames += frame >= 0 ? 1 : 0;
    }

    void delivered(int length) {
        delivered += length;
    }

    /** @param frame that is not whole any more; -1 for none */
    void fault(Fault.Kind kind, long nanos, long offset, int length, long frame) {
        Fault last = faults.isEmpty() ? null : faults.get(faults.size() - 1);
        if (last != null
                && last.kind() == kind
                && !kind.adds()
                && last.nanos() == nanos
                && last.offset() + last.bytes() == offset) {
            faults.set(faults.size() - 1, new Fault(kind, nanos, last.offset(), last.bytes() + length));
        } else {
            faults.add(new Fault(kind, nanos, offset, length));
        }
        bytes.merge(kind, (long) length, Long::sum);
        if (frame >= 0) {
            hit.add(frame);
        }
    }

    /** In the order in which they were done. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** How many bytes a kind of fault took, changed or added. */
    public long bytes(Fault.Kind kind) {
        return bytes.getOrDefault(kind, 0L);
    }

    /** Frames of which not all bytes arrived as they were sent and together, by their place in the stream. */
    public SortedSet<Long> framesHit() {
        return Collections.unmodifiableSortedSet(hit);
    }

    public long framesSent() {
        return frames;
    }

    public long bytesSent() {
        return sent;
    }

    /** Those that reached the reader, the added ones too. */
    public long bytesDelivered() {
        return delivered;
    }
}

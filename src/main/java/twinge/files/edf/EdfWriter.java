package twinge.files.edf;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import twinge.events.Session;
import twinge.files.Annotation;
import twinge.frames.Block;
import twinge.frames.Marker;
import twinge.frames.SampleStream;

/**
 * Writes EDF+ or BDF+ as blocks come: a record is written once it is full, with the annotations of its time inside it.
 *
 * <p>Missing samples are filled with the last value and covered by a {@code BAD_gap} annotation in the same record, which
 * other programs skip and our reader turns back. Where nothing is there for longer than a minute, records are left out
 * and the file becomes an EDF+D. Streams of equal rate come back as one. Record count and kind are put into the header by
 * {@link #count}, {@link #flush} and {@link #close}; a file whose writer died lacks only the count, which readers mend.
 *
 * <p>If the disk does not take a record, that is thrown, but nothing is lost: records wait, and each later call tries
 * again where the file ends.
 */
public final class EdfWriter implements Closeable {
    private static final int ANNOTATION_BYTES = 600;
    private static final int ANNOTATION_BYTES_A_CHANNEL = 54; // a gap of its own in the same record
    private static final double LONGEST_FILLED_SECONDS = 60;
    private static final int COUNT_AT = 236;
    private static final int KIND_AT = 196;

    private final EdfFormat format;
    private final RecordShape shape;
    private final AnnotationSpace annotations;
    private final TreeMap<Long, PendingRecord> pending = new TreeMap<>();
    private final Deque<byte[]> made = new ArrayDeque<>(); // records that are not in the file yet
    private final long[] end; // [stream], in frames of the file
    private final int[] held; // [signal]
    private final long zeroTicks; // onset of the first record: the fraction of the start's second
    private final FileChannel file;
    private final int headerBytes;
    private final double lateSeconds;
    private long nextRecord;
    private long recordsMade;
    private long recordsWritten;
    private long samplesClipped;
    private long samplesGivenUp;
    private boolean jumped;
    private boolean closed;

    /**
     * Creates or replaces a file.
     *
     * @param recordSeconds duration of a data record; see {@link #suitableRecordSeconds}
     * @throws IllegalArgumentException if a scale, label or rate can not be told in the format's fields, saying which
     */
    public EdfWriter(Path path, EdfFormat format, Session session, List<SampleStream> streams, double recordSeconds)
            throws IOException {
        this(
                () -> FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE),
                format,
                session,
                streams,
                recordSeconds,
                0);
    }

    /** Opens the file that is to be written, empty; called once all else has been checked. */
    @FunctionalInterface
    public interface Opening {
        FileChannel open() throws IOException;
    }

    /**
     * The same for blocks as they come from a board: those of one stream may come by so much of their time later than
     * those of another.
     *
     * @param lateSeconds how much later than the furthest; 0 asks for the order of {@link twinge.frames.FrameSource}
     */
    public EdfWriter(
            Opening opening,
            EdfFormat format,
            Session session,
            List<SampleStream> streams,
            double recordSeconds,
            double lateSeconds)
            throws IOException {
        this.format = format;
        this.lateSeconds = lateSeconds;
        int channels =
                streams.stream().mapToInt(stream -> stream.montage().size()).sum();
        annotations = new AnnotationSpace(ANNOTATION_BYTES + ANNOTATION_BYTES_A_CHANNEL * channels);
        shape = new RecordShape(format, streams, recordSeconds, annotations.bytes());
        byte[] header = new HeaderText(format).print(session, shape);
        zeroTicks = session.start().map(start -> start.getNano() / 100L).orElse(0L);
        end = new long[streams.size()];
        held = shape.channels().stream()
                .mapToInt(channel -> PendingRecord.clipped(0, channel.scale()))
                .toArray();
        headerBytes = header.length;
        file = opening.open();
        boolean begun = false;
        try {
            write(header, 0);
            begun = true;
        } finally {
            if (!begun) {
                file.close();
            }
        }
    }

    /**
     * A duration, about a second, in which all streams have whole frames.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static double suitableRecordSeconds(List<SampleStream> streams) {
        return RecordShape.suitableSeconds(streams);
    }

    /**
     * The longest duration up to {@code mostSeconds} in which all streams have whole frames, so that little is lost when a
     * recording is cut short; or the shortest of those above.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static double shortRecordSeconds(List<SampleStream> streams, double mostSeconds) {
        return RecordShape.shortSeconds(streams, mostSeconds);
    }

    /**
     * Takes the next block and its markers. Blocks come in the order of {@link twinge.frames.FrameSource}.
     *
     * @throws IllegalArgumentException if its time is already written
     */
    public void write(Block block) throws IOException {
        SampleStream stream = shape.streams().get(block.stream());
        int per = shape.framesPerRecord(block.stream());
        long first = block.firstFrame() + shape.shift(block.stream());
        if (first < end[block.stream()] || first / per < nextRecord && block.frames() > 0) {
            throw new IllegalArgumentException(block + " comes after frame " + end[block.stream()]
                    + " of its stream or after its time was written; write blocks in time order");
        }
        for (Marker marker : block.markers()) {
            mark(stream.seconds(marker.frame()), marker.durationSeconds(), marker.text());
        }
        for (int from = 0; from < block.frames(); ) {
            int at = (int) ((first + from) % per);
            int length = Math.min(per - at, block.frames() - from);
            samplesClipped += pending.computeIfAbsent((first + from) / per, index -> new PendingRecord(shape))
                    .take(block, from, length, at);
            from += length;
        }
        end[block.stream()] = first + block.frames();
        writeComplete(first / (double) per);
    }

    /** Adds an annotation; seconds from the recording's start, a duration of 0 for a moment. */
    public void mark(double onsetSeconds, double durationSeconds, String text) {
        long duration = Ticks.of(durationSeconds);
        annotations.add(new Annotation(zeroTicks + Ticks.of(onsetSeconds), duration == 0 ? -1 : duration, text));
    }

    /** Writes what waits and puts the number of records into the header. */
    public void count() throws IOException {
        drain();
        String count = String.format(Locale.ROOT, "%-8d", recordsWritten);
        write(count.getBytes(StandardCharsets.US_ASCII), COUNT_AT);
        if (jumped) {
            write(new byte[] {'D'}, KIND_AT);
        }
    }

    /** Forces what is written to the disk itself. May be called from any thread. */
    public void force() throws IOException {
        file.force(true);
    }

    /** Puts the number of records written so far into the header and forces all to the disk. */
    public void flush() throws IOException {
        count();
        force();
    }

    /**
     * Says that the recording began by so many whole seconds later than was thought: the wall clock was wrong. To be called
     * before {@link #close}.
     */
    public void startedLater(Session session, long seconds) throws IOException {
        Session right = new Session(
                session.id(),
                session.athlete(),
                session.start().map(start -> start.plusSeconds(seconds)),
                session.zone(),
                session.source());
        write(new HeaderText(format).print(right, shape), 0);
        count();
    }

    /** Records in the file. */
    public long recordsWritten() {
        return recordsWritten;
    }

    /** Bytes of records that the disk has not taken yet. */
    public long waitingBytes() {
        return (long) made.size() * shape.recordBytes();
    }

    /** Samples outside of their scale's digital limits, which were written as the limit. */
    public long samplesClipped() {
        return samplesClipped;
    }

    /** Samples that were written as missing because they lay between more gaps than a record can tell. */
    public long samplesGivenUp() {
        return samplesGivenUp;
    }

    /** Annotations whose text was longer than a record can hold and was cut. */
    public long textsCut() {
        return annotations.textsCut();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (file) {
            while (pending.size() > 1) {
                writeFirst();
            }
            if (!pending.isEmpty()) {
                pending.firstEntry().getValue().endAt(endOfLast(pending.firstKey()));
                writeFirst();
            }
            while (annotations.anyWaiting()) {
                PendingRecord empty = new PendingRecord(shape);
                empty.endAt(0);
                write(empty, nextRecord, 0);
            }
            flush();
        }
    }

    /** Where the last frame of all streams ends, in ticks from the begin of the last record. */
    private long endOfLast(long record) {
        long latest = 0;
        for (int stream = 0; stream < end.length; stream++) {
            int per = shape.framesPerRecord(stream);
            latest = Math.max(latest, shape.ticks(stream, Math.min(per, end[stream] - record * per)));
        }
        return latest;
    }

    /** Writes what all streams have filled, and what later blocks can not reach because of their order. */
    private void writeComplete(double recordsBegun) throws IOException {
        double slack = 0;
        long filled = Long.MAX_VALUE;
        for (int stream = 0; stream < end.length; stream++) {
            slack = Math.max(slack, 1.0 / shape.framesPerRecord(stream) + lateSeconds / shape.recordSeconds());
            filled = Math.min(filled, end[stream] / shape.framesPerRecord(stream));
        }
        long complete = Math.max(filled, (long) Math.floor(recordsBegun - slack));
        while (!pending.isEmpty() && pending.firstKey() < complete) {
            writeFirst();
        }
        drain();
    }

    private void writeFirst() {
        long index = pending.firstKey();
        PendingRecord record = pending.remove(index);
        if ((index - nextRecord) * shape.recordSeconds() > LONGEST_FILLED_SECONDS && recordsMade > 0) {
            jumped = true;
            nextRecord = index;
        }
        while (nextRecord < index) {
            write(new PendingRecord(shape), nextRecord, Long.MAX_VALUE);
        }
        long paddingFrom = pending.isEmpty() && closed ? endOfLast(index) : Long.MAX_VALUE;
        write(record, index, paddingFrom);
    }

    private void write(PendingRecord record, long index, long paddingFrom) {
        long onset = zeroTicks + index * shape.recordTicks();
        List<Annotation> told = told(record, paddingFrom);
        if (!annotations.fits(onset, told)) {
            samplesGivenUp += record.joinGapsOfSignals();
            told = told(record, paddingFrom);
        }
        if (!annotations.fits(onset, told)) {
            samplesGivenUp += record.giveUpAll();
            told = List.of(new Annotation(0, shape.recordTicks(), Gaps.GAP));
        }
        byte[] bytes = new byte[shape.recordBytes()];
        int at = 0;
        for (int signal = 0; signal < held.length; signal++) {
            at = encode(signal, record.filled(signal, held[signal]), bytes, at);
        }
        annotations.write(onset, told, bytes, at);
        made.add(bytes);
        nextRecord = index + 1;
        recordsMade++;
    }

    private void drain() throws IOException {
        while (!made.isEmpty()) {
            write(made.peek(), headerBytes + recordsWritten * shape.recordBytes());
            made.remove();
            recordsWritten++;
        }
    }

    private List<Annotation> told(PendingRecord record, long paddingFrom) {
        List<Annotation> told = new ArrayList<>(record.gaps());
        if (paddingFrom < shape.recordTicks()) {
            told.add(new Annotation(paddingFrom, shape.recordTicks() - paddingFrom, Gaps.PADDING));
        }
        return told;
    }

    private int encode(int signal, int[] counts, byte[] bytes, int from) {
        int at = from;
        for (int count : counts) {
            Samples.encode(count, bytes, at, format.sampleBytes());
            at += format.sampleBytes();
        }
        held[signal] = counts[counts.length - 1];
        return at;
    }

    private void write(byte[] all, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(all);
        while (buffer.hasRemaining()) {
            file.write(buffer, at + buffer.position());
        }
    }
}

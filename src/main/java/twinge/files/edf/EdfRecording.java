package twinge.files.edf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import twinge.files.Annotation;
import twinge.files.ByteSource;
import twinge.files.Origin;
import twinge.files.ReadOptions;
import twinge.files.SourcedRecording;
import twinge.frames.Block;
import twinge.frames.Marker;
import twinge.frames.SampleStream;

/** An EDF or BDF file being read, with a memory of one data record (or of the small records of one second). */
public final class EdfRecording extends SourcedRecording {
    private static final int MOST_TEXT_KEPT = 8 << 20;

    /** Frames that follow each other: {@code frames} of a stream, from a sample of a record in the buffer on. */
    private record Piece(int stream, long firstFrame, int frames, int record, int sample) {}

    private final Header header;
    private final Layout layout;
    private final RecordBuffer buffer;
    private final RecordClock clock;
    private final TimestampedLists lists;
    private final Gaps gaps;
    private final List<Annotation> annotations = new ArrayList<>();
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private final Origin origin;
    private List<Marker> markers = new ArrayList<>();
    private int[] scratch = new int[0];
    private long textKept;
    private boolean ended;

    /**
     * Reads the header and the first records.
     *
     * @throws twinge.frames.MalformedInput if it can not be read, or breaks a rule and {@code options} are strict
     */
    public EdfRecording(ByteSource source, ReadOptions options) throws IOException {
        super(source, options);
        header = new HeaderReader(source, faults).read();
        layout = new Layout(header, options, faults);
        long atOnce = header.recordTicks() == 0 ? 1 : Math.max(1, Annotation.TICKS / header.recordTicks());
        int most = Math.max(1, (1 << 20) / header.recordBytes());
        buffer = new RecordBuffer(source, header, (int) Math.min(atOnce, most), faults);
        clock = new RecordClock(header, layout, faults);
        lists = new TimestampedLists(faults);
        gaps = new Gaps(layout, faults);
        if (header.plus() && layout.annotations().isEmpty()) {
            faults.mended(
                    "reserved",
                    192,
                    "reserved says " + header.format() + " but there is no annotations signal",
                    "records are joined to each other");
        }
        fill();
        origin = withFraction(header.origin());
    }

    @Override
    public List<SampleStream> streams() {
        return layout.list();
    }

    @Override
    public Block next() throws IOException {
        while (pieces.isEmpty() && !ended) {
            fill();
        }
        return pieces.isEmpty() ? null : block(pieces.remove());
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public String format() {
        return header.format();
    }

    @Override
    public List<Annotation> annotations() {
        return List.copyOf(annotations);
    }

    @Override
    public void close() throws IOException {
        ended = true;
        pieces.clear();
        super.close();
    }

    private Origin withFraction(Origin stated) {
        return new Origin(
                stated.id(),
                stated.athlete(),
                stated.start().map(start -> start.plusNanos(100 * clock.firstOnset())),
                stated.zone(),
                stated.source());
    }

    private void fill() throws IOException {
        ended = !buffer.fill();
        List<Piece> found = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < buffer.records(); i++) {
            long[] before = frames();
            boolean joined = readAnnotations(i);
            if (!joined && i > begin) {
                cut(begin, i, before, found);
                begin = i;
            }
        }
        if (buffer.records() > 0) {
            cut(begin, buffer.records(), frames(), found);
        } else if (clock.jumps() > 0 && header.discontinuous()) {
            faults.remark(
                    "gaps",
                    "the recording is discontinuous: " + clock.jumps() + (clock.jumps() == 1 ? " gap, " : " gaps, ")
                            + Ticks.print(clock.jumpedTicks()) + " s in all; they are kept as gaps");
        }
        found.sort(Comparator.comparingDouble(
                        (Piece piece) -> layout.list().get(piece.stream()).seconds(piece.firstFrame()))
                .thenComparingInt(Piece::stream));
        pieces.addAll(found);
    }

    /** Reads what a record says of itself and places it; returns whether it joins the one before. */
    private boolean readAnnotations(int inBuffer) {
        long record = buffer.firstRecord() + inBuffer;
        int start = inBuffer * header.recordBytes();
        lists.begin(record);
        boolean keepsTime = true;
        for (Signal signal : layout.annotations()) {
            int from = start + signal.byteOffset();
            long offset = buffer.byteOffset(record) + signal.byteOffset();
            lists.read(buffer.bytes(), from, signal.samples() * header.sampleBytes(), offset, keepsTime);
            keepsTime = false;
        }
        boolean joined = clock.place(record, buffer.byteOffset(record), lists.recordOnset());
        if (inBuffer == 0) {
            gaps.forgetBefore(clock);
        }
        for (Annotation annotation : lists.found()) {
            if (!gaps.take(annotation, clock.onset(), clock)) {
                keep(annotation);
            }
        }
        return joined;
    }

    private void keep(Annotation printed) {
        long onset = printed.onsetTicks() - clock.firstOnset();
        Annotation annotation = new Annotation(onset, printed.durationTicks(), printed.text());
        textKept += 40 + printed.text().length();
        if (textKept < MOST_TEXT_KEPT) {
            annotations.add(annotation);
        } else {
            faults.remark(
                    "annotations beyond those that can be listed",
                    "there are too many annotations to list them all;" + " those after " + Ticks.print(onset)
                            + " s are given as markers only");
        }
        if (layout.streams() > 0) {
            long frame = Math.round(onset * layout.framesPerTick(0));
            markers.add(new Marker(frame, annotation.durationSeconds(), annotation.text()));
        }
    }

    /** The frame of each stream that follows the record placed last. */
    private long[] frames() {
        long[] frames = new long[layout.streams()];
        for (int stream = 0; stream < frames.length; stream++) {
            frames[stream] = clock.frame(stream) + layout.framesPerRecord(stream);
        }
        return frames;
    }

    /** Cuts the joined records from {@code from} to {@code to}, which end at {@code ends}, into pieces of at most a second. */
    private void cut(int from, int to, long[] ends, List<Piece> found) {
        for (int stream = 0; stream < layout.streams(); stream++) {
            int perRecord = layout.framesPerRecord(stream);
            long first = ends[stream] - (long) perRecord * (to - from);
            long end = Math.max(first, gaps.endOfFrames(stream, ends[stream]));
            int most = to - from > 1 ? perRecord * (to - from) : perSecond(stream);
            for (long frame = first; frame < end || frame == first; frame += most) {
                int done = (int) (frame - first);
                int frames = (int) Math.min(most, end - frame);
                found.add(new Piece(stream, frame, frames, from + done / perRecord, done % perRecord));
            }
        }
    }

    private int perSecond(int stream) {
        return (int) Math.max(1, Math.floor(layout.list().get(stream).rateHz()));
    }

    private Block block(Piece piece) {
        Block.Builder block = Block.of(layout.list().get(piece.stream()), piece.firstFrame(), piece.frames());
        if (scratch.length < piece.frames()) {
            scratch = new int[piece.frames()];
        }
        List<Signal> signals = layout.signals(piece.stream());
        for (int channel = 0; channel < signals.size(); channel++) {
            decode(piece, signals.get(channel));
            block.counts(channel, scratch, 0);
            gaps.mark(piece.stream(), channel, piece.firstFrame(), scratch, piece.frames(), block);
        }
        if (piece.stream() == 0 && !markers.isEmpty()) {
            block.markers(markers);
            markers = new ArrayList<>();
        }
        return block.build();
    }

    private void decode(Piece piece, Signal signal) {
        int record = piece.record();
        int sample = piece.sample();
        for (int done = 0; done < piece.frames(); ) {
            int length = Math.min(piece.frames() - done, signal.samples() - sample);
            int from = record * header.recordBytes() + signal.byteOffset() + sample * header.sampleBytes();
            Samples.decode(buffer.bytes(), from, header.sampleBytes(), scratch, done, length);
            done += length;
            sample = 0;
            record++;
        }
    }
}

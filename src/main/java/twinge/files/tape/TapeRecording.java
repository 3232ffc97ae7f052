package twinge.files.tape;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import twinge.files.Annotation;
import twinge.files.ByteSource;
import twinge.files.Faults;
import twinge.files.Origin;
import twinge.files.ReadOptions;
import twinge.files.SourcedRecording;
import twinge.frames.Block;
import twinge.frames.Marker;
import twinge.frames.SampleStream;
import twinge.wire.Board;
import twinge.wire.Protocol;
import twinge.wire.Tally;

/**
 * A tape being read: what the board sent is decoded again, with the times at which it came, and what was said is put in
 * where it was put in. So it gives the blocks of the live session, one for one.
 */
public final class TapeRecording extends SourcedRecording {
    private final TapeHeader header;
    private final TapeScanner scanner;
    private final Playback playback;
    private final Origin origin;
    private final WallAnchor anchor;
    private final Deque<TapeRecord> early = new ArrayDeque<>();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private final List<Annotation> annotations = new ArrayList<>();
    private final List<TapeLabel> labels = new ArrayList<>();
    private final List<String> decisions = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();
    private long lastNanos;
    private boolean endedInOrder;
    private boolean finished;

    /**
     * Reads the header.
     *
     * @param protocols finds the one that the board speaks, by name
     * @throws twinge.frames.MalformedInput if it is no tape, or its header or protocol can not be understood
     */
    public TapeRecording(
            ByteSource source, ReadOptions options, Function<String, Optional<? extends Protocol>> protocols)
            throws IOException {
        super(source, options);
        if (!options.units().isEmpty() || !options.channels().isEmpty()) {
            faults.remark("options", "a tape itself says what its channels are; --unit and --channel are not used");
        }
        scanner = new TapeScanner(source, faults);
        header = header(scanner, faults);
        Board board = header.board();
        Protocol protocol = protocols
                .apply(board.protocol())
                .orElseThrow(() -> faults.refusal(
                        TapeScanner.MAGIC.length,
                        "the board speaks " + board.protocol() + ", which this program does not know",
                        "use the version that recorded it (" + header.program() + ")"));
        try {
            playback = new Playback(protocol.decoder(board), board.streams());
        } catch (IllegalArgumentException e) {
            throw faults.refusal(
                    TapeScanner.MAGIC.length,
                    "its board can not be decoded (" + e.getMessage() + ")",
                    "use the version that recorded it (" + header.program() + ")");
        }
        anchor = source.repeatable() ? believed(source) : header.anchor();
        Optional<LocalDateTime> start = firstNanos().map(anchor::local);
        Optional<ZoneOffset> zone = Optional.of(anchor.offset());
        origin = new Origin(Optional.of(header.session()), header.athlete(), start, zone, source.name());
    }

    /** Whether a file that begins with these bytes is a tape. */
    public static boolean begins(byte[] first) {
        return TapeScanner.begins(first);
    }

    public TapeHeader header() {
        return header;
    }

    @Override
    public List<SampleStream> streams() {
        return header.board().streams();
    }

    @Override
    public Block next() throws IOException {
        while (blocks.isEmpty() && !finished) {
            TapeRecord record = early.isEmpty() ? scanner.next() : early.remove();
            if (record == null) {
                finish();
            } else {
                take(record);
            }
        }
        Block next = blocks.poll();
        if (next != null) {
            next.markers().forEach(this::keep);
        }
        return next;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public String format() {
        return "tape";
    }

    @Override
    public List<Annotation> annotations() {
        return List.copyOf(annotations);
    }

    /** What persons said of moments, met so far. */
    public List<TapeLabel> labels() {
        return List.copyOf(labels);
    }

    /** What the live detector decided, in words, met so far: {@code Confirmed ...}. */
    public List<String> decisions() {
        return List.copyOf(decisions);
    }

    /** What was measured, as JSON objects, met so far. */
    public List<String> facts() {
        return List.copyOf(facts);
    }

    /** What the wall clock said, corrected if it was set meanwhile. */
    public WallAnchor anchor() {
        return anchor;
    }

    /** What became of the board's frames so far. */
    public Tally tally() {
        return playback.tally();
    }

    /** Whether the session was ended in order; known once all is read. */
    public boolean endedInOrder() {
        return endedInOrder;
    }

    /** Time of the last record met. */
    public long lastNanos() {
        return lastNanos;
    }

    private static TapeHeader header(TapeScanner scanner, Faults faults) throws IOException {
        long at = scanner.offset();
        TapeRecord first = scanner.next();
        if (first == null || first.type() != TapeRecord.Type.HEADER) {
            throw faults.refusal(
                    at,
                    "the tape's header is damaged, so that its board is not known",
                    "the recording beside it (.bdf) may be whole");
        }
        try {
            return HeaderJson.read(first.text(0));
        } catch (IllegalArgumentException e) {
            throw faults.refusal(at, e.getMessage(), "the recording beside it (.bdf) may be whole");
        }
    }

    /** Reads the tape through for what the wall clock said later. */
    private WallAnchor believed(ByteSource source) throws IOException {
        List<WallAnchor> anchors = new ArrayList<>(List.of(header.anchor()));
        long end = header.anchor().nanos();
        try (ByteSource again = source.again()) {
            Faults told = new Faults(source.name(), false);
            TapeScanner through = new TapeScanner(again, told);
            for (TapeRecord record = through.next(); record != null; record = through.next()) {
                if (record.type() == TapeRecord.Type.ANCHOR) {
                    anchors.add(Anchors.read(record));
                }
                if (record.type() != TapeRecord.Type.HEADER) {
                    end = Math.max(end, record.nanos());
                }
            }
        }
        return WallAnchor.believed(anchors, end);
    }

    /** When the first bytes came; what is read for it waits. */
    private Optional<Long> firstNanos() throws IOException {
        for (TapeRecord record = scanner.next(); record != null; record = scanner.next()) {
            early.add(record);
            if (record.type() == TapeRecord.Type.BYTES) {
                return Optional.of(record.nanos());
            }
        }
        return Optional.empty();
    }

    private void take(TapeRecord record) {
        if (record.type() == TapeRecord.Type.HEADER) {
            faults.mended("headers", scanner.offset(), "a second header was met", "it is passed over");
            return;
        }
        lastNanos = Math.max(lastNanos, record.nanos());
        switch (record.type()) {
            case BYTES -> playback.bytes(record.content(), 8, record.content().length - 8, record.nanos(), blocks::add);
            case MARK -> mark(record);
            case LABEL -> label(record);
            case REOPENED -> playback.reopened(record.nanos(), blocks::add);
            case DECISION -> decisions.add(record.text(8));
            case FACT -> facts.add(record.text(8));
            case DROPPED ->
                faults.mended(
                        "stretches that were not recorded",
                        scanner.offset(),
                        record.longAt(8) + " bytes of the board were not recorded, because the disk did not take them",
                        "what was found with them live may differ");
            case END -> endedInOrder = true;
            default -> {}
        }
    }

    private void mark(TapeRecord record) {
        long place = playback.mark(record.text(16), blocks::add);
        if (place != record.longAt(8)) {
            faults.remark(
                    "markers",
                    "the marker \"" + record.text(16) + "\" was put at frame " + record.longAt(8) + " live and is at "
                            + place + " here, because the tape was damaged before it");
        }
    }

    private void label(TapeRecord record) {
        String[] said = record.text(16).split("\0", 2);
        labels.add(new TapeLabel(record.longAt(8), said[0], said.length > 1 ? said[1] : ""));
    }

    private void keep(Marker marker) {
        long onset = Math.round(streams().get(0).seconds(marker.frame()) * Annotation.TICKS);
        long duration = Math.round(marker.durationSeconds() * Annotation.TICKS);
        annotations.add(new Annotation(onset, duration == 0 ? -1 : duration, marker.text()));
    }

    private void finish() {
        finished = true;
        playback.finish(blocks::add);
        if (!endedInOrder) {
            faults.remark(
                    "ends",
                    String.format(
                            Locale.ROOT,
                            "the session was not ended in order; the tape holds it until %.3f s",
                            lastNanos / 1e9));
        }
        if (playback.framesTooLate() > 0) {
            faults.remark(
                    "late frames",
                    playback.framesTooLate() + " frames came more than a second after those of another stream and are"
                            + " left out, as they were live");
        }
    }
}

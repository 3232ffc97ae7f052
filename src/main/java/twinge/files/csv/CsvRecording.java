package twinge.files.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twinge.files.Annotation;
import twinge.files.ByteSource;
import twinge.files.ChannelWords;
import twinge.files.Origin;
import twinge.files.ReadOptions;
import twinge.files.SourcedRecording;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/** A table of samples being read, a line a frame. Columns of several rates are read by one cursor each. */
public final class CsvRecording extends SourcedRecording {
    private final Sheet sheet;
    private final List<SampleStream> streams = new ArrayList<>();
    private final List<Cursor> cursors = new ArrayList<>();
    private final List<ByteSource> sources = new ArrayList<>();
    private final Block[] ahead; // [stream], the next block of each where there are several
    private boolean closed;

    /**
     * Finds out how the text is laid out.
     *
     * @throws twinge.frames.MalformedInput if it is no table of samples, or no rate can be told
     */
    public CsvRecording(ByteSource source, ReadOptions options) throws IOException {
        super(source, options);
        Lines lines = new Lines(new TextBytes(source));
        byte[] head = lines.head();
        sheet = new Sniffer(faults, options.rateHz()).sniff(lines);
        Rates rates = new Rates(head, lines.terminator(), sheet, options, faults);
        List<Channel> channels = ChannelWords.channels(
                sheet.columns().stream()
                        .map(column -> new ChannelWords.Signal(column.name(), "", scale(column)))
                        .toList(),
                options,
                faults);
        Map<Double, List<Integer>> byRate = new LinkedHashMap<>();
        for (int i = 0; i < sheet.columns().size(); i++) {
            byRate.computeIfAbsent(rates.rateHz(sheet.columns().get(i)), rate -> new ArrayList<>())
                    .add(i);
        }
        if (byRate.size() > 1 && !source.repeatable()) {
            throw faults.refusal(
                    -1,
                    "its columns have " + byRate.size()
                            + " different rates, which can not be put in order from a stream",
                    "save it to a file and name that");
        }
        for (Map.Entry<Double, List<Integer>> group : byRate.entrySet()) {
            Montage montage =
                    new Montage(group.getValue().stream().map(channels::get).toList());
            SampleStream stream = new SampleStream(streams.size(), group.getKey(), 0, montage);
            List<Column> columns =
                    group.getValue().stream().map(sheet.columns()::get).toList();
            cursors.add(new Cursor(
                    streams.isEmpty() ? lines : again(),
                    sheet,
                    stream,
                    columns,
                    watch(rates, columns.get(0)),
                    streams.isEmpty(),
                    faults));
            streams.add(stream);
        }
        ahead = new Block[streams.size()];
        for (int i = 0; i < ahead.length; i++) {
            ahead[i] = cursors.get(i).next();
        }
    }

    @Override
    public List<SampleStream> streams() {
        return List.copyOf(streams);
    }

    @Override
    public Block next() throws IOException {
        int earliest = -1;
        for (int i = 0; i < ahead.length && !closed; i++) {
            if (ahead[i] != null && (earliest < 0 || seconds(i) < seconds(earliest))) {
                earliest = i;
            }
        }
        if (earliest < 0) {
            return null;
        }
        Block block = ahead[earliest];
        ahead[earliest] = cursors.get(earliest).next();
        return block;
    }

    @Override
    public Origin origin() {
        return Origin.unknown(source.name());
    }

    @Override
    public String format() {
        return sheet.delimiter() == '\t' ? "TSV" : "CSV";
    }

    @Override
    public List<Annotation> annotations() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
        for (ByteSource other : sources) {
            other.close();
        }
    }

    private double seconds(int stream) {
        return streams.get(stream).seconds(ahead[stream].firstFrame());
    }

    private Lines again() throws IOException {
        ByteSource other = source.again();
        sources.add(other);
        return new Lines(new TextBytes(other));
    }

    private Optional<TimeWatch> watch(Rates rates, Column column) {
        double unit = rates.unitSeconds(column);
        return column.time() < 0 || unit == 0
                ? Optional.empty()
                : Optional.of(
                        new TimeWatch(rates.rateHz(column), unit, rates.jumpsAreGaps(column), rates.isUsers(), faults));
    }

    private static Scale scale(Column column) {
        return Scale.step(Double.parseDouble("1e" + -column.decimals()), column.unit());
    }
}

package twinge.files.csv;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import twinge.files.Faults;
import twinge.frames.Block;
import twinge.frames.SampleStream;

/** Reads the columns of one stream, line by line, into blocks of at most a second. */
final class Cursor {
    private static final int MOST_FRAMES = 4096;
    private static final int SHOWN = 30; // bytes of a cell in a message
    private static final int TIME = -2; // in place of a channel
    private static final int MISSING = Integer.MIN_VALUE; // no count: those end at ±1e9

    private final Lines lines;
    private final Sheet sheet;
    private final SampleStream stream;
    private final Optional<TimeWatch> watch;
    private final boolean tellsOfLines;
    private final Faults faults;
    private final DecimalNumber number;
    private final int[] channelOf; // [column], -1 if not read
    private final int[] decimals; // [channel]
    private final int[][] counts; // [channel][frame of the block being filled]
    private final int[] row; // [channel]
    private int filled;
    private long firstFrame;
    private long frame; // of the next row
    private double time;
    private int found; // numbers in the row
    private boolean ended;

    /** @param tellsOfLines whether faults of whole lines are told here; one cursor of several does */
    Cursor(
            Lines lines,
            Sheet sheet,
            SampleStream stream,
            List<Column> columns,
            Optional<TimeWatch> watch,
            boolean tellsOfLines,
            Faults faults) {
        this.lines = lines;
        this.sheet = sheet;
        this.stream = stream;
        this.watch = watch;
        this.tellsOfLines = tellsOfLines;
        this.faults = faults;
        number = new DecimalNumber(sheet.decimalComma());
        channelOf = new int[sheet.width()];
        Arrays.fill(channelOf, -1);
        decimals = new int[columns.size()];
        for (int channel = 0; channel < decimals.length; channel++) {
            channelOf[columns.get(channel).index()] = channel;
            decimals[channel] = columns.get(channel).decimals();
        }
        if (watch.isPresent()) {
            channelOf[columns.get(0).time()] = TIME;
        }
        int most = (int) Math.max(1, Math.min(MOST_FRAMES, stream.rateHz()));
        counts = new int[decimals.length][most];
        row = new int[decimals.length];
    }

    /** The next block, or null at the end. */
    Block next() throws IOException {
        while (!ended) {
            if (!lines.next()) {
                ended = true;
                watch.ifPresent(TimeWatch::finish);
                return filled > 0 ? block() : null;
            }
            if (lines.number() >= sheet.firstLine() && !Sniffer.isComment(lines.bytes(), lines.from(), lines.to())) {
                Block done = line();
                if (done != null) {
                    return done;
                }
            }
        }
        return null;
    }

    /** Takes a line; returns the block that it completes or that ends before it, or null. */
    private Block line() {
        int cells = cells(lines.bytes(), lines.from(), lines.to());
        if (!lines.terminated() && cells < sheet.width()) {
            tell("cut lines", ": the last line is cut off", "it is left out");
            return null;
        }
        if (lines.cut()) {
            tell("lines too long", " is longer than any row", "it is read as a missing frame");
            found = 0;
        } else if (found == 0 && cells != sheet.width()) {
            tell("lines without numbers", " holds no number", "it is read as a missing frame");
        } else if (cells > sheet.width()) {
            tell(
                    "lines too long",
                    " has " + cells + " cells instead of " + sheet.width(),
                    "those too many are ignored");
        }
        if (found == 0) {
            frame++;
            return null;
        }
        if (watch.isPresent() && Double.isNaN(time)) {
            faults.mended(
                    "unreadable times",
                    -1,
                    "line " + lines.number() + ": the time is no number",
                    "the row is taken as following the one before");
        } else if (watch.isPresent()) {
            frame += watch.get().missingBefore(time, frame, lines.number());
        }
        Block before = filled > 0 && (frame != firstFrame + filled || filled == counts[0].length) ? block() : null;
        firstFrame = filled == 0 ? frame : firstFrame;
        for (int channel = 0; channel < row.length; channel++) {
            counts[channel][filled] = row[channel];
        }
        filled++;
        frame++;
        return before;
    }

    /** Reads the cells of a line into {@link #row}; returns how many there are. */
    private int cells(byte[] bytes, int from, int to) {
        Arrays.fill(row, MISSING);
        found = 0;
        time = Double.NaN;
        int column = 0;
        for (int at = from; ; column++) {
            int end = column < channelOf.length && channelOf[column] != -1
                    ? cell(bytes, at, to, channelOf[column])
                    : Cells.end(bytes, at, to, sheet.delimiter());
            if (end == to) {
                break;
            }
            at = end + 1;
        }
        for (int channel = 0; found > 0 && found < row.length && channel < row.length; channel++) {
            if (row[channel] == MISSING) {
                faults.remark(
                        "missing values", "line " + lines.number() + ": " + label(channel) + " has no readable value");
            }
        }
        return column + 1;
    }

    /** Reads the cell that begins at {@code from}; returns where it ends. */
    private int cell(byte[] bytes, int from, int to, int channel) {
        int end = number.prefix(bytes, from, to);
        if (end < 0 || end < to && (bytes[end] != sheet.delimiter() || sheet.delimiter() == 0)) {
            end = Cells.end(bytes, from, to, sheet.delimiter());
            if (!number.parse(bytes, from, end) && !trimmed(bytes, from, end)) {
                unreadable(channel, bytes, from, end);
                return end;
            }
        }
        take(channel);
        return end;
    }

    private void take(int channel) {
        if (channel == TIME) {
            time = Double.isFinite(number.value()) ? number.value() : Double.NaN;
            return;
        }
        row[channel] = number.count(decimals[channel]);
        found++;
        if (number.clipped()) {
            faults.remark(
                    "values out of range",
                    "line " + lines.number() + ": the value of " + label(channel)
                            + " is beyond what the file's first values let expect; it is cut to the limit");
        }
    }

    private void unreadable(int channel, byte[] bytes, int from, int to) {
        String text = Cells.text(bytes, from, Math.min(to, from + SHOWN)).replaceAll("\\p{Cntrl}", "?");
        if (channel != TIME && !lines.cut() && !Sniffer.isNoValue(Cells.unquoted(text))) {
            boolean open = text.startsWith("\"") && !text.endsWith("\"");
            faults.mended(
                    "unreadable values",
                    -1,
                    "line " + lines.number() + ": " + label(channel) + " reads " + text
                            + (open ? ", a quote that is not closed" : ", which is no number"),
                    "it is missing");
        }
    }

    /** The same number in quotes or between blanks. */
    private boolean trimmed(byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && bytes[start] == ' ') {
            start++;
        }
        while (end > start && bytes[end - 1] == ' ') {
            end--;
        }
        if (end - start > 2 && bytes[start] == '"' && bytes[end - 1] == '"') {
            return trimmed(bytes, start + 1, end - 1);
        }
        return (start > from || end < to || from > 0 && bytes[from - 1] == '"') && number.parse(bytes, start, end);
    }

    private Block block() {
        Block.Builder block = Block.of(stream, firstFrame, filled);
        for (int channel = 0; channel < counts.length; channel++) {
            block.counts(channel, counts[channel], 0);
            for (int i = 0; i < filled; i++) {
                if (counts[channel][i] == MISSING) {
                    block.missing(channel, i);
                }
            }
        }
        filled = 0;
        return block.build();
    }

    private void tell(String kind, String met, String done) {
        if (tellsOfLines) {
            faults.mended(kind, -1, "line " + lines.number() + met, done);
        }
    }

    private String label(int channel) {
        return stream.montage().channel(channel).label();
    }
}

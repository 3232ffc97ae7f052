package twinge.detect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import twinge.events.Burst;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;
import twinge.score.Span;

/** The real recordings that some tests measure on, with their labels. */
final class RealRecords {
    /** One row of the manifest. */
    record Row(String name, String set, Path file, double rateHz, String kind, Path labels) {}

    private RealRecords() {}

    static Path folder() {
        return Path.of(System.getProperty("twinge.data"), "emg");
    }

    static boolean present() {
        return Files.isDirectory(folder());
    }

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        for (String line : lines(folder().resolve("manifest.csv"))
                .subList(1, lines(folder().resolve("manifest.csv")).size())) {
            List<String> cells = cells(line);
            Path labels = cells.get(8).isEmpty() ? null : folder().resolve(cells.get(8));
            rows.add(new Row(
                    cells.get(0),
                    cells.get(1),
                    folder().resolve(cells.get(2)),
                    Double.parseDouble(cells.get(3)),
                    cells.get(7),
                    labels));
        }
        return rows;
    }

    static Row row(String name) {
        return all().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    /** The voluntary records with labels by eye, which every pooled figure is over. */
    static List<Row> labelled() {
        return all().stream()
                .filter(row -> row.kind().equals("voluntary")
                        && row.labels() != null
                        && !row.set().equals("myo_cue"))
                .toList();
    }

    static List<Span> labels(Row row, boolean ignored) {
        List<Span> spans = new ArrayList<>();
        for (String line : lines(row.labels()).subList(1, lines(row.labels()).size())) {
            List<String> cells = cells(line);
            if (cells.get(3).equals("ignore") == ignored) {
                spans.add(new Span(Double.parseDouble(cells.get(0)), Double.parseDouble(cells.get(1))));
            }
        }
        return spans;
    }

    /** Every channel as EMG counts, in blocks of {@code frames}; decimals become counts of 1e-4. */
    static SampleStream stream(Row row) {
        String[] labels = lines(row.file()).get(0).split(",");
        boolean whole = lines(row.file()).stream().skip(1).limit(200).noneMatch(line -> line.contains("."));
        List<Channel> channels = new ArrayList<>();
        for (String label : labels) {
            channels.add(Channel.of(label, Channel.Type.EMG, Scale.step(whole ? 1 : 1e-4, whole ? "" : "uV")));
        }
        return new SampleStream(0, row.rateHz(), 0, new Montage(channels));
    }

    static int[][] counts(Row row, SampleStream stream) {
        List<String> lines = lines(row.file());
        double step = stream.montage().channel(0).scale().gain();
        int[][] counts = new int[stream.montage().size()][lines.size() - 1];
        for (int frame = 0; frame < lines.size() - 1; frame++) {
            String[] cells = lines.get(frame + 1).split(",");
            for (int channel = 0; channel < counts.length; channel++) {
                counts[channel][frame] = (int) Math.round(Double.parseDouble(cells[channel]) / step);
            }
        }
        return counts;
    }

    static List<Block> blocks(SampleStream stream, int[][] counts, int frames) {
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < counts[0].length; from += frames) {
            int length = Math.min(frames, counts[0].length - from);
            Block.Builder block = Block.of(stream, from, length);
            for (int channel = 0; channel < counts.length; channel++) {
                block.counts(channel, counts[channel], from);
            }
            blocks.add(block.build());
        }
        return blocks;
    }

    static Span span(Burst burst) {
        return new Span(burst.onsetSeconds(), burst.endSeconds());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}

package twinge.detect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import twinge.files.ReadOptions;
import twinge.files.Recordings;
import twinge.frames.Block;
import twinge.frames.FrameSource;
import twinge.frames.Marker;
import twinge.frames.SampleStream;
import twinge.settings.Settings;
import twinge.simulate.Catalogue;
import twinge.simulate.Simulation;

/** Recordings for the tests, whole and cut in other ways, and what the detector finds in them. */
final class Cut {
    /** A recording held in memory. */
    record Recorded(List<SampleStream> streams, List<Block> blocks) {}

    private Cut() {}

    static Recorded simulated(String scenario, long seed, double seconds) {
        return all(new Simulation(Catalogue.of(scenario).scenario(seed, seconds)));
    }

    /** A recording of sample-data, whole. */
    static Recorded sample(String name) {
        try {
            return all(Recordings.open(Path.of("sample-data", name + ".bdf"), ReadOptions.standard()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static Recorded real(String name, double fromSeconds, double toSeconds) {
        RealRecords.Row row = RealRecords.row(name);
        SampleStream stream = RealRecords.stream(row);
        int[][] counts = RealRecords.counts(row, stream);
        int from = (int) (fromSeconds * row.rateHz());
        int to = (int) Math.min(counts[0].length, toSeconds * row.rateHz());
        int[][] part = new int[counts.length][];
        for (int channel = 0; channel < counts.length; channel++) {
            part[channel] = java.util.Arrays.copyOfRange(counts[channel], from, to);
        }
        return new Recorded(List.of(stream), RealRecords.blocks(stream, part, 300));
    }

    private static Recorded all(FrameSource source) {
        List<Block> blocks = new ArrayList<>();
        try (source) {
            for (Block block = source.next(); block != null; block = source.next()) {
                blocks.add(block);
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return new Recorded(source.streams(), blocks);
    }

    static List<Finding> findings(Recorded recorded) {
        return findings(recorded.streams(), recorded.blocks());
    }

    static List<Finding> findings(List<SampleStream> streams, List<Block> blocks) {
        Detector detector = new Detector(streams, Settings.standard());
        List<Finding> findings = new ArrayList<>();
        blocks.forEach(block -> detector.accept(block, findings::add));
        detector.finish(findings::add);
        return findings;
    }

    /** The same blocks cut at random places into pieces of at most {@code most} frames. */
    static List<Block> cut(List<Block> blocks, int most, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Block> pieces = new ArrayList<>();
        for (Block block : blocks) {
            for (int from = 0; from < block.frames(); ) {
                int to = Math.min(block.frames(), from + random.nextInt(1, most + 1));
                pieces.add(block.slice(from, to));
                from = to;
            }
        }
        return pieces;
    }

    /** The same blocks in another order: each stream's in turn for as long as {@code seconds}, then the next stream's. */
    static List<Block> lagging(Recorded recorded, double seconds) {
        List<Block> order = new ArrayList<>(recorded.blocks());
        order.sort(Comparator.comparingLong((Block block) ->
                        (long) (recorded.streams().get(block.stream()).seconds(block.firstFrame()) / seconds))
                .thenComparing(block -> -block.stream())
                .thenComparing(Block::firstFrame));
        return order;
    }

    /** The same recording without the frames of a time span on every stream: left out, or there but marked missing. */
    static List<Block> without(Recorded recorded, double fromSeconds, double toSeconds, boolean marked) {
        List<Block> left = new ArrayList<>();
        for (Block block : recorded.blocks()) {
            SampleStream stream = recorded.streams().get(block.stream());
            long from = (long) Math.ceil(fromSeconds * stream.rateHz());
            long to = (long) Math.ceil(toSeconds * stream.rateHz());
            int begin = (int) Math.max(0, Math.min(block.frames(), from - block.firstFrame()));
            int end = (int) Math.max(0, Math.min(block.frames(), to - block.firstFrame()));
            if (begin >= end) {
                left.add(block);
            } else if (marked) {
                left.add(marked(stream, block, begin, end));
            } else {
                if (begin > 0) {
                    left.add(block.slice(0, begin));
                }
                if (end < block.frames()) {
                    left.add(block.slice(end, block.frames()));
                }
            }
        }
        return left;
    }

    private static Block marked(SampleStream stream, Block block, int begin, int end) {
        Block.Builder builder = Block.of(stream, block.firstFrame(), block.frames());
        for (int channel = 0; channel < block.channels(); channel++) {
            for (int frame = 0; frame < block.frames(); frame++) {
                builder.count(channel, frame, block.count(channel, frame));
                if (frame >= begin && frame < end || block.missing(channel, frame)) {
                    builder.missing(channel, frame);
                }
            }
        }
        List<Marker> markers = begin > 0 ? block.markers() : List.of();
        return builder.markers(markers).build();
    }
}

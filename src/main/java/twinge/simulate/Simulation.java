package twinge.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.FrameSource;
import twinge.frames.Marker;
import twinge.frames.Montage;
import twinge.frames.SampleStream;

/**
 * Plays a scenario as a recording: stream 0 is EMG, stream 1, if there is a motion sensor, its six channels.
 *
 * <p>The truth is known before the first block. Memory does not grow with the length, apart from the plan of events.
 */
public final class Simulation implements FrameSource {
    private static final double USUAL_BLOCK_SECONDS = 0.1;

    private final Scenario scenario;
    private final Plan plan;
    private final List<SampleStream> streams = new ArrayList<>();
    private final double blockSeconds;
    private final Electrodes electrodes;
    private final MotionSensor sensor;
    private final List<Scenario.Cue> cues;
    private final long[] frame; // the next of each stream
    private final long[] end;
    private int cue;

    public Simulation(Scenario scenario) {
        this(scenario, USUAL_BLOCK_SECONDS, (channel, unit, seconds) -> {});
    }

    /**
     * @param blockSeconds length of the blocks; it changes nothing about the samples
     * @param listener is told each motor unit's firing while blocks are made
     */
    public Simulation(Scenario scenario, double blockSeconds, FiringListener listener) {
        if (!(blockSeconds > 0)) {
            throw new IllegalArgumentException("blocks of " + blockSeconds + " s");
        }
        this.scenario = scenario;
        this.blockSeconds = blockSeconds;
        plan = new Plan(scenario);
        electrodes = new Electrodes(scenario, plan, listener);
        sensor = new MotionSensor(scenario, plan);
        streams.add(new SampleStream(0, scenario.rateHz(), 0, montage(scenario)));
        if (scenario.motionRateHz() > 0) {
            streams.add(new SampleStream(1, scenario.motionRateHz(), 0, MotionSensor.montage()));
        }
        cues = scenario.cues().stream()
                .filter(one -> one.seconds() < scenario.seconds())
                .sorted(Comparator.comparingDouble(Scenario.Cue::seconds))
                .toList();
        frame = new long[streams.size()];
        end = streams.stream()
                .mapToLong(stream -> Math.round(scenario.seconds() * stream.rateHz()))
                .toArray();
        frame[0] = -1;
        advance();
    }

    private static Montage montage(Scenario scenario) {
        return new Montage(scenario.sites().stream()
                .map(site -> new Channel(
                        site.label(),
                        Channel.Type.EMG,
                        "erector spinae",
                        site.side(),
                        site.vertebra(),
                        scenario.converter().scale()))
                .toList());
    }

    public Scenario scenario() {
        return scenario;
    }

    @Override
    public List<SampleStream> streams() {
        return List.copyOf(streams);
    }

    /** Every event, one row a channel, by onset; a train (clonus, walking) is one. */
    public List<Truth> truth() {
        return List.copyOf(plan.truth);
    }

    /** Every burst, one row a channel, by onset; trains are taken apart. */
    public List<Truth> bursts() {
        return List.copyOf(plan.bursts);
    }

    @Override
    public Block next() {
        int chosen = -1;
        for (int stream = 0; stream < streams.size(); stream++) {
            if (frame[stream] < end[stream] && (chosen < 0 || seconds(stream) < seconds(chosen))) {
                chosen = stream;
            }
        }
        return switch (chosen) {
            case -1 -> null;
            case 0 -> emg();
            default -> motion();
        };
    }

    private double seconds(int stream) {
        return streams.get(stream).seconds(frame[stream]);
    }

    private Block emg() {
        int channels = scenario.sites().size();
        int length = length(0);
        int[][] counts = new int[channels][length];
        boolean[][] lost = new boolean[channels][length];
        long first = frame[0];
        int filled = 0;
        while (filled < length && frame[0] == first + filled && frame[0] < end[0]) { // a gap ends the block
            for (int channel = 0; channel < channels; channel++) {
                counts[channel][filled] = electrodes.count(channel);
                lost[channel][filled] = electrodes.lost(channel);
            }
            filled++;
            advance();
        }
        return block(first, filled, counts, lost);
    }

    /** Moves the electrodes on to the next frame that is not lost as a whole. */
    private void advance() {
        do {
            electrodes.next();
            frame[0]++;
        } while (frame[0] < end[0] && electrodes.gap());
    }

    private Block block(long first, int filled, int[][] counts, boolean[][] lost) {
        Block.Builder block = Block.of(streams.get(0), first, filled);
        for (int channel = 0; channel < counts.length; channel++) {
            block.counts(channel, counts[channel], 0);
            for (int i = 0; i < filled; i++) {
                if (lost[channel][i]) {
                    block.missing(channel, i);
                }
            }
        }
        List<Marker> markers = new ArrayList<>();
        for (; cue < cues.size() && streams.get(0).frameAt(cues.get(cue).seconds()) < frame[0]; cue++) {
            Scenario.Cue met = cues.get(cue);
            markers.add(new Marker(streams.get(0).frameAt(met.seconds()), met.durationSeconds(), met.text()));
        }
        return block.markers(markers).build();
    }

    private Block motion() {
        int length = length(1);
        Block.Builder block = Block.of(streams.get(1), frame[1], length);
        for (int i = 0; i < length; i++) {
            int[] counts = sensor.next();
            for (int channel = 0; channel < counts.length; channel++) {
                block.count(channel, i, counts[channel]);
            }
        }
        frame[1] += length;
        return block.build();
    }

    private int length(int stream) {
        long usual = Math.max(1, Math.round(blockSeconds * streams.get(stream).rateHz()));
        return (int) Math.min(usual, end[stream] - frame[stream]);
    }

    /** Does nothing; there is nothing to close. */
    @Override
    public void close() {}
}

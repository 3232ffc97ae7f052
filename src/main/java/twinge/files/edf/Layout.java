package twinge.files.edf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import twinge.files.ChannelWords;
import twinge.files.Faults;
import twinge.files.ReadOptions;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;

/** Which signal of a data record is which channel of which stream: one stream a rate, by first appearance. */
final class Layout {
    private final List<SampleStream> streams = new ArrayList<>();
    private final List<List<Signal>> signals = new ArrayList<>(); // [stream][channel]
    private final List<Signal> annotations = new ArrayList<>();
    private final Map<String, int[]> places = new LinkedHashMap<>(); // label -> stream, channel
    private final long recordTicks;

    Layout(Header header, ReadOptions options, Faults faults) {
        recordTicks = header.recordTicks();
        List<Signal> measured = new ArrayList<>();
        for (Signal signal : header.signals()) {
            (signal.isAnnotations() ? annotations : measured).add(signal);
        }
        List<Channel> channels = ChannelWords.channels(
                measured.stream()
                        .map(signal -> new ChannelWords.Signal(signal.label(), signal.transducer(), signal.scale()))
                        .toList(),
                options,
                faults);
        Map<Integer, List<Integer>> byRate = new LinkedHashMap<>();
        for (int i = 0; i < measured.size(); i++) {
            byRate.computeIfAbsent(measured.get(i).samples(), samples -> new ArrayList<>())
                    .add(i);
        }
        byRate.forEach((samples, members) -> {
            int stream = streams.size();
            List<Channel> montage = members.stream().map(channels::get).toList();
            streams.add(new SampleStream(stream, samples / Ticks.seconds(recordTicks), 0, new Montage(montage)));
            signals.add(members.stream().map(measured::get).toList());
            for (int channel = 0; channel < montage.size(); channel++) {
                places.put(montage.get(channel).label(), new int[] {stream, channel});
            }
        });
    }

    List<SampleStream> list() {
        return List.copyOf(streams);
    }

    int streams() {
        return streams.size();
    }

    int framesPerRecord(int stream) {
        return signals.get(stream).get(0).samples();
    }

    List<Signal> signals(int stream) {
        return signals.get(stream);
    }

    List<Signal> annotations() {
        return annotations;
    }

    /** Stream and channel of a label, or null. */
    int[] place(String label) {
        return places.get(label);
    }

    double framesPerTick(int stream) {
        return framesPerRecord(stream) / (double) recordTicks;
    }

    double shortestFrameTicks() {
        double shortest = recordTicks;
        for (int stream = 0; stream < streams.size(); stream++) {
            shortest = Math.min(shortest, 1 / framesPerTick(stream));
        }
        return shortest;
    }
}

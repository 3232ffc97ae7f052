package twinge.files.edf;

import java.util.ArrayList;
import java.util.List;
import twinge.files.Annotation;
import twinge.frames.Channel;
import twinge.frames.SampleStream;

/** How streams are laid into data records: duration, samples of each signal, place for annotations. */
final class RecordShape {
    private static final double RATE_TOLERANCE = 1e-7;
    private static final double[] SHORT_SECONDS = {0.25, 0.2, 0.125, 0.1, 0.05};
    private static final double[] USUAL_SECONDS = {1, 0.5, 2, 0.25, 4, 5, 10, 0.2, 0.1, 8, 20, 25, 50};

    private final List<SampleStream> streams;
    private final List<Channel> channels = new ArrayList<>();
    private final List<Integer> streamOf = new ArrayList<>();
    private final int[] firstSignal;
    private final int[] framesPerRecord;
    private final long[] shift;
    private final long recordTicks;
    private final int sampleBytes;
    private final int annotationBytes;

    RecordShape(EdfFormat format, List<SampleStream> streams, double recordSeconds, int annotationBytes) {
        this.streams = List.copyOf(streams);
        this.annotationBytes = annotationBytes;
        sampleBytes = format.sampleBytes();
        if (streams.isEmpty()) {
            throw new IllegalArgumentException("a recording needs at least one stream");
        }
        recordTicks = Ticks.of(recordSeconds);
        if (recordTicks <= 0 || Ticks.print(recordTicks).length() > 8 || Ticks.seconds(recordTicks) != recordSeconds) {
            throw new IllegalArgumentException("a data record of " + recordSeconds
                    + " s; EDF wants a decimal of at most eight characters above 0");
        }
        firstSignal = new int[streams.size()];
        framesPerRecord = new int[streams.size()];
        shift = new long[streams.size()];
        for (SampleStream stream : streams) {
            int s = stream.index();
            framesPerRecord[s] = (int) Math.round(stream.rateHz() * recordSeconds);
            if (!fits(stream, recordSeconds)) {
                throw new IllegalArgumentException("a data record of " + recordSeconds
                        + " s does not hold a whole number of frames at " + stream.rateHz() + " Hz");
            }
            shift[s] = Math.round(stream.startSeconds() * stream.rateHz());
            if (shift[s] < 0) {
                throw new IllegalArgumentException("stream " + s + " starts before the recording");
            }
            firstSignal[s] = channels.size();
            channels.addAll(stream.montage().channels());
            for (int channel = 0; channel < stream.montage().size(); channel++) {
                streamOf.add(s);
            }
        }
    }

    /** A duration, about a second, in which every stream has a whole number of frames. */
    static double suitableSeconds(List<SampleStream> streams) {
        for (double seconds : USUAL_SECONDS) {
            if (streams.stream().allMatch(stream -> fits(stream, seconds))) {
                return seconds;
            }
        }
        double rate = streams.stream().mapToDouble(SampleStream::rateHz).max().orElse(1);
        for (long frames = Math.max(1, Math.round(rate)), tried = 0; tried < 20_000; frames++, tried++) {
            double seconds = Ticks.seconds(Ticks.of(frames / rate));
            if (Ticks.print(Ticks.of(seconds)).length() <= 8 && streams.stream().allMatch(s -> fits(s, seconds))) {
                return seconds;
            }
        }
        throw new IllegalArgumentException("no data record of a usual length holds whole frames of "
                + streams.stream().map(SampleStream::rateHz).toList() + " Hz; write the streams to files of their own");
    }

    /** The longest duration up to {@code most} in which every stream has a whole number of frames, or one above. */
    static double shortSeconds(List<SampleStream> streams, double most) {
        for (double seconds : SHORT_SECONDS) {
            if (seconds <= most && streams.stream().allMatch(stream -> fits(stream, seconds))) {
                return seconds;
            }
        }
        double rate = streams.stream().mapToDouble(SampleStream::rateHz).min().orElse(1);
        for (long frames = (long) Math.floor(rate * most); frames >= 1; frames--) {
            double seconds = Ticks.seconds(Ticks.of(frames / rate));
            if (Ticks.print(Ticks.of(seconds)).length() <= 8 && streams.stream().allMatch(s -> fits(s, seconds))) {
                return seconds;
            }
        }
        return suitableSeconds(streams);
    }

    private static boolean fits(SampleStream stream, double seconds) {
        long frames = Math.round(stream.rateHz() * seconds);
        return frames >= 1
                && frames < 1 << 22
                && Math.abs(frames / seconds - stream.rateHz()) <= RATE_TOLERANCE * stream.rateHz();
    }

    List<SampleStream> streams() {
        return streams;
    }

    List<Channel> channels() {
        return channels;
    }

    int streamOf(int signal) {
        return streamOf.get(signal);
    }

    int firstSignal(int stream) {
        return firstSignal[stream];
    }

    int framesPerRecord(int stream) {
        return framesPerRecord[stream];
    }

    int samples(int signal) {
        return framesPerRecord[streamOf(signal)];
    }

    /** Frames of the file before the stream's first. */
    long shift(int stream) {
        return shift[stream];
    }

    long recordTicks() {
        return recordTicks;
    }

    double recordSeconds() {
        return recordTicks / (double) Annotation.TICKS;
    }

    /** When a frame of a record begins, from the record's begin. */
    long ticks(int stream, long frame) {
        return Math.round(frame * (recordTicks / (double) framesPerRecord[stream]));
    }

    int annotationBytes() {
        return annotationBytes;
    }

    int recordBytes() {
        int samples = 0;
        for (int signal = 0; signal < channels.size(); signal++) {
            samples = Math.addExact(samples, samples(signal));
        }
        return Math.addExact(Math.multiplyExact(samples, sampleBytes), annotationBytes);
    }
}

package twinge.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import twinge.detect.Finding;
import twinge.detect.Finding.Quality;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.SampleStream;

/** What a recording was like as a signal: how much was read, what was lost, which channels should not be trusted. */
final class Account implements Listener {
    private final List<SampleStream> streams;
    private final List<FrameCount> counts;
    private final QualityNotes quality;

    Account(List<SampleStream> streams) {
        this.streams = streams;
        counts = streams.stream().map(FrameCount::new).toList();
        quality = new QualityNotes(streams);
    }

    @Override
    public void block(Block block) {
        counts.get(block.stream()).accept(block);
    }

    @Override
    public void finding(Finding finding) {
        if (finding instanceof Quality flagged) {
            quality.accept(flagged);
        }
    }

    List<FrameCount> counts() {
        return counts;
    }

    /** Seconds that should not be trusted, by reason, summed over channels. */
    Map<String, Double> flaggedSeconds() {
        return quality.secondsByReason();
    }

    /** Everything worth a remark, most general first. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (int stream = 0; stream < streams.size(); stream++) {
            sentences.add(read(streams.get(stream), counts.get(stream)));
            sentences.addAll(counts.get(stream).losses());
        }
        List<String> uncalibrated = streams.stream()
                .flatMap(stream -> stream.montage().channels().stream())
                .filter(channel -> channel.type() == Channel.Type.EMG && !channel.calibrated())
                .map(Channel::label)
                .toList();
        if (!uncalibrated.isEmpty()) {
            sentences.add("uncalibrated: " + String.join(", ", uncalibrated)
                    + "; their levels are counts and only ratios mean something (--unit LABEL=uV tells what they are)");
        }
        sentences.addAll(quality.sentences());
        return sentences;
    }

    private static String read(SampleStream stream, FrameCount count) {
        int channels = stream.montage().size();
        return count.frames() + " frames of " + channels + (channels == 1 ? " channel" : " channels") + " at "
                + rate(stream) + " Hz (" + Cell.digits(count.seconds(), 1) + " s)"
                + (count.lost() == 0 ? ", none lost" : "");
    }

    static String rate(SampleStream stream) {
        return rate(stream.rateHz());
    }

    /** Hertz as people write them: {@code 1259.259}, {@code 500}. */
    static String rate(double hertz) {
        return Cell.digits(hertz, 3).replaceFirst("\\.?0+$", "");
    }
}

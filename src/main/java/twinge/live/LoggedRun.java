package twinge.live;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import twinge.detect.Finding;
import twinge.events.Session;
import twinge.frames.Block;
import twinge.frames.SampleStream;
import twinge.log.AnalysisWriter;
import twinge.log.ExcerptRecorder;
import twinge.log.Summary;

/** One board's way into the log: its episodes with the signal around them, and what there was of signal at all. */
final class LoggedRun implements Closeable {
    private final AnalysisWriter writer;
    private final List<SampleStream> streams;
    private final ExcerptRecorder recorder;
    private final long[] end; // [stream]
    private final long[] lost; // [stream]
    private final Map<String, Double> flaggedSeconds = new TreeMap<>();

    LoggedRun(AnalysisWriter writer, List<SampleStream> streams) {
        this.writer = writer;
        this.streams = new ArrayList<>(streams);
        recorder = new ExcerptRecorder(streams);
        end = new long[streams.size()];
        lost = new long[streams.size()];
    }

    /** Takes a block, before what was found with it. */
    void block(Block block) throws IOException {
        for (int frame = 0; frame < block.frames(); frame++) {
            if (present(block, frame)) {
                long at = block.firstFrame() + frame;
                lost[block.stream()] += at - end[block.stream()];
                end[block.stream()] = at + 1;
            }
        }
        add(recorder.accept(block));
    }

    void finding(Finding finding) {
        if (finding instanceof Finding.Provisional begun) {
            recorder.underWay(streams.get(begun.stream()).seconds(begun.onsetFrame()));
        } else if (finding instanceof Finding.Withdrawn none) {
            recorder.withdrawn(streams.get(none.stream()).seconds(none.onsetFrame()));
        } else if (finding instanceof Finding.EpisodeEnded ended) {
            recorder.ended(ended.episode());
        } else if (finding instanceof Finding.Quality flagged) {
            double rate = streams.get(flagged.stream()).rateHz();
            String reason = flagged.reason().name().toLowerCase(Locale.ROOT);
            flaggedSeconds.merge(reason, (flagged.endFrame() - flagged.firstFrame()) / rate, Double::sum);
        }
    }

    /** Puts all of it into the log at once, with what is known of the session at its end. */
    void finish(Session session) throws IOException {
        add(recorder.finish());
        double worn = 0;
        long frames = 0;
        long missing = 0;
        for (int stream = 0; stream < end.length; stream++) {
            worn = Math.max(
                    worn, (end[stream] - lost[stream]) / streams.get(stream).rateHz());
            frames += end[stream] - lost[stream];
            missing += lost[stream];
        }
        writer.finish(new Summary(worn, frames, missing, flaggedSeconds), session);
    }

    private void add(List<ExcerptRecorder.Taken> taken) throws IOException {
        for (ExcerptRecorder.Taken each : taken) {
            writer.add(each.episode(), Optional.of(each.excerpt()));
        }
    }

    private static boolean present(Block block, int frame) {
        for (int channel = 0; channel < block.channels(); channel++) {
            if (!block.missing(channel, frame)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}

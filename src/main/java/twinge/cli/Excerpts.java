package twinge.cli;

import java.util.List;
import twinge.detect.Finding;
import twinge.detect.Finding.Provisional;
import twinge.detect.Finding.Withdrawn;
import twinge.events.Episode;
import twinge.frames.Block;
import twinge.frames.SampleStream;
import twinge.log.ExcerptRecorder;

/** Cuts out the signal around episodes, told of by what the detector finds. */
final class Excerpts {
    private final List<SampleStream> streams;
    private final ExcerptRecorder recorder;

    Excerpts(List<SampleStream> streams) {
        this.streams = streams;
        recorder = new ExcerptRecorder(streams);
    }

    /** Takes the next block and returns the episodes whose surroundings are complete. */
    List<ExcerptRecorder.Taken> block(Block block) {
        return recorder.accept(block);
    }

    /** Takes a finding that may begin an episode or say that there is none. */
    void underWay(Finding finding) {
        if (finding instanceof Provisional begun) {
            recorder.underWay(streams.get(begun.stream()).seconds(begun.onsetFrame()));
        } else if (finding instanceof Withdrawn none) {
            recorder.withdrawn(streams.get(none.stream()).seconds(none.onsetFrame()));
        }
    }

    /** Asks for the signal around an episode that has ended. */
    void ended(Episode episode) {
        recorder.ended(episode);
    }

    /** Takes an episode that has ended and whose signal is not wanted. */
    void passed(Episode episode) {
        recorder.passed(episode);
    }

    List<ExcerptRecorder.Taken> finish() {
        return recorder.finish();
    }
}

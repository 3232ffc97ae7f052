package twinge.cli;

import java.io.IOException;
import java.util.List;
import twinge.detect.Finding;
import twinge.detect.Finding.EpisodeEnded;
import twinge.events.Episode;
import twinge.frames.SampleStream;

/**
 * The episodes of a recording by onset, each with its number from 1. All kinds count, shown or not, so that an episode has
 * one number in every list and picture.
 */
final class NumberedEpisodes implements Listener {
    /** What to do with the next episode. */
    interface Taker {
        void take(int number, Episode episode) throws IOException;
    }

    private final List<SampleStream> streams;
    private final OnsetOrder<Episode> order;
    private int count;

    NumberedEpisodes(List<SampleStream> streams, Taker taker) {
        this.streams = streams;
        order = new OnsetOrder<>(episode -> taker.take(++count, episode));
    }

    @Override
    public void finding(Finding finding) throws IOException {
        if (finding instanceof EpisodeEnded ended) {
            double decided = streams.get(finding.stream()).seconds(finding.decidedFrame());
            order.add(ended.episode().onsetSeconds(), decided, ended.episode());
        }
    }

    /** Lets go of those that were held back for the sake of the order. */
    void finish() throws IOException {
        order.finish();
    }

    /** How many there were so far. */
    int count() {
        return count;
    }
}

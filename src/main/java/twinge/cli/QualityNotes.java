package twinge.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import twinge.detect.Finding.Quality;
import twinge.frames.SampleStream;

/** Sums up which channels should not be trusted, for how long, and why. */
final class QualityNotes {
    private static final class Sum {
        private double seconds;
        private int stretches;
        private String words = "";
        private long endFrame = -1;
    }

    private final List<SampleStream> streams;
    private final Map<String, Sum> sums = new TreeMap<>();
    private final Map<String, Double> secondsByReason = new TreeMap<>();

    QualityNotes(List<SampleStream> streams) {
        this.streams = streams;
    }

    void accept(Quality quality) {
        SampleStream stream = streams.get(quality.stream());
        String label = stream.montage().channel(quality.channel()).label();
        Sum sum = sums.computeIfAbsent(label + ": " + word(quality), key -> new Sum());
        double seconds = (quality.endFrame() - quality.firstFrame()) / stream.rateHz();
        secondsByReason.merge(word(quality), seconds, Double::sum);
        sum.seconds += seconds;
        sum.stretches += quality.firstFrame() == sum.endFrame ? 0 : 1; // a long stretch is told in parts
        sum.endFrame = quality.endFrame();
        sum.words = sum.words.isEmpty() ? quality.words() : sum.words;
    }

    /** Why a stretch should not be trusted, in a word. */
    static String word(Quality quality) {
        return quality.reason().name().toLowerCase(Locale.ROOT);
    }

    /** Seconds by reason, summed over channels. */
    Map<String, Double> secondsByReason() {
        return secondsByReason;
    }

    /** One sentence a channel and reason, sorted by label. */
    List<String> sentences() {
        return sums.entrySet().stream()
                .map(entry -> sentence(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String sentence(String what, Sum sum) {
        String stretches = sum.stretches == 1 ? "1 stretch" : sum.stretches + " stretches";
        return what + " for " + Cell.digits(sum.seconds, 1) + " s in " + stretches + ", first: " + sum.words;
    }
}

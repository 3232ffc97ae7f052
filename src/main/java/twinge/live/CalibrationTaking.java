package twinge.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import twinge.detect.Finding;
import twinge.detect.Placement;
import twinge.events.Calibration;
import twinge.events.Calibration.Effort;
import twinge.frames.Channel;
import twinge.frames.SampleStream;

/**
 * Leads a wearer through rest and contractions and measures both, in the recording's own time: 10 s of rest, then three
 * contractions of 3 s with pauses between. A rest in which the wearer moved is begun again, a contraction that was none, or
 * one of three that do not agree, is asked for again.
 */
public final class CalibrationTaking {
    static final double SETTLE_SECONDS = 2;
    static final double REST_SECONDS = 10;
    static final double READY_SECONDS = 4;
    static final double CONTRACTION_SECONDS = 3;
    static final int CONTRACTIONS = 3;
    private static final int MOST_RESTS = 6;
    private static final int MOST_CONTRACTIONS = 6;
    private static final double MOVED_TIMES = 3.2;
    private static final double MOVED_SHARE = 0.03;
    private static final double LEAST_TIMES = 2;
    private static final double ALIKE = 0.75; // the second strongest contraction against the strongest
    private static final double PEAK_SECONDS = 0.5;

    /** What the wearer is asked for. */
    public enum Ask {
        SETTLE,
        REST,
        READY,
        CONTRACT,
        DONE,
        FAILED
    }

    /**
     * What is asked from a moment on.
     *
     * @param number of the contraction, from 1
     * @param untilSeconds of the recording
     * @param words to the wearer
     */
    public record Step(Ask ask, int number, double untilSeconds, String words) {}

    private final List<SampleStream> streams;
    private final Effort effort;
    private final Consumer<Step> told;
    private final List<Levels> channels = new ArrayList<>();
    private Step step;
    private int rests;
    private int counted;
    private int asked;

    /** What one channel had while it was asked for something. */
    private static final class Levels {
        private final SampleStream stream;
        private final int index;
        private final List<Double> detection = new ArrayList<>();
        private final List<Double> amplitude = new ArrayList<>();
        private final List<Double> contractions = new ArrayList<>();
        private double detectionRest = Double.NaN;
        private double amplitudeRest = Double.NaN;
        private int pointFrames = 1;

        private Levels(SampleStream stream, int index) {
            this.stream = stream;
            this.index = index;
        }

        private Channel channel() {
            return stream.montage().channel(index);
        }

        /** Highest RMS over half a second. */
        private double strongest() {
            int points = (int) Math.max(1, Math.round(PEAK_SECONDS * stream.rateHz() / pointFrames));
            double highest = 0;
            for (int from = 0; from + points <= amplitude.size(); from++) {
                double squares = 0;
                for (double level : amplitude.subList(from, from + points)) {
                    squares += level * level;
                }
                highest = Math.max(highest, Math.sqrt(squares / points));
            }
            return highest;
        }

        private boolean moved() {
            double median = median(detection);
            long high = detection.stream()
                    .filter(level -> level > MOVED_TIMES * median)
                    .count();
            return high > MOVED_SHARE * detection.size();
        }
    }

    /**
     * @param effort what contractions are asked for, if any
     * @param told gets each step as it begins
     */
    public CalibrationTaking(List<SampleStream> streams, Effort effort, Consumer<Step> told) {
        this.streams = List.copyOf(streams);
        this.effort = effort;
        this.told = told;
        for (SampleStream stream : streams) {
            for (int channel = 0; channel < stream.montage().size(); channel++) {
                if (stream.montage().channel(channel).type() == Channel.Type.EMG) {
                    channels.add(new Levels(stream, channel));
                }
            }
        }
        begin(new Step(Ask.SETTLE, 0, SETTLE_SECONDS, "Sit or lie still; the signal settles"));
    }

    public Step step() {
        return step;
    }

    /** Whether there is a result, or there will be none. */
    public boolean over() {
        return step.ask() == Ask.DONE || step.ask() == Ask.FAILED;
    }

    /** Takes what the detector compares; the rest of what it finds does not matter here. */
    public void finding(Finding finding) {
        if (!(finding instanceof Finding.Trace trace) || over()) {
            return;
        }
        double from = streams.get(trace.stream()).seconds(trace.firstFrame());
        while (from >= step.untilSeconds() && !over()) {
            end();
        }
        if (step.ask() == Ask.REST || step.ask() == Ask.CONTRACT) {
            for (Levels each : channels) {
                if (each.stream.index() == trace.stream() && each.index == trace.channel()) {
                    each.detection.add(trace.envelope());
                    each.amplitude.add(trace.amplitude());
                    each.pointFrames = trace.framesPerPoint();
                }
            }
        }
    }

    /** What was measured, channel by channel; those without a clear contraction have no reference. */
    public List<Calibration.Level> levels() {
        if (step.ask() != Ask.DONE) {
            throw new IllegalStateException("nothing is measured yet: " + step.words());
        }
        List<Calibration.Level> levels = new ArrayList<>();
        for (Levels each : channels) {
            double highest = each.contractions.stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
            levels.add(new Calibration.Level(
                    each.channel().label(),
                    Placement.words(each.channel()),
                    Placement.unit(each.channel()),
                    each.detectionRest,
                    each.amplitudeRest,
                    highest >= LEAST_TIMES * each.amplitudeRest ? highest : Double.NaN));
        }
        return levels;
    }

    private void end() {
        double now = step.untilSeconds();
        switch (step.ask()) {
            case SETTLE -> rest(now, "Relax for " + seconds(REST_SECONDS));
            case REST -> restOver(now);
            case READY ->
                begin(new Step(
                        Ask.CONTRACT,
                        step.number(),
                        now + CONTRACTION_SECONDS,
                        (effort == Effort.MAXIMAL ? "Pull as hard as you can" : "Hold the reference") + " ("
                                + step.number() + ")"));
            case CONTRACT -> contractionOver(now);
            default -> throw new IllegalStateException("it is over: " + step);
        }
    }

    private void rest(double now, String words) {
        rests++;
        begin(new Step(Ask.REST, 0, now + REST_SECONDS, words));
    }

    private void restOver(double now) {
        String without = silent();
        if (!without.isEmpty()) {
            fail(now, without + " gave nothing to measure; look at its electrode and try again");
        } else if (channels.stream().anyMatch(Levels::moved)) {
            if (rests == MOST_RESTS) {
                fail(
                        now,
                        "there was no quiet rest in " + MOST_RESTS + " tries; look at the electrodes (twinge doctor)");
            } else {
                rest(now, "You moved; relax again for " + seconds(REST_SECONDS));
            }
        } else {
            for (Levels each : channels) {
                each.detectionRest = median(each.detection);
                each.amplitudeRest = median(each.amplitude);
            }
            if (effort == Effort.NONE) {
                begin(new Step(Ask.DONE, 0, now, "Done; the rest is known"));
            } else {
                ready(now, "Rest is known. Get ready");
            }
        }
    }

    /** The channels that gave no level, or none above 0. */
    private String silent() {
        return String.join(
                ", ",
                channels.stream()
                        .filter(each ->
                                each.detection.isEmpty() || !(median(each.detection) > 0 && median(each.amplitude) > 0))
                        .map(each -> each.channel().label())
                        .toList());
    }

    private void contractionOver(double now) {
        List<Double> now0 = channels.stream().map(Levels::strongest).toList();
        boolean any = false;
        for (int channel = 0; channel < channels.size(); channel++) {
            any |= now0.get(channel) >= LEAST_TIMES * channels.get(channel).amplitudeRest;
        }
        if (any) {
            counted++;
            for (int channel = 0; channel < channels.size(); channel++) {
                channels.get(channel).contractions.add(now0.get(channel));
            }
        }
        if (counted >= CONTRACTIONS && alike()) {
            begin(new Step(Ask.DONE, 0, now, "Done"));
        } else if (asked < MOST_CONTRACTIONS) {
            ready(now, again(any));
        } else if (counted >= 2) {
            begin(new Step(Ask.DONE, 0, now, "Done; the contractions differ much, the strongest one counts"));
        } else {
            fail(now, "no contraction was seen in " + asked + " tries; look at where the electrodes are");
        }
    }

    private String again(boolean any) {
        if (!any) {
            return "No contraction was seen; get ready to pull again";
        }
        return counted < CONTRACTIONS ? "Good. Rest, and get ready" : "They differ much; once more. Get ready";
    }

    /** Whether the two strongest contractions of the channel that contracts most agree. */
    private boolean alike() {
        Levels most = channels.get(0);
        for (Levels each : channels) {
            most = times(each) > times(most) ? each : most;
        }
        double[] sorted = most.contractions.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return sorted[sorted.length - 2] >= ALIKE * sorted[sorted.length - 1];
    }

    private static double times(Levels levels) {
        double highest = levels.contractions.stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return highest / levels.amplitudeRest;
    }

    private void ready(double now, String words) {
        asked++;
        begin(new Step(Ask.READY, asked, now + READY_SECONDS, words));
    }

    private void fail(double now, String words) {
        begin(new Step(Ask.FAILED, 0, now, words));
    }

    private void begin(Step next) {
        step = next;
        for (Levels each : channels) {
            each.detection.clear();
            each.amplitude.clear();
        }
        told.accept(next);
    }

    private static double median(List<Double> levels) {
        double[] sorted = levels.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.0f s", seconds);
    }
}

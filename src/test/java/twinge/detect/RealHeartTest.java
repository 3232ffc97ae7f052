package twinge.detect;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import twinge.events.Burst;
import twinge.events.Kind;
import twinge.frames.SampleStream;
import twinge.settings.Settings;

/** A real heartbeat over a real muscle is taken off the amplitude path, and the muscle stays. */
class RealHeartTest {
    private static final int AFTER_BEATS = 10;

    private static double[] amplitude(double[] microvolts) {
        SampleStream stream = Made.stream(0, RealHeart.RATE, Made.emg("EMG", Made.MICROVOLTS));
        ChannelChain chain = new ChannelChain(stream, 0, Settings.standard());
        Notebook notebook = new Notebook();
        double[] settled = new double[microvolts.length];
        int[] counts = new int[40];
        for (int from = 0; from + 40 <= microvolts.length; from += 40) {
            for (int i = 0; i < 40; i++) {
                counts[i] = (int) Math.rint(microvolts[from + i] / 0.05);
            }
            chain.accept(counts, 40, from, notebook);
            for (long frame = Math.max(0, from - 240); frame < from - 200; frame++) {
                settled[(int) frame] = chain.amplitudePath().samples().at(frame);
            }
        }
        return settled;
    }

    @Test
    void table() {
        assumeTrue(RealRecords.present(), "no recordings at " + RealRecords.folder());
        StringBuilder out = new StringBuilder();
        for (String record : List.of("bitalino_sample", "plux_emg_bursts")) {
            double[] clean = null;
            double burst = 0;
            for (double rate : new double[] {50, 60, 80, 100, 120, 150, 180}) {
                for (double r : new double[] {0.5, 1, 2}) {
                    RealHeart mix = new RealHeart(record, rate, r, burst, 5);
                    if (clean == null) {
                        clean = amplitude(mix.muscle);
                        burst = rms(clean, mix, 2, 0)[0];
                        mix = new RealHeart(record, rate, r, burst, 5);
                    }
                    double[] path = amplitude(mix.mixed);
                    double[] on = rms(path, mix, 0, 0);
                    double[] between = rms(path, mix, 1, 0);
                    double[] cleanOn = rms(clean, mix, 0, 0);
                    double[] bursts = rms(path, mix, 2, 0);
                    double[] cleanBursts = rms(clean, mix, 2, 0);
                    StringBuilder bad = new StringBuilder();
                    for (long beat : mix.beats.subList(AFTER_BEATS, mix.beats.size() - 2)) {
                        double a = 0, c = 0;
                        for (long f = beat - 100; f < beat + 200; f++) { a += path[(int) f] * path[(int) f]; c += clean[(int) f] * clean[(int) f]; }
                        if (!mix.inLabel(beat, 0.3) && Math.sqrt(a / 300) > 1.6 * between[0]) bad.append(' ').append(beat).append(':').append((int) Math.sqrt(a / 300));
                    }
                    List<Burst> found = Made.bursts(RealHeart.RATE, mix.mixed);
                    int onBeats = 0;
                    int artifacts = 0;
                    for (Burst each : found) {
                        if (each.onsetFrame() < mix.beats.get(AFTER_BEATS) || mix.inLabel(each.onsetFrame(), 0.5)) {
                            continue;
                        }
                        boolean near = mix.beats.stream().anyMatch(b -> Math.abs(b - each.onsetFrame()) < 80);
                        artifacts += near && each.kind() == Kind.ARTIFACT ? 1 : 0;
                        onBeats += near && each.kind() != Kind.ARTIFACT ? 1 : 0;
                    }
                    out.append(String.format(
                            Locale.ROOT,
                            "%-16s %4.0f R %.1f: on/between %+6.1f %% (%5.2f/%5.2f) on/clean %+6.1f %%, kept %.3f, bursts on beats %d (+%d artifacts) of %d beats%s%n",
                            record, rate, r, 100 * (on[0] / between[0] - 1), on[0], between[0],
                            100 * (on[0] / cleanOn[0] - 1), bursts[0] / cleanBursts[0], onBeats, artifacts, (int) on[1], bad));
                }
            }
        }
        System.out.print(out);
    }

    /** RMS at rest on the beats (0), at rest between them (1), or in the bursts (2), after the tenth beat. */
    private static double[] rms(double[] path, RealHeart mix, int where, int unused) {
        int[] kind = new int[path.length];
        java.util.Arrays.fill(kind, 1);
        List<Long> done = new ArrayList<>();
        for (long beat : mix.beats) {
            for (long f = Math.max(0, beat - 100); f < Math.min(kind.length, beat + 250); f++) {
                kind[(int) f] = 0;
            }
            if (!mix.inLabel(beat, 0.5)) {
                done.add(beat);
            }
        }
        double sum = 0;
        long count = 0;
        for (int f = mix.beats.get(AFTER_BEATS).intValue(); f < path.length - 500; f++) {
            boolean label = mix.inLabel(f, 0);
            boolean rest = !mix.inLabel(f, 0.5);
            if (where == 2 ? label : rest && kind[f] == where) {
                sum += path[f] * path[f];
                count++;
            }
        }
        return new double[] {count == 0 ? Double.NaN : Math.sqrt(sum / count), done.size()};
    }
}

package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import twinge.events.Burst;
import twinge.events.Kind;
import twinge.frames.SampleStream;
import twinge.settings.Settings;

/** A real heartbeat over a real muscle is taken off, and the muscle stays. The table is printed, the least acceptable asserted. */
class RealHeartTest {
    private static final String[] RECORDS = {"bitalino_sample", "plux_emg_bursts"};
    private static final double[] R_TIMES = {0.5, 1, 2};
    private static final int KNOWN = 10; // beats

    /** Where a frame lies. */
    private enum Where {
        ON_BEAT,
        BETWEEN,
        BURST,
        NEAR_BURST
    }

    @ParameterizedTest(name = "{0} beats a minute")
    @ValueSource(doubles = {50, 60, 80, 100, 120, 150, 180})
    void afterTenBeatsTheHeartIsTakenOffAndTheMuscleStays(double aMinute) {
        assumeTrue(RealRecords.present(), "no recordings at " + RealRecords.folder());
        for (String record : RECORDS) {
            RealHeart silent = new RealHeart(record, aMinute, 0, 0, 5);
            double[] clean = settled(silent.muscle);
            double burst = rms(clean, silent, Where.BURST);
            for (double times : R_TIMES) {
                RealHeart mix = new RealHeart(record, aMinute, times, burst, 5);
                double[] path = settled(mix.mixed);
                double on = rms(path, mix, Where.ON_BEAT);
                // Above 171 beats a minute nothing lies between: the muscle without a heart takes its place.
                double between =
                        Math.max(aMinute > 150 ? rms(clean, silent, Where.ON_BEAT) : 0, rms(path, mix, Where.BETWEEN));
                double kept = rms(path, mix, Where.BURST) / burst;
                long mistaken = Made.bursts(RealHeart.RATE, mix.mixed).stream()
                        .filter(each -> onBeat(each, mix) && each.kind() != Kind.ARTIFACT)
                        .count();
                String row = String.format(
                        Locale.ROOT,
                        "%-16s %4.0f a minute, R %.1f: on beats %+6.1f %%, burst kept %.3f, bursts on %d beats: %d",
                        record,
                        aMinute,
                        times,
                        100 * (on / between - 1),
                        kept,
                        mix.beats.size(),
                        mistaken);
                System.out.println(row);
                assertTrue(on <= 1.3 * between, row);
                assertTrue(kept > 0.95 && kept < 1.05, row);
                assertTrue(mistaken <= mix.beats.size() / 50, row);
            }
        }
    }

    @Test
    void aMuscleWithoutAHeartbeatLosesNothing() {
        assumeTrue(RealRecords.present(), "no recordings at " + RealRecords.folder());
        for (String record : new String[] {"bitalino_sample", "plux_emg_bursts", "plux_emg_fatigue"}) {
            double[] muscle = new RealHeart(record, 60, 0, 0, 2).muscle;
            double[] untouched = muscle.clone();
            int[] counts = new int[40];
            Conditioner conditioner = new Conditioner(RealHeart.RATE, Settings.standard());
            for (int from = 0; from + 40 <= muscle.length; from += 40) {
                System.arraycopy(quantised(muscle, from, counts), 0, untouched, from, 40);
            }
            double all = 0;
            for (double x : settled(muscle)) {
                all += x * x;
            }
            conditioner.filter(untouched, new double[untouched.length], 0, untouched.length);
            double same = 0;
            for (double x : untouched) {
                same += x * x;
            }
            assertEquals(1, Math.sqrt(all / same), 0.02, record);
        }
    }

    private static double[] quantised(double[] microvolts, int from, int[] counts) {
        double[] values = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (int) Math.rint(microvolts[from + i] / 0.05);
            values[i] = 0.05 * counts[i];
        }
        return values;
    }

    /** The amplitude path as bursts are measured on it. */
    private static double[] settled(double[] microvolts) {
        SampleStream stream = Made.stream(0, RealHeart.RATE, Made.emg("EMG", Made.MICROVOLTS));
        ChannelChain chain = new ChannelChain(stream, 0, Settings.standard());
        Notebook notebook = new Notebook();
        int late = (int) Math.round(AmplitudePath.SETTLED_SECONDS * RealHeart.RATE);
        double[] settled = new double[microvolts.length];
        int[] counts = new int[40];
        for (int from = 0; from + 40 <= microvolts.length; from += 40) {
            quantised(microvolts, from, counts);
            chain.accept(counts, 40, from, notebook);
            for (int frame = Math.max(0, from - late); frame < from + 40 - late; frame++) {
                settled[frame] = chain.amplitudePath().samples().at(frame);
            }
        }
        return settled;
    }

    private static boolean onBeat(Burst burst, RealHeart mix) {
        long onset = burst.onsetFrame();
        return onset > mix.beats.get(KNOWN)
                && !mix.inLabel(onset, 0.5)
                && mix.beats.stream().anyMatch(beat -> Math.abs(beat - onset) < 80);
    }

    private static double rms(double[] path, RealHeart mix, Where where) {
        double sum = 0;
        long count = 0;
        int beat = KNOWN;
        for (int frame = mix.beats.get(KNOWN).intValue(); frame < path.length - 1000; frame++) {
            while (beat + 1 < mix.beats.size() && mix.beats.get(beat + 1) - 100 <= frame) {
                beat++;
            }
            if (where(mix, frame, frame - mix.beats.get(beat)) == where) {
                sum += path[frame] * path[frame];
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }

    private static Where where(RealHeart mix, int frame, long afterBeat) {
        if (mix.inLabel(frame, 0)) {
            return Where.BURST;
        }
        if (mix.inLabel(frame, 0.5)) {
            return Where.NEAR_BURST;
        }
        return afterBeat < 250 ? Where.ON_BEAT : Where.BETWEEN;
    }
}

package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import twinge.signal.PowerSpectrum.Detrend;

class NoGarbageTest {
    private static final int CALLS = 200; // of which each would leave 16 bytes at least, the smallest object

    private final double[] samples = Stages.noise(1, 512);
    private final double[] into = new double[512];

    @Test
    void noStageLeavesGarbageOnceItIsConstructed() {
        Cascade cascade = new Cascade(Butterworth.bandPass(4, 20, 450, 1000));
        MovingRms rms = new MovingRms(50);
        Tkeo tkeo = new Tkeo();
        PowerSpectrum spectrum = new PowerSpectrum(512, 1000, Detrend.MEAN);
        RunningQuantile running = new RunningQuantile(100, 0.5);
        FadingQuantile fading = new FadingQuantile(1e-3, 1e3, 1000);
        Autocorrelation rhythm = new Autocorrelation(300, 8, 33);
        ByteBuffer state = ByteBuffer.allocate(10_000);
        Map<String, Runnable> steps = new LinkedHashMap<>();
        steps.put("cascade", () -> cascade.filter(into, 0, 128));
        steps.put("RMS", () -> rms.apply(samples, 0, 128, into, 0));
        steps.put("TKEO", () -> tkeo.apply(samples, 0, 128, into, 0));
        steps.put("spectrum", () -> spectrum.average(samples, 0, 512, 128, into));
        steps.put("median frequency", () -> into[0] = Spectra.medianFrequency(into, spectrum.binHz(), 20, 450));
        steps.put("running quantile", () -> running.add(running.size()));
        steps.put("fading quantile", () -> fading.add(fading.value(0.5) > 0 ? 3 : 7));
        steps.put("rhythm", () -> rhythm.measure(samples, 0));
        steps.put("snapshot", () -> cascade.save(state.clear()));
        steps.forEach(NoGarbageTest::assertNoGarbage);
    }

    private static void assertNoGarbage(String what, Runnable step) {
        for (int i = 0; i < 10; i++) {
            step.run();
        }
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            step.run();
        }
        long bytes = thread.getCurrentThreadAllocatedBytes() - before;
        assertTrue(bytes < 16 * CALLS, what + " left " + bytes + " bytes in " + CALLS + " calls");
    }
}

package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CascadeTest {
    private static final Biquads CHAIN =
            Butterworth.bandPass(4, 20, 450, 1000).then(Notch.at(50, 30, 1000)).then(Notch.at(100, 30, 1000));
    private static final double[] NOISE = column(0);

    private static double[] column(int index) {
        try {
            return Reference.column("filtered.csv", index);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double[] filtered(Cascade cascade, double[] samples) {
        double[] copy = samples.clone();
        cascade.filter(copy, 0, copy.length);
        return copy;
    }

    @Test
    void aNoisySignalComesOutAsFromSciPy() {
        Reference.assertClose(column(1), filtered(new Cascade(CHAIN), NOISE));
        Reference.assertClose(column(3), filtered(new Cascade(Butterworth.lowPass(1, 5, 1000)), NOISE));
        Reference.assertClose(column(4), filtered(new Cascade(Butterworth.highPass(8, 70, 2148.14819)), NOISE));
    }

    @Test
    void anImpulseComesOutAsFromSciPy() {
        double[] impulse = new double[400];
        impulse[0] = 1;
        Reference.assertClose(column(5), filtered(new Cascade(CHAIN), impulse));
    }

    @Test
    void aSettledStartIsThatOfSciPy() { // sosfilt_zi(chain) * x[0]
        Cascade cascade = new Cascade(CHAIN);
        cascade.settle(NOISE[0]);
        Reference.assertClose(column(2), filtered(cascade, NOISE));
    }

    @ParameterizedTest(name = "an offset of {0} counts")
    @ValueSource(doubles = {500, -8_388_608, 0})
    void anOffsetDoesNotRingAfterASettledStart(double offset) {
        double[] samples = new double[2000];
        Arrays.fill(samples, offset);
        Cascade cascade = new Cascade(CHAIN);
        cascade.settle(offset);
        for (double value : filtered(cascade, samples)) {
            assertEquals(0, value, 1e-12 * Math.abs(offset) + 1e-50);
        }
        Cascade low = new Cascade(Butterworth.lowPass(3, 5, 1000));
        low.settle(offset);
        for (double value : filtered(low, samples)) {
            assertEquals(offset, value, 1e-10 * Math.abs(offset) + 1e-50);
        }
    }

    @ParameterizedTest(name = "{0} sections")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void sectionsInPassesOfThreeDoWhatTheyDoOneByOne(int sections) {
        Biquads all = Butterworth.bandPass(sections, 20, 200, 1000);
        double[] onePass = filtered(new Cascade(all), NOISE);
        double[] oneByOne = NOISE;
        for (int i = 0; i < sections; i++) {
            oneByOne = filtered(new Cascade(new Biquads(all.section(i))), oneByOne);
        }
        assertArrayEquals(oneByOne, onePass, 1e-50); // the floor of the empty places is all the difference
    }

    @Test
    void anyCuttingAnySnapshotAndAResetGiveTheSameBits() {
        Stages.assertPromisesAreKept(() -> new Cascade(CHAIN), Cascade::filter);
    }

    @Test
    void silenceDoesNotDecayIntoDenormalNumbers() {
        Cascade cascade = new Cascade(Butterworth.bandPass(4, 0.5, 450, 1000).then(Notch.at(50, 30, 1000)));
        filtered(cascade, NOISE);
        double[] silence = new double[1_000_000];
        cascade.filter(silence, 0, silence.length);
        for (int i = silence.length - 1000; i < silence.length; i++) {
            double square = silence[i] * silence[i];
            assertTrue(square >= Double.MIN_NORMAL, "the square of " + silence[i] + " at " + i + " is denormal");
            assertEquals(0, silence[i], 1e-40);
        }
    }

    @Test
    void onlyTheNamedSamplesAreTouchedAndOthersAreRefused() {
        double[] samples = NOISE.clone();
        new Cascade(CHAIN).filter(samples, 100, 50);
        for (int i = 0; i < samples.length; i++) {
            assertEquals(i < 100 || i >= 150, samples[i] == NOISE[i], "sample " + i);
        }
        assertThrows(IndexOutOfBoundsException.class, () -> new Cascade(CHAIN).filter(samples, 390, 11));
    }

    /** A filter of so many second-order sections. */
    private static Biquads sections(int count) {
        Biquads all = Notch.at(50, 30, 1000);
        for (int i = 1; i < count; i++) {
            all = all.then(Notch.at(50 + 40 * i, 30, 1000));
        }
        return all;
    }

    private static double[] noise(long seed, int length) {
        return new SplittableRandom(seed).doubles(length, -100, 100).toArray();
    }

    @ParameterizedTest(name = "{0} sections, then {1}")
    @CsvSource({"4, 2", "2, 2", "3, 3", "5, 2", "8, 1"})
    void twoPathsGiveTheBitsOfOneFilterAfterTheOther(int first, int second) {
        Cascade one = new Cascade(sections(first));
        Cascade other = new Cascade(Butterworth.highPass(2 * second, 70, 1000));
        Cascade oneAlone = new Cascade(sections(first));
        Cascade otherAlone = new Cascade(Butterworth.highPass(2 * second, 70, 1000));
        for (int call = 0; call < 20; call++) {
            double[] samples = noise(call, 30 + call);
            double[] further = new double[samples.length];
            double[] expected = samples.clone();
            oneAlone.filter(expected, 0, expected.length);
            one.filter(samples, further, 0, samples.length, other);
            assertArrayEquals(expected, samples);
            otherAlone.filter(expected, 0, expected.length);
            assertArrayEquals(expected, further);
        }
    }

    @ParameterizedTest(name = "{0} sections, then {1}")
    @CsvSource({"1, 1", "2, 2", "3, 1", "4, 4", "6, 1"})
    void moreSectionsCanBeAddedWhileTheSignalRuns(int first, int more) {
        Cascade growing = new Cascade(sections(first));
        Cascade before = new Cascade(sections(first));
        Cascade behind = new Cascade(sections(more));
        double[] samples = noise(1, 200);
        growing.filter(samples, 0, 200);
        before.filter(noise(1, 200), 0, 200);
        growing = growing.then(sections(more));
        double[] next = noise(2, 200);
        double[] expected = next.clone();
        growing.filter(next, 0, 200);
        before.filter(expected, 0, 200);
        behind.filter(expected, 0, 200);
        assertArrayEquals(expected, next, 1e-12);
    }
}

package twinge.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealFftTest {
    @Test
    void aSpectrumIsThatOfNumPy() throws IOException { // np.fft.rfft(x[:512])
        double[] real = new double[257];
        double[] imaginary = new double[257];
        new RealFft(512).transform(Reference.column("samples.csv", 0), 0, real, imaginary);
        Reference.assertClose(Reference.column("spectrum.csv", 0), real);
        Reference.assertClose(Reference.column("spectrum.csv", 1), imaginary);
    }

    @ParameterizedTest(name = "{0} samples")
    @ValueSource(ints = {16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536})
    void aSpectrumOfAnySizeIsThatOfCommonsMath(int size) {
        double[] samples = Stages.noise(size, size + 3);
        RealFft fft = new RealFft(size);
        double[] real = new double[fft.bins()];
        double[] imaginary = new double[fft.bins()];
        fft.transform(samples, 3, real, imaginary);
        Complex[] expected = new FastFourierTransformer(DftNormalization.STANDARD)
                .transform(Arrays.copyOfRange(samples, 3, 3 + size), TransformType.FORWARD);
        double most = 1e-12 * expected[0].abs();
        for (int k = 0; k < fft.bins(); k++) {
            assertEquals(expected[k].getReal(), real[k], most, "real part of bin " + k);
            assertEquals(expected[k].getImaginary(), imaginary[k], most, "imaginary part of bin " + k);
        }
    }

    @Test
    void aToneOnABinIsInThatBinOnly() { // sum of A cos(w n + phase) exp(-i w n) = A N / 2 exp(i phase)
        double[] tone = new double[1024];
        for (int n = 0; n < tone.length; n++) {
            tone[n] = 3 * StrictMath.cos(2 * Math.PI * 100 * n / 1024 + 0.5);
        }
        double[] real = new double[513];
        double[] imaginary = new double[513];
        new RealFft(1024).transform(tone, 0, real, imaginary);
        assertEquals(1536 * StrictMath.cos(0.5), real[100], 1e-9);
        assertEquals(1536 * StrictMath.sin(0.5), imaginary[100], 1e-9);
        for (int k = 0; k <= 512; k++) {
            assertEquals(k == 100 ? 1536 : 0, Math.hypot(real[k], imaginary[k]), 1e-9);
        }
    }

    @Test
    void otherSizesAndShortArraysAreRefused() {
        for (int size : new int[] {0, 8, 500, 131072, -512}) {
            String message = assertThrows(IllegalArgumentException.class, () -> new RealFft(size))
                    .getMessage();
            assertTrue(message.contains(size + " samples"), message);
        }
        RealFft fft = new RealFft(16);
        assertThrows(
                IndexOutOfBoundsException.class, () -> fft.transform(new double[20], 5, new double[9], new double[9]));
        assertThrows(
                IndexOutOfBoundsException.class, () -> fft.transform(new double[16], 0, new double[8], new double[9]));
    }
}

package twinge.signal;

import java.util.Objects;

/**
 * Fourier transform of real samples: X[k] = sum of x[n] exp(-2 pi i k n / size), for k from 0 to size / 2.
 *
 * <p>Even and odd samples make the real and imaginary parts of half as many complex numbers; those are transformed by
 * Stockham's self-sorting radix-4 steps between two pairs of arrays (Van Loan, Computational Frameworks for the Fast
 * Fourier Transform, 1.7 and 4.3). Tables come from {@link StrictMath} and sums are taken in the written order, so the
 * bits are the same on every machine. Allocates nothing after construction; not for two threads at once.
 */
public final class RealFft {
    private final int size;
    private final int half;

    /** cos and sin of 2 pi k / half, for k from 0 to half. */
    private final double[] cosine;

    private final double[] sine;

    /** cos and sin of 2 pi k / size, for k from 0 to a quarter of the size. */
    private final double[] fineCosine;

    private final double[] fineSine;

    private double[] real;
    private double[] imaginary;
    private double[] nextReal;
    private double[] nextImaginary;

    /** @param size a power of two from 16 to 65536 */
    public RealFft(int size) {
        if (size < 16 || size > 65536 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(
                    "a Fourier transform of " + size + " samples; take a power of two from 16 to 65536");
        }
        this.size = size;
        half = size / 2;
        cosine = new double[half];
        sine = new double[half];
        for (int k = 0; k < half; k++) {
            cosine[k] = StrictMath.cos(2 * Math.PI * k / half);
            sine[k] = StrictMath.sin(2 * Math.PI * k / half);
        }
        fineCosine = new double[size / 4 + 1];
        fineSine = new double[size / 4 + 1];
        for (int k = 0; k <= size / 4; k++) {
            fineCosine[k] = StrictMath.cos(2 * Math.PI * k / size);
            fineSine[k] = StrictMath.sin(2 * Math.PI * k / size);
        }
        real = new double[half];
        imaginary = new double[half];
        nextReal = new double[half];
        nextImaginary = new double[half];
    }

    public int size() {
        return size;
    }

    /** How many values come out: size / 2 + 1, the last at half the sample rate. */
    public int bins() {
        return half + 1;
    }

    /**
     * Transforms {@code size} samples from index {@code from} on.
     *
     * @param intoReal receives the real part of each of the {@link #bins}
     * @param intoImaginary receives the imaginary part
     */
    public void transform(double[] samples, int from, double[] intoReal, double[] intoImaginary) {
        Objects.checkFromIndexSize(from, size, samples.length);
        Objects.checkFromIndexSize(0, bins(), intoReal.length);
        Objects.checkFromIndexSize(0, bins(), intoImaginary.length);
        firstStep(samples, from);
        int stride = 4;
        while (half / stride > 4) {
            step(stride);
            stride *= 4;
        }
        if (half / stride == 4) {
            lastStepOfFour(stride);
        } else if (half / stride == 2) {
            lastStepOfTwo(stride);
        }
        untangle(intoReal, intoImaginary);
    }

    /** The step of stride 1, which reads even and odd samples as real and imaginary parts. */
    private void firstStep(double[] x, int from) {
        int quarter = half / 4;
        double[] yr = real;
        double[] yi = imaginary;
        for (int p = 0; p < quarter; p++) {
            int a = from + 2 * p;
            int b = a + half / 2;
            int c = a + half;
            int d = b + half;
            double sumAcR = x[a] + x[c];
            double sumAcI = x[a + 1] + x[c + 1];
            double gapAcR = x[a] - x[c];
            double gapAcI = x[a + 1] - x[c + 1];
            double sumBdR = x[b] + x[d];
            double sumBdI = x[b + 1] + x[d + 1];
            double gapBdR = x[b] - x[d];
            double gapBdI = x[b + 1] - x[d + 1];
            double oneR = gapAcR + gapBdI;
            double oneI = gapAcI - gapBdR;
            double twoR = sumAcR - sumBdR;
            double twoI = sumAcI - sumBdI;
            double threeR = gapAcR - gapBdI;
            double threeI = gapAcI + gapBdR;
            double cos1 = cosine[p];
            double sin1 = sine[p];
            double cos2 = cosine[2 * p];
            double sin2 = sine[2 * p];
            double cos3 = cosine[3 * p];
            double sin3 = sine[3 * p];
            yr[4 * p] = sumAcR + sumBdR;
            yi[4 * p] = sumAcI + sumBdI;
            yr[4 * p + 1] = cos1 * oneR + sin1 * oneI;
            yi[4 * p + 1] = cos1 * oneI - sin1 * oneR;
            yr[4 * p + 2] = cos2 * twoR + sin2 * twoI;
            yi[4 * p + 2] = cos2 * twoI - sin2 * twoR;
            yr[4 * p + 3] = cos3 * threeR + sin3 * threeI;
            yi[4 * p + 3] = cos3 * threeI - sin3 * threeR;
        }
    }

    private void step(int stride) {
        int quarter = half / 4 / stride;
        for (int p = 0; p < quarter; p++) {
            butterflies(stride, p, real, imaginary, nextReal, nextImaginary);
        }
        swap();
    }

    private void butterflies(int stride, int p, double[] xr, double[] xi, double[] yr, double[] yi) {
        double cos1 = cosine[p * stride];
        double sin1 = sine[p * stride];
        double cos2 = cosine[2 * p * stride];
        double sin2 = sine[2 * p * stride];
        double cos3 = cosine[3 * p * stride];
        double sin3 = sine[3 * p * stride];
        int a = stride * p;
        int b = a + half / 4;
        int c = a + half / 2;
        int d = b + half / 2;
        int out0 = 4 * stride * p;
        int out1 = out0 + stride;
        int out2 = out1 + stride;
        int out3 = out2 + stride;
        for (int q = 0; q < stride; q++) {
            double sumAcR = xr[a + q] + xr[c + q];
            double sumAcI = xi[a + q] + xi[c + q];
            double gapAcR = xr[a + q] - xr[c + q];
            double gapAcI = xi[a + q] - xi[c + q];
            double sumBdR = xr[b + q] + xr[d + q];
            double sumBdI = xi[b + q] + xi[d + q];
            double gapBdR = xr[b + q] - xr[d + q];
            double gapBdI = xi[b + q] - xi[d + q];
            double oneR = gapAcR + gapBdI;
            double oneI = gapAcI - gapBdR;
            double twoR = sumAcR - sumBdR;
            double twoI = sumAcI - sumBdI;
            double threeR = gapAcR - gapBdI;
            double threeI = gapAcI + gapBdR;
            yr[out0 + q] = sumAcR + sumBdR;
            yi[out0 + q] = sumAcI + sumBdI;
            yr[out1 + q] = cos1 * oneR + sin1 * oneI;
            yi[out1 + q] = cos1 * oneI - sin1 * oneR;
            yr[out2 + q] = cos2 * twoR + sin2 * twoI;
            yi[out2 + q] = cos2 * twoI - sin2 * twoR;
            yr[out3 + q] = cos3 * threeR + sin3 * threeI;
            yi[out3 + q] = cos3 * threeI - sin3 * threeR;
        }
    }

    private void lastStepOfFour(int stride) {
        double[] xr = real;
        double[] xi = imaginary;
        double[] yr = nextReal;
        double[] yi = nextImaginary;
        for (int a = 0; a < stride; a++) {
            int b = a + stride;
            int c = b + stride;
            int d = c + stride;
            double sumAcR = xr[a] + xr[c];
            double sumAcI = xi[a] + xi[c];
            double gapAcR = xr[a] - xr[c];
            double gapAcI = xi[a] - xi[c];
            double sumBdR = xr[b] + xr[d];
            double sumBdI = xi[b] + xi[d];
            double gapBdR = xr[b] - xr[d];
            double gapBdI = xi[b] - xi[d];
            yr[a] = sumAcR + sumBdR;
            yi[a] = sumAcI + sumBdI;
            yr[b] = gapAcR + gapBdI;
            yi[b] = gapAcI - gapBdR;
            yr[c] = sumAcR - sumBdR;
            yi[c] = sumAcI - sumBdI;
            yr[d] = gapAcR - gapBdI;
            yi[d] = gapAcI + gapBdR;
        }
        swap();
    }

    private void lastStepOfTwo(int stride) {
        for (int a = 0; a < stride; a++) {
            int b = a + stride;
            nextReal[a] = real[a] + real[b];
            nextImaginary[a] = imaginary[a] + imaginary[b];
            nextReal[b] = real[a] - real[b];
            nextImaginary[b] = imaginary[a] - imaginary[b];
        }
        swap();
    }

    private void swap() {
        double[] wasReal = real;
        double[] wasImaginary = imaginary;
        real = nextReal;
        imaginary = nextImaginary;
        nextReal = wasReal;
        nextImaginary = wasImaginary;
    }

    /** Takes the spectra of even and odd samples apart and joins them: X[k] = even[k] + exp(-2 pi i k / size) odd[k]. */
    private void untangle(double[] intoReal, double[] intoImaginary) {
        double[] zr = real;
        double[] zi = imaginary;
        intoReal[0] = zr[0] + zi[0];
        intoImaginary[0] = 0;
        intoReal[half] = zr[0] - zi[0];
        intoImaginary[half] = 0;
        for (int k = 1; k <= half / 2; k++) {
            int mirror = half - k;
            double evenR = 0.5 * (zr[k] + zr[mirror]);
            double evenI = 0.5 * (zi[k] - zi[mirror]);
            double oddR = 0.5 * (zi[k] + zi[mirror]);
            double oddI = 0.5 * (zr[mirror] - zr[k]);
            double turnedR = fineCosine[k] * oddR + fineSine[k] * oddI;
            double turnedI = fineCosine[k] * oddI - fineSine[k] * oddR;
            intoReal[mirror] = evenR - turnedR;
            intoImaginary[mirror] = turnedI - evenI;
            intoReal[k] = evenR + turnedR;
            intoImaginary[k] = evenI + turnedI;
        }
    }
}

package twinge.signal;

import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;

/**
 * A filter as second-order sections, in the order in which a signal passes them. Immutable.
 *
 * <p>Each section is {@code (b0 + b1/z + b2/z²) / (1 + a1/z + a2/z²)}.
 */
public final class Biquads {
    /** Numbers a section: b0, b1, b2, a1, a2. */
    static final int WIDTH = 5;

    private final double[] coefficients;

    /** @param coefficients b0, b1, b2, a1, a2 of the first section, then of the next; a0 is 1 and left out */
    public Biquads(double... coefficients) {
        if (coefficients.length == 0 || coefficients.length % WIDTH != 0) {
            throw new IllegalArgumentException(coefficients.length
                    + " coefficients are no whole sections; give b0, b1, b2, a1, a2 of each, without a0");
        }
        for (double coefficient : coefficients) {
            if (!Double.isFinite(coefficient)) {
                throw new IllegalArgumentException(
                        "a coefficient of " + coefficient + " in " + Arrays.toString(coefficients));
            }
        }
        this.coefficients = coefficients.clone();
    }

    public int sections() {
        return coefficients.length / WIDTH;
    }

    /** A copy of b0, b1, b2, a1, a2 of one section, counted from 0. */
    public double[] section(int index) {
        return Arrays.copyOfRange(coefficients, WIDTH * index, WIDTH * (index + 1));
    }

    /** This filter followed by another. */
    public Biquads then(Biquads next) {
        double[] both = Arrays.copyOf(coefficients, coefficients.length + next.coefficients.length);
        System.arraycopy(next.coefficients, 0, both, coefficients.length, next.coefficients.length);
        return new Biquads(both);
    }

    /** How many times larger a steady tone comes out than it goes in. */
    public double gain(double frequencyHz, double sampleRateHz) {
        return response(frequencyHz, sampleRateHz).abs();
    }

    Complex response(double frequencyHz, double sampleRateHz) {
        double angle = -2 * Math.PI * frequencyHz / sampleRateHz;
        Complex delay = new Complex(StrictMath.cos(angle), StrictMath.sin(angle));
        Complex response = Complex.ONE;
        for (int at = 0; at < coefficients.length; at += WIDTH) {
            Complex above = polynomial(coefficients[at], coefficients[at + 1], coefficients[at + 2], delay);
            Complex below = polynomial(1, coefficients[at + 3], coefficients[at + 4], delay);
            response = response.multiply(above).divide(below);
        }
        return response;
    }

    private static Complex polynomial(double constant, double first, double second, Complex delay) {
        return delay.multiply(second).add(first).multiply(delay).add(constant);
    }
}

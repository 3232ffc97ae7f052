package twinge.signal;

import org.apache.commons.math3.complex.Complex;

/**
 * One or two poles of a filter after the bilinear transform z = (1 + s) / (1 - s): the denominator of a section.
 *
 * @param single whether there is one pole only
 * @param real real part of the (first) pole
 * @param a1 minus the poles' sum
 * @param a2 the poles' product
 * @param scale product of 1 - s over the analogue poles, which the transform leaves in the gain
 * @param distanceToCircle of the pole nearest to it
 */
record PolePair(boolean single, double real, double a1, double a2, double scale, double distanceToCircle) {
    /** A pole and its conjugate, or the one pole if it is real. */
    static PolePair of(Complex s) {
        if (s.getImaginary() == 0) {
            double pole = (1 + s.getReal()) / (1 - s.getReal());
            return new PolePair(true, pole, -pole, 0, 1 - s.getReal(), 1 - Math.abs(pole));
        }
        double squares = s.getReal() * s.getReal() + s.getImaginary() * s.getImaginary();
        double scale = (1 - s.getReal()) * (1 - s.getReal()) + s.getImaginary() * s.getImaginary();
        double real = (1 - squares) / scale;
        double product = ((1 + s.getReal()) * (1 + s.getReal()) + s.getImaginary() * s.getImaginary()) / scale;
        return new PolePair(false, real, -2 * real, product, scale, 1 - Math.sqrt(product));
    }

    /** Two real poles. */
    static PolePair of(double firstS, double secondS) {
        PolePair first = of(new Complex(firstS));
        PolePair second = of(new Complex(secondS));
        PolePair nearer = first.distanceToCircle < second.distanceToCircle ? first : second;
        return new PolePair(
                false,
                nearer.real,
                first.a1 + second.a1,
                first.a1 * second.a1,
                first.scale * second.scale,
                nearer.distanceToCircle);
    }
}

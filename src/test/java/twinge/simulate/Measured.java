package twinge.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import twinge.frames.Block;
import twinge.frames.Channel.Side;

/** What the tests measure on simulated signals, independently of what made them. */
final class Measured {
    static final int RATE = 1000;

    private Measured() {}

    /** A pair of electrodes that picks up its muscle alone. */
    static Site bare(Side side, String vertebra) {
        return Site.erectorSpinae(side, vertebra).withPickup(0, 0, 0, 0);
    }

    /** One bare channel at 1000 Hz without drift, unsteadiness or sensor. */
    static Scenario.Builder bareScenario(long seed, double seconds) {
        return Scenario.of("test", seed, seconds, List.of(bare(Side.LEFT, "L3")))
                .drift(0)
                .unsteadiness(0);
    }

    /** Every sample of stream 0 in µV, [channel][frame]. */
    static double[][] play(Scenario scenario) {
        return play(new Simulation(scenario), 0);
    }

    /** Every sample of a stream in its unit; 0 where it is missing. */
    static double[][] play(Simulation simulation, int stream) {
        var played = simulation.streams().get(stream);
        int frames = (int) Math.round(simulation.scenario().seconds() * played.rateHz());
        double[][] samples = new double[played.montage().size()][frames];
        for (Block block = simulation.next(); block != null; block = simulation.next()) {
            for (int channel = 0; block.stream() == stream && channel < samples.length; channel++) {
                for (int i = 0; i < block.frames(); i++) {
                    samples[channel][(int) block.firstFrame() + i] = block.missing(channel, i)
                            ? 0
                            : played.montage().channel(channel).scale().physical(block.count(channel, i));
                }
            }
        }
        return samples;
    }

    static double[] part(double[] signal, double fromSeconds, double toSeconds) {
        return Arrays.copyOfRange(signal, (int) (fromSeconds * RATE), (int) (toSeconds * RATE));
    }

    static double rms(double[] signal) {
        return Math.sqrt(Arrays.stream(signal).map(x -> x * x).average().getAsDouble());
    }

    static double excessKurtosis(double[] signal) {
        double square = Arrays.stream(signal).map(x -> x * x).average().getAsDouble();
        return Arrays.stream(signal).map(x -> x * x * x * x).average().getAsDouble() / square / square - 3;
    }

    /** Frequency that halves the power above 5 Hz, from Hann windows of 1.024 s. */
    static double medianFrequencyHz(double[] signal) {
        double[] power = power(signal, 1024);
        double half = Arrays.stream(power, 5, power.length).sum() / 2;
        int bin = 5;
        for (double sum = power[bin]; sum < half; sum += power[bin]) {
            bin++;
        }
        return bin * RATE / 1024.0;
    }

    /** Mean power at each multiple of {@code RATE / length}, from Hann windows that overlap by half. */
    static double[] power(double[] signal, int length) {
        FastFourierTransformer transformer = new FastFourierTransformer(DftNormalization.STANDARD);
        double[] power = new double[length / 2];
        for (int from = 0; from + length <= signal.length; from += length / 2) {
            double[] window = Arrays.copyOfRange(signal, from, from + length);
            for (int i = 0; i < length; i++) {
                window[i] *= 1 - Math.cos(2 * Math.PI * i / length);
            }
            Complex[] spectrum = transformer.transform(window, TransformType.FORWARD);
            for (int bin = 0; bin < power.length; bin++) {
                power[bin] += spectrum[bin].abs() * spectrum[bin].abs();
            }
        }
        return power;
    }

    /** Sine amplitude of a signal at one frequency, by projection. */
    static double amplitudeAt(double[] signal, double hertz) {
        double sine = 0;
        double cosine = 0;
        for (int i = 0; i < signal.length; i++) {
            sine += signal[i] * Math.sin(2 * Math.PI * hertz * i / RATE);
            cosine += signal[i] * Math.cos(2 * Math.PI * hertz * i / RATE);
        }
        return 2 * Math.hypot(sine, cosine) / signal.length;
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(x -> x).average().getAsDouble();
    }

    /** Standard deviation over mean. */
    static double variation(List<Double> values) {
        double mean = mean(values);
        return Math.sqrt(values.stream()
                        .mapToDouble(x -> (x - mean) * (x - mean))
                        .average()
                        .getAsDouble())
                / mean;
    }

    /** Writes down when each unit fires. */
    static FiringListener into(Map<Integer, List<Double>> firings) {
        return (channel, unit, seconds) ->
                firings.computeIfAbsent(unit, key -> new ArrayList<>()).add(seconds);
    }

    /** From each to the next. */
    static List<Double> intervals(List<Double> times) {
        List<Double> intervals = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            intervals.add(times.get(i) - times.get(i - 1));
        }
        return intervals;
    }
}

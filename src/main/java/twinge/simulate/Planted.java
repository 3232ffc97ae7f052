package twinge.simulate;

import java.util.ArrayList;
import java.util.List;
import twinge.frames.Channel;

/**
 * The bare muscle signal of one event, without noise or converter, to be added to a real recording.
 *
 * @param signal its root mean square is 1 within the bursts; multiply by the µV that are wanted
 * @param bursts what is in it, by onset, from its first sample on
 * @param train the same as one event
 */
public record Planted(double[] signal, List<Truth> bursts, Truth train) {
    private static final double LEAD_SECONDS = 0.05;

    public Planted {
        signal = signal.clone();
        bursts = List.copyOf(bursts);
    }

    @Override
    public double[] signal() {
        return signal.clone();
    }

    /** A clonus train at half of full drive with a usual unevenness of its intervals. */
    public static Planted clonus(long seed, double seconds, double clonusRateHz, double sampleRateHz) {
        return of(
                seed,
                sampleRateHz,
                Event.rhythmic(Behaviour.CLONUS, LEAD_SECONDS, seconds, 0.5, clonusRateHz, 0.1, 0.07, 0));
    }

    /** A tonic spasm, up within {@code riseSeconds} and slowly dying away. */
    public static Planted spasm(long seed, double seconds, double riseSeconds, double sampleRateHz) {
        return of(
                seed,
                sampleRateHz,
                Event.ramped(
                        Behaviour.SPASM,
                        LEAD_SECONDS,
                        seconds,
                        0.5,
                        riseSeconds,
                        Math.min(0.4, seconds - riseSeconds),
                        0));
    }

    /** A voluntary hold of the same shape as a spasm may have. */
    public static Planted hold(long seed, double seconds, double riseSeconds, double fallSeconds, double sampleRateHz) {
        return of(
                seed,
                sampleRateHz,
                Event.ramped(Behaviour.HOLD, LEAD_SECONDS, seconds, 0.5, riseSeconds, fallSeconds, 0));
    }

    /** Any event of one channel, given for channel 0; the signal ends 50 ms after it. */
    public static Planted of(long seed, double sampleRateHz, Event event) {
        Site site = Site.erectorSpinae(Channel.Side.LEFT, "L3");
        Scenario scenario = Scenario.of("planted", seed, event.endSeconds() + LEAD_SECONDS, List.of(site))
                .rate(sampleRateHz)
                .add(event)
                .build();
        Plan plan = new Plan(scenario);
        Electrodes electrodes = new Electrodes(scenario, plan, (channel, unit, seconds) -> {});
        double[] signal = new double[(int) Math.round(scenario.seconds() * sampleRateHz)];
        for (int frame = 0; frame < signal.length; frame++) {
            electrodes.next();
            signal[frame] = electrodes.muscleMicrovolts(0);
        }
        double size = rootMeanSquare(signal, plan.bursts, sampleRateHz);
        for (int frame = 0; frame < signal.length; frame++) {
            signal[frame] /= size;
        }
        Truth first = plan.bursts.get(0);
        double end = plan.bursts.stream().mapToDouble(Truth::endSeconds).max().getAsDouble();
        return new Planted(
                signal,
                new ArrayList<>(plan.bursts),
                new Truth(first.onsetSeconds(), end - first.onsetSeconds(), first.behaviour(), first.channel()));
    }

    private static double rootMeanSquare(double[] signal, List<Truth> bursts, double sampleRateHz) {
        double squares = 0;
        long counted = 0;
        for (Truth burst : bursts) {
            int last = (int) Math.min(signal.length, burst.endSeconds() * sampleRateHz);
            for (int frame = (int) Math.ceil(burst.onsetSeconds() * sampleRateHz); frame < last; frame++) {
                squares += signal[frame] * signal[frame];
                counted++;
            }
        }
        return Math.sqrt(squares / counted);
    }
}

package twinge.wire;

import java.util.Random;

/**
 * Surface EMG as an electrode has it, µV, with all that makes honest samples look strange: bursts of up to 400 µV rms that
 * begin within 10 ms, lone fibre potentials of 3 to 10 ms, heartbeats, mains hum, sway, movement of millivolts, and a cable
 * that strikes the rails for half a millisecond to 40 ms. Seeded.
 */
final class EmgLike {
    static final double RAIL_MICROVOLTS = 187_500;

    private final Random random;
    private final double rateHz;
    private final double rail;
    private final double lowPass;
    private final double highPass;
    private double low;
    private double lower;
    private double swaying;
    private double envelope;
    private double target;
    private long changes;
    private long heartbeat;
    private long potential;
    private long potentialCentre = -1;
    private double potentialMicrovolts;
    private double potentialSeconds;
    private long movement;
    private double moving;
    private long strike;
    private long struckUntil = -1;
    private double struck;
    private final double hum;
    private final double scaled;
    private final double rising;
    private final double calming;
    private final double swayed;
    private long sample;

    EmgLike(long seed, double rateHz, double railMicrovolts) {
        random = new Random(seed);
        this.rateHz = rateHz;
        rail = railMicrovolts;
        lowPass = 1 - Math.exp(-2 * Math.PI * Math.min(200, rateHz / 4) / rateHz);
        highPass = 1 - Math.exp(-2 * Math.PI * 20 / rateHz);
        scaled = 1 / Math.sqrt(lowPass / (2 - lowPass));
        rising = 1 - Math.exp(-1 / (0.004 * rateHz));
        calming = Math.exp(-1 / (0.2 * rateHz));
        swayed = 1 - Math.exp(-1 / (0.02 * rateHz));
        hum = 5 + 10 * random.nextDouble();
        heartbeat = next(0.8);
        potential = next(2);
        movement = next(15);
        strike = next(30);
    }

    private long next(double meanSeconds) {
        return sample + 1 + (long) (meanSeconds * rateHz * (0.5 + random.nextDouble()));
    }

    double next() {
        double seconds = sample / rateHz;
        double value = 4 * random.nextGaussian() + hum * Math.sin(2 * Math.PI * 50 * seconds);
        value += 200 * Math.sin(2 * Math.PI * 0.3 * seconds) + muscle() + heart() + fibre() + movement();
        if (sample >= strike) {
            struck = random.nextBoolean() ? rail : -rail;
            struckUntil = sample + Math.max(1, (long) (rateHz * (0.0005 + 0.04 * Math.pow(random.nextDouble(), 3))));
            strike = random.nextInt(3) > 0 ? struckUntil + 1 + random.nextInt(20) : next(30);
        }
        value = sample < struckUntil ? struck : value;
        sample++;
        return Math.max(-rail, Math.min(rail, value));
    }

    /** Noise between 20 and 200 Hz under an envelope: a third of the time active. */
    private double muscle() {
        if (sample >= changes) {
            boolean active = target == 0 && random.nextInt(3) > 0;
            target = active ? 20 * Math.pow(20, random.nextDouble()) : 0; // 20 to 400 µV
            changes = next(active ? 0.5 : 1);
        }
        envelope += (target - envelope) * rising;
        low += lowPass * (random.nextGaussian() * scaled - low);
        lower += highPass * (low - lower);
        return envelope * (low - lower);
    }

    private double heart() {
        double from = (sample - heartbeat) / rateHz;
        if (from > 0.1) {
            heartbeat = next(0.8);
        }
        if (Math.abs(from) > 0.1) {
            return 0;
        }
        return 300 * bell(from, 0.010) - 80 * bell(from + 0.025, 0.008) - 120 * bell(from - 0.028, 0.010);
    }

    /** A fasciculation: one motor unit fires once. */
    private double fibre() {
        if (sample >= potential) {
            potentialSeconds = 0.0008 + 0.002 * random.nextDouble();
            potentialCentre = sample + (long) (5 * potentialSeconds * rateHz);
            potentialMicrovolts = 100 + 400 * random.nextDouble();
            potential = next(2);
        }
        double from = (sample - potentialCentre) / rateHz / potentialSeconds;
        return potentialCentre < 0 || Math.abs(from) > 6
                ? 0
                : potentialMicrovolts * 1.65 * -from * Math.exp(-from * from / 2);
    }

    private double movement() {
        if (sample >= movement) {
            moving = 5000 * random.nextGaussian();
            movement = next(15);
        }
        moving *= calming;
        swaying += (moving - swaying) * swayed;
        return swaying;
    }

    private static double bell(double seconds, double width) {
        return Math.exp(-seconds * seconds / (2 * width * width));
    }
}

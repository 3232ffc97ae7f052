package twinge.simulate;

import java.util.ArrayDeque;
import java.util.Deque;

/** The heartbeat as electrodes on the back pick it up: P, Q, R, S and T as Gaussians, QRS 80 to 100 ms wide. */
final class Heart {
    /** Centre after the R peak and width, in seconds, and height in parts of the R wave. */
    private record Wave(double centre, double width, double height) {}

    private static final Wave[] WAVES = {
        new Wave(-0.16, 0.022, 0.10),
        new Wave(-0.027, 0.008, -0.14),
        new Wave(0, 0.0095, 1),
        new Wave(0.030, 0.0095, -0.28),
        new Wave(0.25, 0.045, 0.22)
    };

    private static final double REACH = 4; // widths
    private static final double LEAD_SECONDS = 0.30;
    private static final double TAIL_SECONDS = 0.50;
    private static final double BREATHS_HZ = 0.25;
    private static final double BREATHING_DEPTH = 0.03;

    private final double beatsPerMinute;
    private final double variation;
    private final Dice dice;
    private final double[][] heights; // [site][wave], µV
    private final Deque<Double> peaks = new ArrayDeque<>();
    private double last;

    /** @param variation standard deviation over mean of the beats' intervals, beside the breathing */
    Heart(double beatsPerMinute, double variation, double[] heartMicrovolts, Dice dice) {
        this.beatsPerMinute = beatsPerMinute;
        this.variation = variation;
        this.dice = dice;
        heights = new double[heartMicrovolts.length][WAVES.length];
        for (int site = 0; site < heights.length; site++) {
            for (int wave = 0; wave < WAVES.length; wave++) {
                // Each pair looks at the heart from another side: the R wave as asked, the others more or less of it.
                double seen = WAVES[wave].height() == 1 ? 1 : dice.between(0.5, 1.5);
                heights[site][wave] = heartMicrovolts[site] * WAVES[wave].height() * seen;
            }
        }
        last = dice.between(-60, 0) / beatsPerMinute;
    }

    /** Adds the heartbeat at a time to each site's signal; times must rise. */
    void addTo(double[] microvolts, double seconds) {
        while (last < seconds + LEAD_SECONDS) {
            double breathing = 1 + BREATHING_DEPTH * StrictMath.sin(2 * Math.PI * BREATHS_HZ * last);
            last += 60 / beatsPerMinute * breathing * Math.max(0.3, 1 + variation * dice.gaussian());
            peaks.add(last);
        }
        while (peaks.peek() < seconds - TAIL_SECONDS) {
            peaks.remove();
        }
        for (double peak : peaks) {
            for (int wave = 0; wave < WAVES.length; wave++) {
                double away = (seconds - peak - WAVES[wave].centre()) / WAVES[wave].width();
                if (Math.abs(away) < REACH) {
                    double bell = StrictMath.exp(-away * away / 2);
                    for (int site = 0; site < microvolts.length; site++) {
                        microvolts[site] += heights[site][wave] * bell;
                    }
                }
            }
        }
    }
}

package twinge.simulate;

/**
 * Units near one electrode that fire on their own: many irregular, some in doublets, all waxing and waning together
 * (Minetto et al. 2009), with smaller and shorter potentials than in a willed contraction (Roeleveld et al. 2000).
 *
 * <p>The units take turns: each place in the cramp is held by one unit for a while, then by another.
 */
final class Cramp {
    private static final double LEAST_RATE_HZ = 6;
    private static final double MOST_RATE_HZ = 25;
    private static final double DOUBLET_CHANCE = 0.041;
    private static final Range DOUBLET_SECONDS = new Range(0.003, 0.008);
    private static final double COMMON_RATE_HZ = 1.4;
    private static final double COMMON_DEPTH = 0.25;
    private static final Range SHORTER = new Range(0.5, 0.7);
    private static final Range PEAK = new Range(0.3, 1);
    private static final Range SECOND = new Range(0.3, 1);
    private static final double USUAL_WIDTH_SECONDS = 0.0026;
    private static final double USUAL_DELAY_SECONDS = 0.005;
    private static final int FIRST_UNIT = 1000;

    private final Dice dice;
    private final double rateHz;
    private final double overSeconds;
    private final double spread; // of the logarithm of an interval
    private final double commonPhase;
    private final double scale;
    private final double[] rate;
    private final Potential[] potential;
    private final int[] unit;
    private final double[] handsOver; // when another unit takes the place
    private final double[] stops;
    private final double[] fires;
    private int units;

    Cramp(Event event, Site site, double rateHz, Dice dice) {
        this.dice = dice;
        this.rateHz = rateHz;
        // What is asked for includes the common waxing and waning, whose variance is half its depth squared.
        double own = Math.max(0, event.variation() * event.variation() - COMMON_DEPTH * COMMON_DEPTH / 2);
        overSeconds = event.endSeconds() + 1;
        spread = Math.sqrt(StrictMath.log(1 + own));
        commonPhase = dice.between(0, 2 * Math.PI);
        int places = (int) (15 + 50 * event.level());
        rate = new double[places];
        potential = new Potential[places];
        unit = new int[places];
        handsOver = new double[places];
        stops = new double[places];
        fires = new double[places];
        double power = 0;
        for (int place = 0; place < places; place++) {
            double from = event.onsetSeconds() + event.riseSeconds() * place / places;
            take(place, from);
            fires[place] = place == 0 ? from : from + dice.uniform() / rate[place];
            stops[place] = event.endSeconds() - event.fallSeconds() * dice.uniform();
            power += rate[place] * potential[place].energy();
        }
        stops[places - 1] = event.endSeconds();
        scale = event.level() * site.maximumMicrovolts() / Math.sqrt(power);
    }

    /** Fires into the muscle what falls before the end of the frame to come. */
    void play(long frame, Muscle muscle) {
        double end = (frame + 1) / rateHz;
        for (int place = 0; place < fires.length; place++) {
            while (fires[place] < end && fires[place] < stops[place]) {
                muscle.fire(unit[place], fires[place] * rateHz - frame, potential[place].times(scale));
                advance(place);
            }
        }
    }

    /** Whether it fires no more. */
    boolean over(double seconds) {
        return seconds > overSeconds;
    }

    private void advance(int place) {
        double now = fires[place];
        if (now >= handsOver[place]) {
            take(place, now);
        }
        if (dice.chance(DOUBLET_CHANCE)) {
            fires[place] += DOUBLET_SECONDS.draw(dice);
            return;
        }
        double common = 1 + COMMON_DEPTH * StrictMath.sin(2 * Math.PI * COMMON_RATE_HZ * now + commonPhase);
        // Log-normal of mean 1: a bell curve this wide would ask for intervals below nothing.
        double jitter = StrictMath.exp(spread * dice.gaussian() - spread * spread / 2);
        fires[place] += jitter / (rate[place] * common);
    }

    private void take(int place, double now) {
        rate[place] = dice.gaussian(14.5, 5.1, LEAST_RATE_HZ, MOST_RATE_HZ);
        handsOver[place] = now + dice.gaussian(23.6, 16.2, 2, 60);
        double peak = PEAK.drawRatio(dice);
        potential[place] = new Potential(
                dice.chance(0.5) ? peak : -peak,
                USUAL_WIDTH_SECONDS * SHORTER.draw(dice),
                USUAL_DELAY_SECONDS * SHORTER.draw(dice),
                SECOND.draw(dice));
        unit[place] = FIRST_UNIT + units++;
    }
}

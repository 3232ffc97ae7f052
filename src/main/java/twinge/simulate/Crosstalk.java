package twinge.simulate;

import java.util.List;

/**
 * What each pair of electrodes picks up of its neighbours' muscle: less with distance, and later along the fibres.
 *
 * <p>A pair 35 mm away gives about a seventh, one across the spine about a twentieth.
 */
final class Crosstalk {
    private static final double NEAREST = 0.6;
    private static final double FADING_MILLIMETRES = 25;
    private static final double FIBRE_MILLIMETRES_PER_SECOND = 4000;

    /** Beyond this, no fibre runs from one to the other. */
    private static final double FIBRE_MILLIMETRES = 80;

    private final double[][] share; // [onto][from]
    private final int[][] delayFrames;
    private final double[][] past; // [from][frame in a ring]
    private int now;

    Crosstalk(List<Site> sites, double strength, double rateHz) {
        int size = sites.size();
        share = new double[size][size];
        delayFrames = new int[size][size];
        int longest = 0;
        for (int onto = 0; onto < size; onto++) {
            for (int from = 0; from < size; from++) {
                double down =
                        sites.get(onto).downMillimetres() - sites.get(from).downMillimetres();
                double right =
                        sites.get(onto).rightMillimetres() - sites.get(from).rightMillimetres();
                double away = Math.sqrt(down * down + right * right);
                share[onto][from] = onto == from ? 1 : strength * NEAREST * StrictMath.exp(-away / FADING_MILLIMETRES);
                double along = Math.min(Math.abs(down), FIBRE_MILLIMETRES);
                delayFrames[onto][from] = (int) Math.round(along / FIBRE_MILLIMETRES_PER_SECOND * rateHz);
                longest = Math.max(longest, delayFrames[onto][from]);
            }
        }
        past = new double[size][Integer.highestOneBit(longest + 1) * 2];
    }

    /** Moves on by a frame: from what each muscle gives to what each pair sees, both in µV. */
    void next(double[] muscle, double[] seen) {
        int mask = past[0].length - 1;
        for (int from = 0; from < muscle.length; from++) {
            past[from][now & mask] = muscle[from];
        }
        for (int onto = 0; onto < seen.length; onto++) {
            double sum = 0;
            for (int from = 0; from < muscle.length; from++) {
                sum += share[onto][from] * past[from][now - delayFrames[onto][from] & mask];
            }
            seen[onto] = sum;
        }
        now++;
    }
}

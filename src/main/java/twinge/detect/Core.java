package twinge.detect;

/**
 * The shortest stretch that carries most of a burst's energy: how long a twitch itself is, without the ringing of filters and
 * the reach of the envelope. It is a share of the burst's own energy, so a strong twitch is no longer than a weak one.
 *
 * @param from its first frame
 * @param to the frame after its last
 */
record Core(long from, long to) {
    /** So much tells a potential from a contraction: 3 to 16 ms for potentials of 5 to 15 ms, over 20 ms for contractions. */
    static final double MOST = 0.8;
    /** So much is about as long as the potential is seen. */
    static final double NEARLY_ALL = 0.9;

    private static final double LEAST_TIMES = 4;

    /**
     * The core of what lies between two frames, all of which must be here; null if no sample reaches four times rest.
     *
     * @param rest RMS of what is there without the burst
     */
    static Core of(Samples samples, long from, long to, double rest, double share) {
        double noise = rest * rest;
        double all = 0;
        double highest = 0;
        for (long frame = from; frame < to; frame++) {
            double energy = samples.at(frame) * samples.at(frame);
            all += energy - noise;
            highest = Math.max(highest, energy);
        }
        if (!(highest > LEAST_TIMES * LEAST_TIMES * noise)) {
            return null;
        }
        Core best = new Core(from, to);
        long first = from;
        double held = 0;
        for (long frame = from; frame < to; frame++) {
            held += above(samples, frame, noise);
            while (first < frame && held - above(samples, first, noise) >= share * all) {
                held -= above(samples, first++, noise);
            }
            if (held >= share * all && frame + 1 - first < best.frames()) {
                best = new Core(first, frame + 1);
            }
        }
        return best;
    }

    private static double above(Samples samples, long frame, double noise) {
        return samples.at(frame) * samples.at(frame) - noise;
    }

    long frames() {
        return to - from;
    }
}

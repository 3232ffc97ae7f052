package twinge.simulate;

/**
 * A piece of trunk movement, stated so that electrodes and motion sensor can each look at it on their own clock.
 *
 * @param size degrees of a bend; g of a step, a shake or a knock
 * @param turn direction of what alternates: 1 or -1
 */
record Movement(Shape shape, double onsetSeconds, double endSeconds, double size, int turn) {
    enum Shape {
        /** Down and up again, once. */
        BEND,
        /** A heel strike, then once up and down. */
        STEP,
        /** Once to and fro. */
        SHAKE,
        /** A blow that rings out. */
        KNOCK
    }

    /** Values that {@link #addTo} adds to: acceleration up, left and back (g), rotation about them (degrees/s), then: */
    static final int KNOCK_G = 6;

    /** How fast it moves, 0 to about 1: what makes cables sway. */
    static final int SWAY = 7;

    static final int VALUES = 8;

    /** A bend from which on cables sway all they can. */
    private static final double WHOLE_BEND_DEGREES = 45;

    private static final double RING_HZ = 9;
    private static final double RING_SECONDS = 0.06;
    private static final double RINGS_ON_SECONDS = 0.4;

    /** When nothing is left of it. */
    double overSeconds() {
        return shape == Shape.BEND ? endSeconds : Math.max(endSeconds, onsetSeconds + RINGS_ON_SECONDS);
    }

    void addTo(double[] motion, double seconds) {
        double part = (seconds - onsetSeconds) / (endSeconds - onsetSeconds);
        boolean within = part >= 0 && part < 1;
        switch (shape) {
            case BEND -> {
                if (within) {
                    bend(motion, part);
                }
            }
            case STEP -> {
                if (within) {
                    double wave = StrictMath.sin(2 * Math.PI * part);
                    motion[0] += size * wave;
                    motion[2] += 0.3 * size * StrictMath.cos(2 * Math.PI * part);
                    motion[1] += 0.4 * size * turn * StrictMath.sin(Math.PI * part);
                    motion[3] += 60 * size * turn * StrictMath.sin(Math.PI * part);
                    motion[SWAY] += 0.4 * Math.abs(wave);
                }
                ring(motion, seconds, 1.5 * size);
            }
            case SHAKE -> {
                if (within) {
                    double wave = StrictMath.sin(2 * Math.PI * part);
                    motion[2] += size * wave;
                    motion[5] += 40 * size * wave;
                    motion[SWAY] += 0.1;
                }
            }
            case KNOCK -> ring(motion, seconds, size);
        }
    }

    private void bend(double[] motion, double part) {
        double angle = StrictMath.toRadians(size) * (1 - StrictMath.cos(2 * Math.PI * part)) / 2;
        double speed = StrictMath.sin(2 * Math.PI * part);
        motion[0] += StrictMath.cos(angle) - 1;
        motion[2] += StrictMath.sin(angle);
        motion[4] += size * Math.PI / (endSeconds - onsetSeconds) * speed;
        motion[1] += 0.05 * turn * StrictMath.sin(angle); // nobody bends quite straight
        motion[3] += 0.12 * turn * size * speed;
        motion[5] += 0.08 * turn * size * speed;
        motion[SWAY] += Math.abs(speed) * Math.min(1, size / WHOLE_BEND_DEGREES);
    }

    private void ring(double[] motion, double seconds, double strength) {
        double since = seconds - onsetSeconds;
        if (since >= 0 && since < RINGS_ON_SECONDS) {
            double blow =
                    strength * StrictMath.exp(-since / RING_SECONDS) * StrictMath.sin(2 * Math.PI * RING_HZ * since);
            motion[0] += blow;
            motion[2] += 0.5 * blow;
            motion[KNOCK_G] += blow;
        }
    }
}

package twinge.simulate;

/**
 * One stretch of drive to one muscle's pool: up in a line, held (or dying away), down in a line.
 *
 * @param decay part of the level that is left at the end of the plateau; 1 if it is held
 */
record Activation(
        double onsetSeconds, double endSeconds, double level, double riseSeconds, double fallSeconds, double decay) {

    /** The drive at a time, above 0 from the onset to before the end. */
    double at(double seconds) {
        double since = seconds - onsetSeconds;
        double left = endSeconds - seconds;
        if (since < 0 || left <= 0) {
            return 0;
        }
        double shape =
                Math.min(since < riseSeconds ? since / riseSeconds : 1, left < fallSeconds ? left / fallSeconds : 1);
        double held = decay == 1 ? 1 : 1 - (1 - decay) * since / (endSeconds - onsetSeconds);
        return Math.max(level * shape * held, Double.MIN_NORMAL);
    }
}

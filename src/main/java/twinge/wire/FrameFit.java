package twinge.wire;

/** How many frames of fixed length lie in overheard bytes, counting on one from another. */
final class FrameFit {
    private FrameFit() {}

    /**
     * @param counterAt where in a frame its number of 8 bits lies
     * @param certainFrames so many in a row, each numbered one more than the last, are no chance
     */
    static Fit of(byte[] bytes, int length, FrameFinder.Shape shape, int frameBytes, int counterAt, int certainFrames) {
        Intake intake = new Intake();
        intake.add(bytes, 0, length);
        int frames = 0;
        int run = 0;
        int longest = 0;
        int counter = -1;
        while (intake.size() >= frameBytes) {
            if (!shape.begins(intake, 0) || !shape.fits(intake, 0)) {
                intake.discard(1);
                run = 0;
                counter = -1;
                continue;
            }
            run = counter < 0 || intake.at(counterAt) == (counter + 1 & 0xFF) ? run + 1 : 1;
            counter = intake.at(counterAt);
            longest = Math.max(longest, run);
            frames++;
            intake.use(frameBytes);
        }
        if (longest < 2) {
            return Fit.NONE;
        }
        String words = frames + " frames of " + frameBytes + " bytes, " + longest + " of them numbered in a row";
        return new Fit(frames, (double) frames * frameBytes / length, longest >= certainFrames, words);
    }
}

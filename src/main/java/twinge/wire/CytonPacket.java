package twinge.wire;

/**
 * What 33 bytes of a Cyton say.
 *
 * @param counter sample number, 0 to 255
 * @param stop the last byte, 0xC0 to 0xC6: what the auxiliary bytes mean
 * @param counts of its eight channels
 * @param words the six auxiliary bytes as three words of 16 bits
 * @param inStep whether no byte came between it and the packet before
 */
record CytonPacket(int counter, int stop, int[] counts, int[] words, boolean inStep, long arrivalNanos) {
    static final int BYTES = 33;
    static final int CHANNELS = 8;

    /** Where packets lie in the bytes. */
    static final FrameFinder.Shape SHAPE = new FrameFinder.Shape() {
        @Override
        public int head() {
            return 1;
        }

        @Override
        public boolean begins(Intake intake, int at) {
            return intake.at(at) == 0xA0;
        }

        @Override
        public boolean fits(Intake intake, int at) {
            int stop = intake.at(at + BYTES - 1);
            return intake.at(at) == 0xA0 && stop >= 0xC0 && stop <= 0xC6;
        }
    };

    static CytonPacket read(Intake intake, boolean inStep, long arrivalNanos) {
        int[] counts = new int[CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
            int at = 2 + 3 * channel;
            int count = (byte) intake.at(at) << 16 | intake.word(at + 1);
            counts[channel] = Math.max(count, -Cyton.FULL_SCALE_COUNTS); // both are the lower rail
        }
        int[] words = {intake.word(26), intake.word(28), intake.word(30)};
        return new CytonPacket(intake.at(1), intake.at(BYTES - 1), counts, words, inStep, arrivalNanos);
    }

    /** Whether the board tells its own time. */
    boolean stamped() {
        return stop >= 0xC3;
    }

    /** Milliseconds since the board began, 32 bits. */
    long boardMillis() {
        return (long) words[1] << 16 | words[2];
    }

    CytonPacket with(int rightCounter, int rightStop) {
        return new CytonPacket(rightCounter, rightStop, counts, words, inStep, arrivalNanos);
    }

    /** The frames from another packet's number to this one's, 0 to 255. */
    int after(CytonPacket other) {
        return counter - other.counter & 0xFF;
    }
}

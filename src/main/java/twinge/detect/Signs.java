package twinge.detect;

/** What a channel tells the judge as it goes along. Frames are of the channel's stream. */
interface Signs {
    /** A burst seems to begin. */
    void began(int stream, int channel, int layer, long onsetFrame, long decidedFrame);

    /** It was none. */
    void vanished(int stream, int channel, int layer, long onsetFrame, long decidedFrame);

    /** A burst has ended. */
    void ended(Activity activity, long decidedFrame);

    /** A burst lasts, and is by now as the activity says; it may end later. */
    void lasting(Activity soFar, long decidedFrame);

    /** A short rise of the fast envelope has ended: one beat of a rhythm, if there is one. */
    void pulsed(int stream, int channel, Pulse pulse);

    /** The envelope from {@code fromFrame} to {@code toFrame} repeats {@code rateHz} times a second. */
    void rhythmic(int stream, int channel, long fromFrame, long toFrame, double rateHz, double strength);

    /** A heartbeat's peak. */
    void beat(int stream, int channel, long frame);

    /** A heartbeat's peak, known by its shape, that was taken off the signal. */
    void takenOff(int stream, int channel, long frame);

    /** A stretch that should not be trusted still goes on, or may: what is known of it and has not been told. */
    void flawing(int stream, int channel, Finding.Reason reason, long firstFrame, long endFrame);

    /** A stretch that should not be trusted, or a part of one that goes on. */
    void flawed(Finding.Quality quality);

    /**
     * The envelope of one bin.
     *
     * @param middleFrame middle of what the envelope spans, its delay taken off
     * @param frames length of a bin
     * @param detection on the detection path
     * @param aboveRest on the amplitude path, less rest: in µV, or in multiples of rest where the channel is not calibrated
     */
    void level(int stream, int channel, double middleFrame, int frames, double detection, double aboveRest);

    /** What the detector compares, for drawing. */
    void trace(Finding.Trace trace);

    /**
     * One short rise of the fast envelope.
     *
     * @param peak highest fast envelope on the amplitude path
     */
    record Pulse(long onsetFrame, long endFrame, double peak, double peakTimesRest) {
        static Pulse state(State io, Pulse p) {
            boolean w = p != null;
            return new Pulse(
                    io.whole(w ? p.onsetFrame : 0),
                    io.whole(w ? p.endFrame : 0),
                    io.real(w ? p.peak : 0),
                    io.real(w ? p.peakTimesRest : 0));
        }
    }
}

package twinge.detect;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a channel tells. */
final class Notebook implements Signs {
    final List<Activity> activities = new ArrayList<>();
    final List<Long> beats = new ArrayList<>();
    final List<Long> takenOff = new ArrayList<>();
    final List<Signs.Pulse> pulses = new ArrayList<>();
    final List<Double> rhythmsHz = new ArrayList<>();
    final List<Double> strengths = new ArrayList<>();
    final List<Finding.Quality> flaws = new ArrayList<>();

    @Override
    public void began(int stream, int channel, int layer, long onsetFrame, long decidedFrame) {}

    @Override
    public void vanished(int stream, int channel, int layer, long onsetFrame, long decidedFrame) {}

    @Override
    public void ended(Activity activity, long decidedFrame) {
        activities.add(activity);
    }

    @Override
    public void lasting(Activity soFar, long decidedFrame) {}

    @Override
    public void pulsed(int stream, int channel, Pulse pulse) {
        pulses.add(pulse);
    }

    @Override
    public void rhythmic(int stream, int channel, long fromFrame, long toFrame, double rateHz, double strength) {
        rhythmsHz.add(rateHz);
        strengths.add(strength);
    }

    @Override
    public void beat(int stream, int channel, long frame) {
        beats.add(frame);
    }

    @Override
    public void takenOff(int stream, int channel, long frame) {
        takenOff.add(frame);
    }

    @Override
    public void flawing(int stream, int channel, Finding.Reason reason, long firstFrame, long endFrame) {}

    @Override
    public void flawed(Finding.Quality quality) {
        flaws.add(quality);
    }

    @Override
    public void level(int stream, int channel, double middleFrame, int frames, double detection, double aboveRest) {}

    @Override
    public void trace(Finding.Trace trace) {}
}

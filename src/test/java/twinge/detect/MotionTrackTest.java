package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import twinge.frames.Channel;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/** A sine of 5 Hz has the same RMS in each step of 100 ms (a frame more or less moves it by a tenth), so the multiples of rest follow from the amplitudes. */
class MotionTrackTest {
    private static final double RATE = 100;
    private static final SampleStream STREAM = Made.stream(
            0,
            RATE,
            Channel.of("ACC X", Channel.Type.ACCELERATION, new Scale(-32768, 32767, -16, 16, "g")),
            Channel.of("TRIG", Channel.Type.TRIGGER, new Scale(0, 255, 0, 255, "")));

    private static void feed(MotionTrack track, double from, double to, DoubleUnaryOperator acceleration) {
        for (long frame = Math.round(from * RATE); frame < Math.round(to * RATE); frame++) {
            double seconds = frame / RATE;
            track.accept(frame, new double[] {acceleration.applyAsDouble(seconds), frame % 200}, 2);
        }
    }

    private static double sway(double seconds, double amplitude) {
        return 1 + amplitude * StrictMath.sin(2 * Math.PI * 5 * seconds);
    }

    @Test
    void aMovementIsToldInMultiplesOfRest() {
        MotionTrack track = new MotionTrack(STREAM);
        feed(track, 0, 20, seconds -> sway(seconds, 0.04));
        feed(track, 20, 22, seconds -> sway(seconds, 0.4));
        feed(track, 22, 30, seconds -> sway(seconds, 0.04));
        assertEquals(1, track.highest(5, 19.9), 0.2);
        assertEquals(10, track.highest(20.5, 21.5), 2);
        assertEquals(10, track.highest(5, 29), 2);
        assertEquals(1, track.highest(25, 29), 0.2, "and it is over afterwards");
    }

    @Test
    void gravityAndSlowTurnsAreNoMovement() {
        MotionTrack track = new MotionTrack(STREAM);
        feed(track, 0, 30, seconds -> sway(seconds, 0.04));
        feed(track, 30, 50, seconds -> sway(seconds, 0.04) + StrictMath.sin(2 * Math.PI * (seconds - 30) / 60));
        assertTrue(track.highest(31, 49) < 5, "a turn of 2 g within a minute: " + track.highest(31, 49));
    }

    @Test
    void aSensorThatGivesNothingAtRestStillTellsMovement() {
        MotionTrack track = new MotionTrack(STREAM);
        feed(track, 0, 10, seconds -> 1);
        feed(track, 10, 12, seconds -> sway(seconds, 0.2));
        assertEquals(0, track.highest(1, 9));
        assertEquals(0.2 / Math.sqrt(2) / 0.01, track.highest(10.1, 11.9), 2, "0.01 g counts as rest");
    }

    @Test
    void whereNothingIsKnownNothingIsSaid() {
        MotionTrack track = new MotionTrack(STREAM);
        assertTrue(Double.isNaN(track.highest(0, 100)));
        feed(track, 0, 5, seconds -> sway(seconds, 0.04));
        feed(track, 10, 15, seconds -> sway(seconds, 0.04));
        assertTrue(Double.isNaN(track.highest(5.2, 9.8)), "in a gap");
        assertTrue(Double.isNaN(track.highest(20, 30)), "in the future");
        assertTrue(Double.isNaN(track.highest(-3, -1)), "before the start");
        assertFalse(Double.isNaN(track.highest(4, 11)), "part of it is known");
    }

    @Test
    void minutesAreRememberedAndHoursAreNot() {
        MotionTrack track = new MotionTrack(STREAM);
        feed(track, 0, 600, seconds -> sway(seconds, 0.04));
        assertTrue(Double.isNaN(track.highest(10, 20)));
        assertEquals(1, track.highest(300, 310), 0.2);
    }

    @Test
    void onlyAccelerationAndRotationAreMotion() {
        assertTrue(MotionTrack.carriesMotion(STREAM));
        assertFalse(MotionTrack.carriesMotion(Made.stream(0, RATE, Made.emg("EMG", Made.MICROVOLTS))));
    }
}

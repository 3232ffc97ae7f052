package twinge.live;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import twinge.files.tape.WallAnchor;

/** Looks ten times a second whether the disk keeps up and the wall clock was set, and has all forced to the disk. */
final class Watchdog {
    private static final long LOOK_MILLIS = 100;
    private static final long FORCE_MILLIS = 1_000;
    private static final long SLOW_NANOS = 600_000_000L;
    private static final long WELL_NANOS = 200_000_000L;

    private final TapeDeck tapes;
    private final Recordings recordings;
    private final WallWatch wall;
    private final Alarms alarms;
    private final Consumer<WallAnchor> clockSet;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread looking = new Thread(this::look, "watchdog");
    private final Thread forcing = new Thread(this::force, "force");

    Watchdog(TapeDeck tapes, Recordings recordings, WallWatch wall, Alarms alarms, Consumer<WallAnchor> clockSet) {
        this.tapes = tapes;
        this.recordings = recordings;
        this.wall = wall;
        this.alarms = alarms;
        this.clockSet = clockSet;
        looking.setDaemon(true);
        forcing.setDaemon(true);
    }

    void start() {
        looking.start();
        forcing.start();
    }

    /** Ends; a disk that does not answer is not waited for longer than that. */
    void stop(long patienceMillis) throws InterruptedException {
        stop.countDown();
        looking.join(patienceMillis);
        forcing.join(patienceMillis);
    }

    private void look() {
        while (rest(LOOK_MILLIS)) {
            slow(tapes.waitingNanos(), Alarm.Kind.DISK_SLOW, "the tape");
            slow(recordings.waitingNanos(), Alarm.Kind.RECORDING_SLOW, "the recording");
            wall.look().ifPresent(clockSet);
        }
    }

    private void slow(long waitingNanos, Alarm.Kind kind, String what) {
        if (waitingNanos > SLOW_NANOS) {
            alarms.raise(
                    kind,
                    -1,
                    String.format(
                            Locale.ROOT,
                            "the disk has not taken %s for %.1f s; what comes waits in memory",
                            what,
                            waitingNanos / 1e9));
        } else if (waitingNanos < WELL_NANOS) {
            alarms.clear(kind, -1, "the disk takes " + what + " again");
        }
    }

    private void force() {
        while (rest(FORCE_MILLIS)) {
            tapes.force();
            recordings.force();
        }
    }

    private boolean rest(long millis) {
        try {
            return !stop.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}

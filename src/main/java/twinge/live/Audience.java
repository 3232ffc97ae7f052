package twinge.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Everyone who follows a session. */
final class Audience {
    /** Half a minute of a board that sends 1000 blocks a second. */
    private static final int PASSING_A_BOARD = 30_000;

    private static final long PATIENCE_MILLIS = 5_000;

    private final List<Follower> followers = new ArrayList<>();

    private final LongSupplier nanos;
    private final int mostPassing;

    Audience(LongSupplier nanos, int boards) {
        this.nanos = nanos;
        mostPassing = boards * PASSING_A_BOARD;
    }

    void add(LiveListener listener) {
        add(listener, this::trouble, PATIENCE_MILLIS);
    }

    /**
     * @param trouble is told in words, when the listener fails or is so far behind that blocks pass it by
     * @param patienceMillis how long it may take at the end until it has heard all
     */
    void add(LiveListener listener, Consumer<String> trouble, long patienceMillis) {
        followers.add(
                new Follower(listener, "follower-" + (followers.size() + 1), trouble, mostPassing, patienceMillis));
    }

    void start() {
        followers.forEach(Follower::start);
    }

    /** @param mayPass whether a listener that is half a minute behind may miss it */
    void tell(boolean mayPass, Consumer<LiveListener> call) {
        followers.forEach(follower -> follower.tell(mayPass, call));
    }

    void alarm(Alarm alarm) {
        tell(false, listener -> listener.alarm(alarm));
    }

    /** Lets all hear what is queued, as long as they may take. */
    void close() throws InterruptedException {
        for (Follower follower : followers) {
            follower.close();
        }
    }

    /** The others hear of it; so does the one, as soon as it listens again. */
    private void trouble(String words) {
        alarm(new Alarm(Alarm.Kind.LISTENER_FAILED, -1, true, words, nanos.getAsLong()));
    }
}

package twinge.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Everyone who follows a session. */
final class Audience {
    private final List<Follower> followers = new ArrayList<>();

    private final LongSupplier nanos;

    Audience(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void add(LiveListener listener) {
        add(listener, this::trouble);
    }

    /** @param trouble is told in words, when the listener fails or is so far behind that blocks pass it by */
    void add(LiveListener listener, Consumer<String> trouble) {
        followers.add(new Follower(listener, "follower-" + (followers.size() + 1), trouble));
    }

    void start() {
        followers.forEach(Follower::start);
    }

    /** @param mayPass whether a listener that is a minute behind may miss it */
    void tell(boolean mayPass, Consumer<LiveListener> call) {
        followers.forEach(follower -> follower.tell(mayPass, call));
    }

    void alarm(Alarm alarm) {
        tell(false, listener -> listener.alarm(alarm));
    }

    /** Lets all hear what is queued, for at most that long altogether. */
    void close(long patienceMillis) throws InterruptedException {
        for (Follower follower : followers) {
            follower.close(patienceMillis);
        }
    }

    /** The others hear of it; so does the one, as soon as it listens again. */
    private void trouble(String words) {
        alarm(new Alarm(Alarm.Kind.LISTENER_FAILED, -1, true, words, nanos.getAsLong()));
    }
}

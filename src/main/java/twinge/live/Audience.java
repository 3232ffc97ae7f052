package twinge.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Everyone who follows a session. */
final class Audience {
    private final List<Follower> followers = new ArrayList<>();

    Audience(List<LiveListener> listeners, LongSupplier nanos) {
        for (LiveListener listener : listeners) {
            int number = followers.size();
            followers.add(new Follower(listener, "follower-" + (number + 1), words -> trouble(number, words, nanos)));
        }
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
    private void trouble(int number, String words, LongSupplier nanos) {
        Alarm alarm = new Alarm(Alarm.Kind.LISTENER_FAILED, -1, true, words, nanos.getAsLong());
        for (int each = 0; each < followers.size(); each++) {
            followers.get(each).tell(false, listener -> listener.alarm(alarm));
        }
    }
}

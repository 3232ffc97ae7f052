package twinge.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import twinge.detect.Finding;

/** A listener with its thread and the queue of what it has not been told yet. */
final class Follower {
    /** About a minute of a board that sends 1000 blocks a second. */
    private static final int MOST_PASSING = 60_000;

    /** @param passing whether it may pass by a listener that is too slow */
    private record Told(boolean passing, Consumer<LiveListener> call) {}

    private final LiveListener listener;
    private final Consumer<String> trouble;
    private final Deque<Told> queue = new ArrayDeque<>();
    private final Thread thread;
    private int passing;
    private long passedBy;
    private boolean failedOnce;
    private boolean closed;

    /** @param trouble is told in words, once, when the listener throws or falls behind */
    Follower(LiveListener listener, String name, Consumer<String> trouble) {
        this.listener = listener;
        this.trouble = trouble;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Blocks and traces may pass by; the rest waits however long it takes. */
    static boolean mayPass(Finding finding) {
        return finding instanceof Finding.Trace;
    }

    void tell(boolean mayPass, Consumer<LiveListener> call) {
        boolean first = false;
        synchronized (queue) {
            if (closed) {
                return;
            }
            if (mayPass && passing >= MOST_PASSING) {
                first = passedBy++ == 0;
            } else {
                passing += mayPass ? 1 : 0;
                queue.add(new Told(mayPass, call));
                queue.notifyAll();
            }
        }
        if (first) {
            trouble.accept("someone who follows the session is a minute behind; blocks pass it by, findings do not");
        }
    }

    /** How many calls wait. */
    int waiting() {
        synchronized (queue) {
            return queue.size();
        }
    }

    /** Lets the listener hear what is queued, for at most that long; returns whether it has. */
    boolean close(long patienceMillis) throws InterruptedException {
        synchronized (queue) {
            closed = true;
            queue.notifyAll();
        }
        if (Thread.currentThread() != thread) {
            thread.join(patienceMillis);
        }
        return !thread.isAlive();
    }

    private void run() {
        for (Told next = next(); next != null; next = next()) {
            try {
                next.call().accept(listener);
            } catch (RuntimeException e) {
                if (!failedOnce) {
                    failedOnce = true;
                    trouble.accept("someone who follows the session failed (" + e + "); the session goes on");
                }
            }
        }
    }

    private Told next() {
        synchronized (queue) {
            try {
                while (queue.isEmpty() && !closed) {
                    queue.wait();
                }
            } catch (InterruptedException e) {
                return null;
            }
            Told next = queue.poll();
            passing -= next != null && next.passing() ? 1 : 0;
            return next;
        }
    }
}

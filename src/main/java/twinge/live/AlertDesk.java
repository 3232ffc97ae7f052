package twinge.live;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Passes alerts on to hooks, one at a time, on a thread of its own, so that a slow one holds up neither detection nor sound.
 * When too many wait the oldest are let go. What goes wrong is told once a hook until it works again.
 */
public final class AlertDesk implements Closeable {
    /** With at most one alert a site in 30 s this is minutes of a hook that hangs. */
    static final int MOST_WAITING = 16;

    private static final long PATIENCE_MILLIS = 2_000;

    private final List<AlertHook> hooks;
    private final Consumer<String> trouble;
    private final Deque<Alert> waiting = new ArrayDeque<>();
    private final Set<AlertHook> failing = new HashSet<>();
    private final Thread thread;
    private boolean overrun;
    private boolean closed;

    /** @param trouble is told in words, on any thread */
    public AlertDesk(List<AlertHook> hooks, Consumer<String> trouble) {
        this.hooks = List.copyOf(hooks);
        this.trouble = trouble;
        thread = new Thread(this::run, "alerts");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes an alert; comes back at once. */
    public void pass(Alert alert) {
        boolean first = false;
        synchronized (waiting) {
            if (closed || hooks.isEmpty()) {
                return;
            }
            if (waiting.size() == MOST_WAITING) {
                waiting.removeFirst();
                first = !overrun;
                overrun = true;
            }
            waiting.addLast(alert);
            waiting.notifyAll();
        }
        if (first) {
            trouble.accept(hooks.get(0).name() + " is slower than alerts come; the oldest are not passed on");
        }
    }

    /** Lets what waits be passed on, for two seconds at most. */
    @Override
    public void close() {
        synchronized (waiting) {
            closed = true;
            waiting.notifyAll();
        }
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void run() {
        try {
            for (Alert alert = next(); alert != null; alert = next()) {
                for (AlertHook hook : hooks) {
                    pass(hook, alert);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it is closed and has had its time
        }
    }

    private void pass(AlertHook hook, Alert alert) throws InterruptedException {
        try {
            hook.pass(alert);
            failing.remove(hook);
        } catch (IOException | RuntimeException e) {
            if (failing.add(hook)) {
                trouble.accept(hook.name() + ": " + e.getMessage() + " (told once until it works again)");
            }
        }
    }

    private Alert next() throws InterruptedException {
        synchronized (waiting) {
            while (waiting.isEmpty() && !closed) {
                waiting.wait();
            }
            overrun &= !waiting.isEmpty();
            return waiting.pollFirst();
        }
    }
}

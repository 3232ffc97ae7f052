package twinge.live;

import java.io.IOException;

/** Somewhere that an alert is passed on to: a command, a web address. */
public interface AlertHook {
    /** What messages call it. */
    String name();

    /**
     * Passes an alert on; comes back within a bounded time.
     *
     * @throws IOException saying what went wrong and what to do
     */
    void pass(Alert alert) throws IOException, InterruptedException;
}

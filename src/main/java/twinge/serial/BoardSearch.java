package twinge.serial;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import twinge.wire.Protocol;
import twinge.wire.Wishes;

/**
 * Finds out which boards there are at ports, at which speed and in which language, in about five seconds: first by
 * listening, then by asking what disturbs other boards least first. A thread a port, so that several take no longer.
 *
 * @param known every protocol there is, so that it can be said what was heard where something else was wished for
 * @param allowed the protocols to settle for, in the order of asking
 * @param baud the only speed to settle for, or none: all of the protocols' own
 */
public record BoardSearch(Ports ports, List<Protocol> known, List<Protocol> allowed, OptionalInt baud, Wishes wishes) {
    private static final int MOST_UNREAD = 1 << 22;

    public BoardSearch {
        known = List.copyOf(known);
        allowed = List.copyOf(allowed);
        baud.ifPresent(SerialLink::requireBaud);
    }

    /** Asks at all of the ports; the answers are in their order. */
    public List<Answer> ask(List<Port> at) {
        if (at.isEmpty()) {
            return List.of();
        }
        ExecutorService askers = Executors.newFixedThreadPool(at.size(), BoardSearch::thread);
        try {
            CountDownLatch unfinished = new CountDownLatch(at.size());
            List<Future<Answer>> pending = new ArrayList<>();
            for (Port port : at) {
                pending.add(askers.submit(() -> ask(port, unfinished)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : pending) {
                answers.add(each.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while boards were looked for", e);
        } finally {
            askers.shutdownNow();
        }
    }

    private Answer ask(Port port, CountDownLatch unfinished) {
        Answer answer;
        try {
            answer = new PortSearch(this, port).ask();
        } finally {
            unfinished.countDown();
        }
        return answer instanceof Answer.Found found ? kept(found, unfinished) : answer;
    }

    /** Goes on reading from a board that was found until the other ports have been asked, so that nothing is lost. */
    private static Answer.Found kept(Answer.Found found, CountDownLatch unfinished) {
        java.io.ByteArrayOutputStream unread = new java.io.ByteArrayOutputStream();
        unread.writeBytes(found.unread());
        byte[] chunk = new byte[4096];
        int count = 0;
        while (unfinished.getCount() > 0 && count >= 0 && unread.size() < MOST_UNREAD) {
            count = found.link().read(chunk);
            unread.write(chunk, 0, Math.max(0, count));
        }
        return new Answer.Found(found.port(), found.link(), found.board(), unread.toByteArray());
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "asks at a port");
        thread.setDaemon(true);
        return thread;
    }
}

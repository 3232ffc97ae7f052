package twinge.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import twinge.detect.Finding;
import twinge.frames.Block;
import twinge.wire.Tally;

/** A listener that keeps what it hears, and lets a test wait for it. */
class Following implements LiveListener {
    private static final long DEADLINE_NANOS = 20_000_000_000L;

    private final List<String> words = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private Tally tally = Tally.NOTHING;
    private long frames;

    /** Waits until it is so; fails after 20 s. */
    synchronized void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        while (!condition.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("this has not come: heard were " + words + " " + alarms + " " + tally);
            }
            wait(left);
        }
    }

    synchronized List<String> words() {
        return List.copyOf(words);
    }

    synchronized List<Finding> findings() {
        return List.copyOf(findings);
    }

    synchronized List<Block> blocks() {
        return List.copyOf(blocks);
    }

    synchronized List<Alarm> alarms() {
        return List.copyOf(alarms);
    }

    synchronized Tally tally() {
        return tally;
    }

    synchronized long frames() {
        return frames;
    }

    synchronized int lastCount(int channel) {
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (blocks.get(i).frames() > 0) {
                return blocks.get(i).count(channel, blocks.get(i).frames() - 1);
            }
        }
        throw new AssertionError("no frame has come");
    }

    @Override
    public synchronized void block(int board, Block block, long readNanos) {
        blocks.add(block);
        frames += block.frames();
        notifyAll();
    }

    @Override
    public synchronized void finding(int board, Finding finding, long readNanos) {
        findings.add(finding);
        notifyAll();
    }

    @Override
    public synchronized void link(int board, LinkState state, long nanos) {
        words.add("link " + state);
        notifyAll();
    }

    @Override
    public synchronized void tally(int board, Tally told, long nanos) {
        tally = told;
        notifyAll();
    }

    @Override
    public synchronized void marked(int board, long frame, String text) {
        words.add("marked " + text + " at " + frame);
        notifyAll();
    }

    @Override
    public synchronized void labelled(int board, long frame, String word, String author) {
        words.add("labelled " + word + " by " + author + " at " + frame);
        notifyAll();
    }

    @Override
    public synchronized void alarm(Alarm alarm) {
        alarms.add(alarm);
        notifyAll();
    }

    @Override
    public synchronized void ended(int board, long nanos) {
        words.add("ended");
        notifyAll();
    }
}

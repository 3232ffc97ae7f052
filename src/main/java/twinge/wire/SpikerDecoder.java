package twinge.wire;

import java.util.function.Consumer;
import twinge.frames.Block;

/**
 * Decodes Backyard Brains' boards, which number nothing and check nothing: whole frames lost show only as bytes too few
 * between good ones, or as a silence of the clock. Counts beyond the converter's range are damaged for sure. Where frames
 * come much faster than a muscle fibre's potential changes, a lone sample far out is doubted too; else only for a while
 * after the link has shown damage.
 */
final class SpikerDecoder implements Decoder, SpikerFrames.Found {
    private static final double SWIFT_HZ = 3000;

    private record Frame(int[] counts, long arrivalNanos) {}

    private final Inputs inputs;
    private final Intake intake = new Intake();
    private final SpikerFrames frames;
    private final Sequencer sequencer;
    private final Outliers outliers;
    private final Misgiving misgiving;
    private final boolean swift;
    private Frame waiting;
    private long now;

    SpikerDecoder(Board board, int channels, int bits) {
        inputs = Inputs.of(board);
        frames = new SpikerFrames(intake, channels);
        sequencer = new Sequencer(board.streams().get(0), 0);
        double rateHz = board.streams().get(0).rateHz();
        outliers = new Outliers(channels, rateHz, 0, (1 << bits) - 1, 1 << bits - 6);
        misgiving = new Misgiving(rateHz);
        swift = rateHz >= SWIFT_HZ;
    }

    @Override
    public void accept(byte[] bytes, int from, int length, long arrivalNanos, Consumer<Block> out) {
        now = arrivalNanos;
        intake.add(bytes, from, length);
        frames.search(false, this);
        sequencer.drain(out);
    }

    @Override
    public void reopened(long arrivalNanos, Consumer<Block> out) {
        frames.restart();
        restart();
        sequencer.drain(out);
    }

    @Override
    public void finish(Consumer<Block> out) {
        frames.search(true, this);
        settle(null);
        sequencer.finish(out);
    }

    @Override
    public Tally tally() {
        return sequencer.tally(intake.taken(), intake.discarded(), 0);
    }

    @Override
    public void frame(int[] counts, int damagedFrames) {
        settle(counts);
        if (damagedFrames > 0) {
            sequencer.skip(damagedFrames);
            misgiving.frame(true);
        }
        waiting = new Frame(counts, now);
    }

    /** A board that starts up was reset; the clock tells what was missed. Its events are markers, and so is all else it says. */
    @Override
    public void message(String text) {
        if (text.equals("StartUp!")) {
            restart();
            sequencer.mark("the board started anew");
            return;
        }
        settle(null);
        String said = text.strip().replaceAll(";$", "");
        sequencer.mark(
                said.startsWith("EVNT:")
                        ? "event " + said.substring("EVNT:".length()).strip()
                        : said);
    }

    private void restart() {
        settle(null);
        sequencer.reopened();
        outliers.restart();
    }

    private void settle(int[] next) {
        if (waiting == null) {
            return;
        }
        Frame frame = waiting;
        waiting = null;
        boolean strict = misgiving.frame(false) || swift;
        long doubted = outliers.judge(frame.counts(), next, strict, 0);
        if (outliers.foundImpossible()) {
            misgiving.frame(true);
        }
        int[] picked = new int[inputs.size()];
        inputs.pick(frame.counts(), picked);
        long missing = inputs.pick(doubted);
        sequencer.frame(0, picked, missing, missing != 0, frame.arrivalNanos());
    }
}

package twinge.wire;

import java.util.function.Consumer;
import twinge.frames.Block;

/**
 * Decodes Chords boards. Nothing checks what a frame carries: a count beyond the converter's range is damaged for sure; a
 * frame's number is judged by the frame after it. A lone sample far out may be a muscle fibre's at 250 frames a second, so
 * it is doubted only for a while after the link has shown damage.
 */
final class ChordsDecoder implements Decoder, FrameFinder.Found {
    private record Frame(int counter, int[] counts, boolean inStep, long arrivalNanos) {}

    private final Inputs inputs;
    private final int channels;
    private final Intake intake = new Intake();
    private final FrameFinder finder;
    private final Sequencer sequencer;
    private final Outliers outliers;
    private final Misgiving misgiving;
    private Frame waiting;
    private int settled = -1; // number of the frame before it
    private long now;

    ChordsDecoder(Board board, ChordsBoard model) {
        inputs = Inputs.of(board);
        channels = model.channels();
        finder = new FrameFinder(intake, ChordsBoard.shape(channels), model.frameBytes(), "\n");
        double rateHz = board.streams().get(0).rateHz();
        sequencer = new Sequencer(board.streams().get(0), 256);
        outliers = new Outliers(channels, rateHz, 0, (1 << model.bits()) - 1, 1 << model.bits() - 6);
        misgiving = new Misgiving(rateHz);
    }

    @Override
    public void accept(byte[] bytes, int from, int length, long arrivalNanos, Consumer<Block> out) {
        now = arrivalNanos;
        intake.add(bytes, from, length);
        finder.search(false, this);
        sequencer.drain(out);
    }

    @Override
    public void reopened(long arrivalNanos, Consumer<Block> out) {
        finder.restart();
        restart();
        sequencer.drain(out);
    }

    @Override
    public void finish(Consumer<Block> out) {
        finder.search(true, this);
        settle(null);
        sequencer.finish(out);
    }

    @Override
    public Tally tally() {
        return sequencer.tally(intake.taken(), intake.discarded(), 0);
    }

    @Override
    public void frame(boolean inStep) {
        int[] counts = new int[channels];
        for (int channel = 0; channel < channels; channel++) {
            counts[channel] = intake.word(3 + 2 * channel);
        }
        Frame frame = new Frame(intake.at(2), counts, inStep, now);
        settle(frame);
        waiting = frame;
    }

    /** A board that says its name was asked it and does not stream: it begins anew. */
    @Override
    public void text(String text) {
        for (ChordsBoard board : ChordsBoard.all()) {
            if (text.strip().endsWith(board.name())) {
                restart();
                sequencer.mark("the board says " + board.name());
                return;
            }
        }
        intake.reclaim(-text.length()); // chance, not text
    }

    private void restart() {
        settle(null);
        waiting = null;
        settled = -1;
        sequencer.reopened();
        outliers.restart();
    }

    private void settle(Frame next) {
        if (waiting == null) {
            return;
        }
        Frame frame = waiting;
        int counter = frame.counter();
        boolean misnumbered = settled >= 0
                && frame.inStep()
                && next != null
                && next.inStep()
                && counter != (settled + 1 & 0xFF)
                && next.counter() == (settled + 2 & 0xFF);
        counter = misnumbered ? settled + 1 & 0xFF : counter;
        boolean strict = misgiving.frame(misnumbered || settled >= 0 && !frame.inStep());
        settled = counter;
        long doubted = outliers.judge(frame.counts(), next == null ? null : next.counts(), strict, 0);
        if (outliers.foundImpossible()) {
            misgiving.frame(true);
        }
        int[] picked = new int[inputs.size()];
        inputs.pick(frame.counts(), picked);
        long missing = misnumbered ? -1 : inputs.pick(doubted);
        sequencer.frame(counter, picked, missing, missing != 0, frame.arrivalNanos());
    }
}

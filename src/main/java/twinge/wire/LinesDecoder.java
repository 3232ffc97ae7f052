package twinge.wire;

import java.math.BigDecimal;
import java.util.function.Consumer;
import twinge.frames.Block;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/**
 * Lines of numbers, a frame each. A line that can not be read, or has another number of columns, counts as lost; one of
 * words becomes a marker. A column of time tells what else is missing; without one only a silence does.
 */
final class LinesDecoder implements Decoder {
    private static final int LONGEST_LINE = 1024;

    private final LineForm form;
    private final Sequencer sequencer;
    private final LineClock clock;
    private final Scale[] scales;
    private final Backlog backlog = new Backlog();
    private int searched; // bytes of the backlog known to hold no end of line
    private boolean skipping; // the rest of a line that was begun elsewhere or is too long
    private boolean begun;
    private int damaged;
    private int otherColumns;
    private int bar = -1;
    private int[] bars;
    private long barsMissing;
    private long bytes;
    private long bytesDiscarded;

    LinesDecoder(LineForm form, SampleStream stream) {
        this.form = form;
        sequencer = new Sequencer(stream, 0);
        clock = form.clock() == LineForm.Clock.NONE ? null : new LineClock(form.clock().hertz, stream.rateHz());
        scales = stream.montage().channels().stream()
                .map(channel -> channel.scale())
                .toArray(Scale[]::new);
        clearBars();
    }

    @Override
    public void accept(byte[] from, int at, int length, long arrivalNanos, Consumer<Block> out) {
        bytes += length;
        backlog.add(from, at, length);
        while (searched < backlog.length()) {
            if (backlog.get(searched++) == '\n') {
                line(searched - 1, arrivalNanos);
                backlog.take(searched);
                searched = 0;
            } else if (searched > LONGEST_LINE) {
                discard(searched);
                backlog.take(searched);
                searched = 0;
                skipping = true;
            }
        }
        sequencer.drain(out);
    }

    private void line(int length, long arrivalNanos) {
        if (skipping) {
            skipping = false;
            discard(length + 1);
            damage();
            return;
        }
        NumberLine line = NumberLine.of(backlog.array(), backlog.start(), backlog.start() + length);
        switch (line.kind()) {
            case TEXT -> sequencer.mark(line.text());
            case DAMAGED -> {
                discard(length + 1);
                damage();
            }
            case NUMBERS -> {
                if (form.bars()
                        && line.columns() == 1
                        && form.hasCount(line.values().get(0))) {
                    bar(form.count(line.values().get(0)), arrivalNanos);
                } else if (!form.bars() && form.fits(line)) {
                    numbers(line, length, arrivalNanos);
                } else {
                    otherForm(line, length);
                }
            }
            default -> {} // an empty line says nothing
        }
    }

    private void numbers(NumberLine line, int length, long arrivalNanos) {
        otherColumns = 0;
        int[] counts = new int[scales.length];
        long missing = 0;
        for (int channel = 0; channel < counts.length; channel++) {
            BigDecimal value = line.values().get(form.place(form.inputs().get(channel)));
            boolean there = form.hasCount(value) && inRange(form.count(value), scales[channel]);
            counts[channel] = there ? form.count(value) : 0;
            missing |= there ? 0 : 1L << channel;
        }
        if (clock == null) {
            sequencer.damaged(damaged);
            sequencer.frame(0, counts, missing, false, arrivalNanos);
        } else if (!timed(line.values().get(0).longValueExact(), counts, missing, arrivalNanos)) {
            discard(length + 1);
            return;
        }
        damaged = 0;
        begun = true;
    }

    /** Places a frame by its time. False: the time can not be, the line is damaged. */
    private boolean timed(long time, int[] counts, long missing, long arrivalNanos) {
        switch (clock.next(time, arrivalNanos)) {
            case REFUSED -> {
                return false;
            }
            case ANEW -> {
                long due = begun ? sequencer.due(arrivalNanos) : 0;
                sequencer.reopened();
                sequencer.frameAt(due, counts, missing, false, arrivalNanos);
            }
            default ->
                sequencer.frameAt(
                        sequencer.lastIndex() + 1 + (begun ? clock.lost() : 0), counts, missing, false, arrivalNanos);
        }
        return true;
    }

    private static boolean inRange(int count, Scale scale) {
        return count >= scale.digitalMinimum() && count <= scale.digitalMaximum();
    }

    private void otherForm(NumberLine line, int length) {
        if (line.columns() != otherColumns) {
            otherColumns = line.columns();
            sequencer.mark(
                    "a line of " + line.columns() + " numbers instead of " + form.columns() + ": " + line.text());
        }
        discard(length + 1);
        damage();
    }

    private void damage() {
        damaged += begun && !form.bars() ? 1 : 0;
        bar = -1;
    }

    private void discard(int length) {
        bytesDiscarded += length;
    }

    private void bar(int value, long arrivalNanos) {
        if (value >= LineForm.BAR_FIRST && value <= LineForm.BAR_LAST) {
            int channel = form.inputs().indexOf(value - LineForm.BAR_FIRST + 1);
            if (channel >= 0 && (barsMissing >> channel & 1) == 0) {
                bars(arrivalNanos); // it is this channel's turn again: the round is over, though not whole
            }
            bar = channel;
        } else if (value == LineForm.BAR_END) {
            bar = -1;
            if (barsMissing == 0) {
                bars(arrivalNanos);
            }
        } else if (bar >= 0) {
            bars[bar] = value;
            barsMissing &= ~(1L << bar);
            bar = -1;
        }
    }

    private void bars(long arrivalNanos) {
        sequencer.frame(0, bars, barsMissing, false, arrivalNanos);
        clearBars();
    }

    private void clearBars() {
        bars = new int[scales.length];
        barsMissing = (1L << scales.length) - 1;
    }

    @Override
    public void reopened(long arrivalNanos, Consumer<Block> out) {
        discard(backlog.length());
        backlog.clear();
        searched = 0;
        skipping = true;
        damaged = 0;
        clearBars();
        bar = -1;
        sequencer.reopened();
        if (clock != null) {
            clock.restart();
        }
        sequencer.drain(out);
    }

    @Override
    public void finish(Consumer<Block> out) {
        discard(backlog.length());
        backlog.clear();
        searched = 0;
        sequencer.finish(out);
    }

    @Override
    public Tally tally() {
        return sequencer.tally(bytes, bytesDiscarded, 0);
    }
}

package twinge.signal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * A filter at work on one channel: takes the samples as they come, array after array, and replaces them by the filtered.
 *
 * <p>Transposed direct form II. Sections go three at a time through one loop with local state, so that a section
 * works on one sample while the next works on the sample before; section after section costs almost four times as much. The
 * sums are taken in the written order without fused multiply-add, so the bits are the same on every machine and for any
 * cutting into arrays.
 *
 * <p>Silence stays fast: each section's recursion is fed {@value #FLOOR}, far below one bit of any measured signal.
 * Without it the state of a high-pass would decay into denormal numbers, which some processors handle a hundred times
 * slower, and stay there. So the output for silence is not 0 but around that floor, and its square is still normal.
 */
public final class Cascade implements Resumable {
    private static final double FLOOR = 1e-60;
    private static final int SECTIONS = 3;
    private static final double[] PASS_ON = {1, 0, 0, 0, 0};

    /** [pass][section][b0 b1 b2 a1 a2], filled up with sections that pass everything on. */
    private final double[] coefficients;

    /** [pass][section][first delay, second delay]. */
    private final double[] state;

    private final int sections;

    public Cascade(Biquads filter) {
        sections = filter.sections();
        int slots = (sections + SECTIONS - 1) / SECTIONS * SECTIONS;
        coefficients = new double[slots * Biquads.WIDTH];
        state = new double[slots * 2];
        for (int i = 0; i < slots; i++) {
            double[] section = i < filter.sections() ? filter.section(i) : PASS_ON;
            System.arraycopy(section, 0, coefficients, i * Biquads.WIDTH, Biquads.WIDTH);
        }
    }

    private Cascade(int sections, double[] coefficients, double[] state) {
        this.sections = sections;
        this.coefficients = coefficients;
        this.state = state;
    }

    /** This filter followed by more: what it has seen so far is kept, what follows begins at rest. */
    public Cascade then(Biquads more) {
        int own = sections;
        int slots = (own + more.sections() + SECTIONS - 1) / SECTIONS * SECTIONS;
        double[] all = Arrays.copyOf(coefficients, slots * Biquads.WIDTH);
        for (int i = own; i < slots; i++) {
            double[] section = i - own < more.sections() ? more.section(i - own) : PASS_ON;
            System.arraycopy(section, 0, all, i * Biquads.WIDTH, Biquads.WIDTH);
        }
        double[] seen = Arrays.copyOf(state, slots * 2);
        Arrays.fill(seen, own * 2, seen.length, 0);
        return new Cascade(own + more.sections(), all, seen);
    }

    /** Filters in place {@code length} samples from index {@code from} on, following those of the last call. */
    public void filter(double[] samples, int from, int length) {
        Objects.checkFromIndexSize(from, length, samples.length);
        for (int slot = 0; slot * 2 < state.length; slot += SECTIONS) {
            three(slot, this, slot + 1, samples, samples, from, from + length);
        }
    }

    /**
     * Filters two paths at once: {@code samples} in place by this filter, and what comes out of it further by {@code more},
     * into the same places of {@code further}. The same bits as one filter after the other, in fewer passes where the last
     * section of this one and the two of the other make three.
     */
    public void filter(double[] samples, double[] further, int from, int length, Cascade more) {
        Objects.checkFromIndexSize(from, length, samples.length);
        Objects.checkFromIndexSize(from, length, further.length);
        if (sections % SECTIONS != 1 || more.sections != SECTIONS - 1) {
            filter(samples, from, length);
            System.arraycopy(samples, from, further, from, length);
            more.filter(further, from, length);
            return;
        }
        for (int slot = 0; slot + 1 < sections; slot += SECTIONS) {
            three(slot, this, slot + 1, samples, samples, from, from + length);
        }
        three(sections - 1, more, 0, samples, further, from, from + length);
    }

    /**
     * Forgets the signal and goes on as if the input had been {@code constant} for ever, so that an electrode's offset
     * does not ring at the start of a recording or after a gap.
     */
    public void settle(double constant) {
        double input = constant;
        for (int slot = 0; slot * 2 < state.length; slot++) {
            int c = slot * Biquads.WIDTH;
            double above = coefficients[c] + coefficients[c + 1] + coefficients[c + 2];
            double output = input * (above / (1 + coefficients[c + 3] + coefficients[c + 4]));
            state[slot * 2] = output - coefficients[c] * input;
            state[slot * 2 + 1] = coefficients[c + 2] * input - coefficients[c + 4] * output;
            input = output;
        }
    }

    @Override
    public void reset() {
        settle(0);
    }

    @Override
    public int stateSize() {
        return state.length * Double.BYTES;
    }

    @Override
    public void save(ByteBuffer into) {
        Saved.put(state, into);
    }

    @Override
    public void restore(ByteBuffer from) {
        Saved.get(state, from);
    }

    /**
     * The section in {@code slot} and two more in one loop: what comes out of the first goes to {@code samples}, what comes
     * out of all three to {@code further}, which may be the same array.
     */
    private void three(int slot, Cascade more, int moreSlot, double[] samples, double[] further, int from, int end) {
        double[] c = coefficients;
        double[] d = more.coefficients;
        double[] last = more.state;
        int at = slot * Biquads.WIDTH;
        int next = moreSlot * Biquads.WIDTH;
        int z = slot * 2;
        int y = moreSlot * 2;
        double b00 = c[at];
        double b01 = c[at + 1];
        double b02 = c[at + 2];
        double a01 = c[at + 3];
        double a02 = c[at + 4];
        double b10 = d[next];
        double b11 = d[next + 1];
        double b12 = d[next + 2];
        double a11 = d[next + 3];
        double a12 = d[next + 4];
        double b20 = d[next + 5];
        double b21 = d[next + 6];
        double b22 = d[next + 7];
        double a21 = d[next + 8];
        double a22 = d[next + 9];
        double first0 = state[z];
        double second0 = state[z + 1];
        double first1 = last[y];
        double second1 = last[y + 1];
        double first2 = last[y + 2];
        double second2 = last[y + 3];
        for (int i = from; i < end; i++) {
            double x = samples[i];
            double y0 = b00 * x + first0;
            first0 = (b01 * x + second0) - a01 * y0;
            second0 = (b02 * x + FLOOR) - a02 * y0;
            double y1 = b10 * y0 + first1;
            first1 = (b11 * y0 + second1) - a11 * y1;
            second1 = (b12 * y0 + FLOOR) - a12 * y1;
            double y2 = b20 * y1 + first2;
            first2 = (b21 * y1 + second2) - a21 * y2;
            second2 = (b22 * y1 + FLOOR) - a22 * y2;
            samples[i] = y0;
            further[i] = y2;
        }
        state[z] = first0;
        state[z + 1] = second0;
        last[y] = first1;
        last[y + 1] = second1;
        last[y + 2] = first2;
        last[y + 3] = second2;
    }
}

package twinge.signal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * A filter at work on one channel: takes the samples as they come, array after array, and replaces them by the filtered.
 *
 * <p>Transposed direct form II. Sections go three or six at a time through one loop with local state, so that a section
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
    private static final int TAP = 4;
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
        int slots = state.length / 2;
        int slot = 0;
        for (; slot + 2 * SECTIONS <= slots; slot += 2 * SECTIONS) {
            six(slot, samples, from, from + length);
        }
        if (slot < slots) {
            threeSections(coefficients, slot * Biquads.WIDTH, state, slot * 2, samples, from, from + length);
        }
    }

    /**
     * Filters two paths at once: {@code samples} in place by this filter, and what comes out of it further by {@code more},
     * into the same places of {@code further}. The same bits as one filter after the other, in one pass where both
     * together have six sections.
     */
    public void filter(double[] samples, double[] further, int from, int length, Cascade more) {
        Objects.checkFromIndexSize(from, length, samples.length);
        Objects.checkFromIndexSize(from, length, further.length);
        if (sections == TAP && more.sections == 2) {
            sixSections(
                    coefficients,
                    0,
                    state,
                    0,
                    more.coefficients,
                    0,
                    more.state,
                    0,
                    samples,
                    further,
                    from,
                    from + length);
        } else {
            filter(samples, from, length);
            System.arraycopy(samples, from, further, from, length);
            more.filter(further, from, length);
        }
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

    private void six(int slot, double[] samples, int from, int end) {
        int at = slot * Biquads.WIDTH;
        int further = at + TAP * Biquads.WIDTH;
        int z = slot * 2;
        sixSections(coefficients, at, state, z, coefficients, further, state, z + 2 * TAP, samples, samples, from, end);
    }

    private static void threeSections(double[] c, int at, double[] state, int z, double[] samples, int from, int end) {
        double b00 = c[at];
        double b01 = c[at + 1];
        double b02 = c[at + 2];
        double a01 = c[at + 3];
        double a02 = c[at + 4];
        double b10 = c[at + 5];
        double b11 = c[at + 6];
        double b12 = c[at + 7];
        double a11 = c[at + 8];
        double a12 = c[at + 9];
        double b20 = c[at + 10];
        double b21 = c[at + 11];
        double b22 = c[at + 12];
        double a21 = c[at + 13];
        double a22 = c[at + 14];
        double first0 = state[z];
        double second0 = state[z + 1];
        double first1 = state[z + 2];
        double second1 = state[z + 3];
        double first2 = state[z + 4];
        double second2 = state[z + 5];
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
            samples[i] = y2;
        }
        state[z] = first0;
        state[z + 1] = second0;
        state[z + 2] = first1;
        state[z + 3] = second1;
        state[z + 4] = first2;
        state[z + 5] = second2;
    }

    /**
     * Four sections and two more in one loop: what comes out of the four goes to {@code samples}, what comes out of all six to
     * {@code further}, which may be the same array.
     */
    private static void sixSections(
            double[] c,
            int at,
            double[] state,
            int z,
            double[] d,
            int more,
            double[] last,
            int y,
            double[] samples,
            double[] further,
            int from,
            int end) {
        double b00 = c[at + 0];
        double b01 = c[at + 1];
        double b02 = c[at + 2];
        double a01 = c[at + 3];
        double a02 = c[at + 4];
        double b10 = c[at + 5];
        double b11 = c[at + 6];
        double b12 = c[at + 7];
        double a11 = c[at + 8];
        double a12 = c[at + 9];
        double b20 = c[at + 10];
        double b21 = c[at + 11];
        double b22 = c[at + 12];
        double a21 = c[at + 13];
        double a22 = c[at + 14];
        double b30 = c[at + 15];
        double b31 = c[at + 16];
        double b32 = c[at + 17];
        double a31 = c[at + 18];
        double a32 = c[at + 19];
        double b40 = d[more + 0];
        double b41 = d[more + 1];
        double b42 = d[more + 2];
        double a41 = d[more + 3];
        double a42 = d[more + 4];
        double b50 = d[more + 5];
        double b51 = d[more + 6];
        double b52 = d[more + 7];
        double a51 = d[more + 8];
        double a52 = d[more + 9];
        double first0 = state[z + 0];
        double second0 = state[z + 1];
        double first1 = state[z + 2];
        double second1 = state[z + 3];
        double first2 = state[z + 4];
        double second2 = state[z + 5];
        double first3 = state[z + 6];
        double second3 = state[z + 7];
        double first4 = last[y + 0];
        double second4 = last[y + 1];
        double first5 = last[y + 2];
        double second5 = last[y + 3];
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
            double y3 = b30 * y2 + first3;
            first3 = (b31 * y2 + second3) - a31 * y3;
            second3 = (b32 * y2 + FLOOR) - a32 * y3;
            double y4 = b40 * y3 + first4;
            first4 = (b41 * y3 + second4) - a41 * y4;
            second4 = (b42 * y3 + FLOOR) - a42 * y4;
            double y5 = b50 * y4 + first5;
            first5 = (b51 * y4 + second5) - a51 * y5;
            second5 = (b52 * y4 + FLOOR) - a52 * y5;
            samples[i] = y3;
            further[i] = y5;
        }
        state[z + 0] = first0;
        state[z + 1] = second0;
        state[z + 2] = first1;
        state[z + 3] = second1;
        state[z + 4] = first2;
        state[z + 5] = second2;
        state[z + 6] = first3;
        state[z + 7] = second3;
        last[y + 0] = first4;
        last[y + 1] = second4;
        last[y + 2] = first5;
        last[y + 3] = second5;
    }
}

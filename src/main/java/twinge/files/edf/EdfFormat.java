package twinge.files.edf;

import twinge.frames.Scale;

/** The two widths of sample that this family of files knows. */
public enum EdfFormat {
    /** 16 bits a sample. */
    EDF(2),
    /** 24 bits a sample. */
    BDF(3);

    private static final int[] ROUND_LIMITS = {32_000, 30_000, 25_000, 20_000, 10_000};

    private final int sampleBytes;

    EdfFormat(int sampleBytes) {
        this.sampleBytes = sampleBytes;
    }

    int sampleBytes() {
        return sampleBytes;
    }

    /** The smallest count that it holds. */
    public int least() {
        return -1 << 8 * sampleBytes - 1;
    }

    /** The largest count that it holds. */
    public int most() {
        return -least() - 1;
    }

    /**
     * The scale itself if it can be written, else one of the same values and a narrower range (text has no range of its
     * own).
     *
     * @throws IllegalArgumentException if there is none whose limits print exactly
     */
    public Scale fitting(Scale scale) {
        if (scale.digitalMinimum() >= least() && scale.digitalMaximum() <= most() && prints(scale)) {
            return scale;
        }
        for (int limit : ROUND_LIMITS) {
            int digital = limit * (this == EDF ? 1 : 200);
            Scale narrow =
                    new Scale(-digital, digital, scale.physical(-digital), scale.physical(digital), scale.unit());
            if (narrow.gain() == scale.gain() && narrow.offset() == scale.offset() && prints(narrow)) {
                return narrow;
            }
        }
        throw new IllegalArgumentException("a count of " + scale.gain() + " " + scale.unit() + " from " + scale.offset()
                + " on can not be told exactly in the eight characters that " + this + " gives its limits");
    }

    private static boolean prints(Scale scale) {
        return HeaderText.fits(scale.physicalMinimum()) && HeaderText.fits(scale.physicalMaximum());
    }
}

package twinge.files.edf;

/** The two widths of sample that this family of files knows. */
public enum EdfFormat {
    /** 16 bits a sample. */
    EDF(2),
    /** 24 bits a sample. */
    BDF(3);

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
}

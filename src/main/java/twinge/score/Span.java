package twinge.score;

/** A stretch of time, in seconds from the start of the recording. */
public record Span(double onsetSeconds, double endSeconds) {
    public Span {
        if (!(endSeconds > onsetSeconds)) {
            throw new IllegalArgumentException("a span from " + onsetSeconds + " s to " + endSeconds + " s");
        }
    }

    public double seconds() {
        return endSeconds - onsetSeconds;
    }

    /** Length of what two spans share over the length of what they cover together, 0 to 1. */
    public double overlap(Span other) {
        double shared = Math.min(endSeconds, other.endSeconds) - Math.max(onsetSeconds, other.onsetSeconds);
        double covered = Math.max(endSeconds, other.endSeconds) - Math.min(onsetSeconds, other.onsetSeconds);
        return shared <= 0 ? 0 : shared / covered;
    }
}

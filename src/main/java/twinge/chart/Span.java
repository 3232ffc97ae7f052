package twinge.chart;

/** From when to when, seconds from the start of the recording. */
public record Span(double from, double to) {
    public Span {
        if (!(from <= to)) {
            throw new IllegalArgumentException("a span from " + from + " s to " + to + " s");
        }
    }

    /** The span that holds both. */
    Span and(Span other) {
        return new Span(Math.min(from, other.from), Math.max(to, other.to));
    }
}

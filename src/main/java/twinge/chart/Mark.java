package twinge.chart;

import java.util.Comparator;

/** Something said about a moment or a while, seconds from the start of the recording. */
record Mark(double seconds, double durationSeconds, String text) implements Comparable<Mark> {
    private static final int LONGEST = 40; // letters; the rest is for the recording's own list of markers

    Mark {
        text = Picture.visible(text.length() > LONGEST ? text.substring(0, LONGEST) + "\u2026" : text);
    }

    @Override
    public int compareTo(Mark other) {
        return Comparator.comparingDouble(Mark::seconds)
                .thenComparingDouble(Mark::durationSeconds)
                .thenComparing(Mark::text)
                .compare(this, other);
    }
}

package twinge.files.edf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import twinge.files.Annotation;

/** Packs annotations into the space that each data record has for them; what does not fit waits for the next. */
final class AnnotationSpace {
    private static final int TIME_KEEPING = 30;
    private static final int BESIDE_TEXT = 200; // the record's time, a gap, and the annotation's own onset and duration

    private final int bytes;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private long textsCut;

    AnnotationSpace(int bytes) {
        this.bytes = bytes;
    }

    /** Takes an annotation with the onset as it shall be printed; a text too long is cut and counted. */
    void add(Annotation annotation) {
        String text = annotation.text().replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", " ");
        int most = bytes - BESIDE_TEXT;
        if (text.getBytes(StandardCharsets.UTF_8).length > most) {
            textsCut++;
            while (text.getBytes(StandardCharsets.UTF_8).length > most) {
                text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
            }
        }
        waiting.add(
                list(new Annotation(annotation.onsetTicks(), annotation.durationTicks(), text.isEmpty() ? " " : text)));
    }

    int bytes() {
        return bytes;
    }

    boolean anyWaiting() {
        return !waiting.isEmpty();
    }

    long textsCut() {
        return textsCut;
    }

    /** Whether the gaps of a record that begins at {@code onset} fit. */
    boolean fits(long onset, List<Annotation> gaps) {
        int used = TIME_KEEPING;
        for (Annotation gap : gaps) {
            used += list(later(gap, onset)).length;
        }
        return used <= bytes;
    }

    /** Writes the time of a record, its gaps and as many waiting annotations as fit into {@code record[at...]}. */
    void write(long onset, List<Annotation> gaps, byte[] record, int at) {
        byte[] time = (Ticks.printOnset(onset) + "\u0014\u0014\0").getBytes(StandardCharsets.US_ASCII);
        int end = put(time, record, at);
        for (Annotation gap : gaps) {
            end = put(list(later(gap, onset)), record, end);
        }
        while (!waiting.isEmpty() && end + waiting.peek().length <= at + bytes) {
            end = put(waiting.remove(), record, end);
        }
    }

    private static int put(byte[] list, byte[] record, int at) {
        System.arraycopy(list, 0, record, at, list.length);
        return at + list.length;
    }

    private static Annotation later(Annotation annotation, long ticks) {
        return new Annotation(annotation.onsetTicks() + ticks, annotation.durationTicks(), annotation.text());
    }

    private static byte[] list(Annotation annotation) {
        String duration = annotation.durationTicks() < 0 ? "" : "\u0015" + Ticks.print(annotation.durationTicks());
        return (Ticks.printOnset(annotation.onsetTicks()) + duration + "\u0014" + annotation.text() + "\u0014\0")
                .getBytes(StandardCharsets.UTF_8);
    }
}

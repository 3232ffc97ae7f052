package twinge.files.edf;

import java.util.ArrayList;
import java.util.List;
import twinge.files.Annotation;
import twinge.files.Faults;
import twinge.frames.Block;

/**
 * Missing samples as our writer leaves them: filled flat and covered by a {@code BAD_gap} annotation in the same record,
 * of all channels or of one ({@code BAD_gap@@label}); {@code BAD_padding} fills the last record behind the last frame.
 */
final class Gaps {
    static final String GAP = "BAD_gap";
    static final String PADDING = "BAD_padding";
    static final String OF_CHANNEL = "@@";

    /** @param channel -1 for all */
    private record Gap(int stream, int channel, long from, long to, boolean padding) {}

    private final Layout layout;
    private final Faults faults;
    private final List<Gap> open = new ArrayList<>();

    Gaps(Layout layout, Faults faults) {
        this.layout = layout;
        this.faults = faults;
    }

    /** Takes an annotation of a record that began at {@code recordOnset}; returns whether it is a gap. */
    boolean take(Annotation annotation, long recordOnset, RecordClock clock) {
        String text = annotation.text();
        boolean padding = text.equals(PADDING);
        int[] place = text.startsWith(GAP + OF_CHANNEL)
                ? layout.place(text.substring(GAP.length() + OF_CHANNEL.length()))
                : null;
        if (annotation.durationTicks() <= 0 || !padding && !text.equals(GAP) && place == null) {
            return false;
        }
        for (int stream = 0; stream < layout.streams(); stream++) {
            if (place == null || place[0] == stream) {
                double rate = layout.framesPerTick(stream);
                long onset = annotation.onsetTicks() - recordOnset;
                long from = clock.frame(stream) + Math.round(onset * rate);
                long to = clock.frame(stream) + Math.round((onset + annotation.durationTicks()) * rate);
                open.add(new Gap(stream, place == null ? -1 : place[1], from, to, padding));
            }
        }
        return true;
    }

    /** The frame from which on a stream holds nothing but padding up to {@code to}; {@code to} if there is none. */
    long endOfFrames(int stream, long to) {
        long end = to;
        for (Gap gap : open) {
            if (gap.padding() && gap.stream() == stream && gap.to() >= to) {
                end = Math.min(end, gap.from());
            }
        }
        return end;
    }

    /** Marks the missing ones of the counts of one channel, which the builder already holds. */
    void mark(int stream, int channel, long firstFrame, int[] counts, int frames, Block.Builder into) {
        for (Gap gap : open) {
            if (gap.stream() == stream && (gap.channel() < 0 || gap.channel() == channel)) {
                int from = (int) Math.min(frames, Math.max(0, gap.from() - firstFrame));
                int to = (int) Math.max(from, Math.min(frames, gap.to() - firstFrame));
                if (flat(counts, from, to)) {
                    for (int frame = from; frame < to; frame++) {
                        into.missing(channel, frame);
                    }
                } else {
                    faults.remark(
                            "gaps with samples",
                            "the samples of "
                                    + layout.list()
                                            .get(stream)
                                            .montage()
                                            .channel(channel)
                                            .label() + " from frame "
                                    + gap.from() + " on are annotated as a gap but are not flat; they are kept");
                }
            }
        }
    }

    /** Forgets what lies wholly before the record placed last. */
    void forgetBefore(RecordClock clock) {
        open.removeIf(gap -> gap.to() <= clock.frame(gap.stream()));
    }

    private static boolean flat(int[] counts, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (counts[i] != counts[from]) {
                return false;
            }
        }
        return true;
    }
}

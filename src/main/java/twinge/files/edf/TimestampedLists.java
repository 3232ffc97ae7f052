package twinge.files.edf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import twinge.files.Annotation;
import twinge.files.Faults;

/**
 * The annotations of one data record: lists of {@code +onset[21 duration]20 text 20 ... 0} (EDF+ 2003, 2.2.2). The first
 * list of the record's first annotations signal has no text and tells when the record began.
 */
final class TimestampedLists {
    private static final byte NEXT = 20;
    private static final byte DURATION = 21;
    private static final String KIND = "malformed annotations";

    private final Faults faults;
    private final List<Annotation> found = new ArrayList<>(); // onsets as printed
    private byte[] bytes;
    private int end;
    private long byteOffset; // of bytes[0] in the file
    private long record;
    private long recordOnset;

    TimestampedLists(Faults faults) {
        this.faults = faults;
    }

    /** Begins a record; its signals are then read one by one. */
    void begin(long index) {
        record = index;
        recordOnset = Ticks.NONE;
        found.clear();
    }

    /** When the record says that it began, or {@link Ticks#NONE}. */
    long recordOnset() {
        return recordOnset;
    }

    List<Annotation> found() {
        return found;
    }

    /** Reads one annotations signal, {@code length} bytes from {@code from} on. */
    void read(byte[] record, int from, int length, long offsetOfFirst, boolean keepsTime) {
        bytes = record;
        end = from + length;
        byteOffset = offsetOfFirst - from;
        int at = from;
        boolean first = keepsTime;
        while (at < end && bytes[at] != 0) {
            int close = indexOf((byte) 0, at);
            if (close == end) {
                fault(
                        at,
                        "an annotation has no end, its signal's last byte should be 0",
                        "read to the end of the signal");
            }
            list(at, close, first);
            first = false;
            at = close + 1;
        }
        if (first) {
            fault(from, "the record does not say when it began", "it is taken to follow without a gap");
        }
        for (int rest = at; rest < end; rest++) {
            if (bytes[rest] != 0) {
                fault(rest, "there is data after the annotations' end", "ignored");
                break;
            }
        }
    }

    private void list(int from, int close, boolean keepsTime) {
        int onsetEnd = from;
        while (onsetEnd < close && bytes[onsetEnd] != NEXT && bytes[onsetEnd] != DURATION) {
            onsetEnd++;
        }
        long onset = Ticks.parse(bytes, from, onsetEnd, true);
        if (onset == Ticks.NONE || onsetEnd == close) {
            fault(from, "an annotation's onset is no number with a sign: \"" + text(from, onsetEnd) + "\"", "ignored");
            return;
        }
        long duration = -1;
        int at = onsetEnd;
        if (bytes[at] == DURATION) {
            int durationEnd = Math.min(close, indexOf(NEXT, at));
            duration = Ticks.parse(bytes, at + 1, durationEnd, false);
            if (duration == Ticks.NONE) {
                fault(
                        at,
                        "an annotation's duration is no number: \"" + text(at + 1, durationEnd) + "\"",
                        "taken as a moment");
                duration = -1;
            }
            at = durationEnd;
        }
        if (keepsTime) {
            if (at + 2 != close || bytes[at + 1] != NEXT || duration >= 0) {
                fault(at, "the list that tells when the record began should end with 20 20 0", "its time is taken");
            }
            recordOnset = onset;
        }
        texts(at + 1, close, onset, duration);
    }

    private void texts(int from, int close, long onset, long duration) {
        int at = from;
        while (at < close) {
            int textEnd = Math.min(close, indexOf(NEXT, at));
            if (textEnd == close) {
                fault(at, "an annotation's text should end with the byte 20", "read to its end");
            }
            for (int i = at; i < textEnd; i++) {
                if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t' && bytes[i] != '\n' && bytes[i] != '\r') {
                    fault(i, "an annotation's text holds the byte " + bytes[i], "read as a blank");
                    break;
                }
            }
            if (textEnd > at) {
                found.add(new Annotation(onset, duration, text(at, textEnd)));
            }
            at = textEnd + 1;
        }
    }

    private void fault(int at, String met, String done) {
        faults.mended(KIND, byteOffset + at, "record " + (record + 1) + ": " + met, done);
    }

    private int indexOf(byte wanted, int from) {
        int at = from;
        while (at < end && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private String text(int from, int to) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) { // older writers put Latin-1 there
            text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", " ");
    }
}

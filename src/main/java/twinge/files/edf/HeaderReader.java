package twinge.files.edf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import twinge.files.ByteSource;
import twinge.files.Faults;
import twinge.files.Origin;
import twinge.frames.Scale;

/** Reads and checks a header. Offsets and widths are those of EDF 1992, table 1. */
final class HeaderReader {
    private static final int FIXED = 256;
    private static final int[] SHIFTS = {-1, 1, -2, 2, -3, 3, -4};
    private static final int MOST_SIGNALS = 4096;
    private static final int MOST_RECORD_BYTES = 64 << 20;
    private static final Pattern RESERVED = Pattern.compile("(EDF|BDF)\\+[CD].*");
    private static final Pattern NO_NUMBER = Pattern.compile("(?i)[+-]?(nan|inf(inity)?)");

    private final ByteSource source;
    private final Faults faults;
    private byte[] bytes;
    private HeaderFields fields;
    private int signals;
    private int sampleBytes;
    private boolean plus;

    HeaderReader(ByteSource source, Faults faults) {
        this.source = source;
        this.faults = faults;
    }

    Header read() throws IOException {
        bytes = new byte[FIXED];
        int got = source.read(bytes, 0, FIXED);
        if (got == 0) {
            throw faults.refusal(0, "the file is empty", "record or copy it again");
        }
        requireWhole(got, FIXED);
        fields = new HeaderFields(bytes, faults);
        readVersion();
        String reserved = fields.text(192, 44, "reserved");
        readSignalCount();
        bytes = Arrays.copyOf(bytes, FIXED * (signals + 1));
        requireWhole(FIXED + source.read(bytes, FIXED, FIXED * signals), bytes.length);
        fields = new HeaderFields(bytes, faults);
        boolean discontinuous = readReserved(reserved);
        Origin origin = new OriginFields(fields, faults).read(plus, source.name());
        long records = readRecordCount();
        List<Signal> list = readSignals();
        long recordBytes = 0;
        for (Signal signal : list) {
            recordBytes += (long) signal.samples() * sampleBytes;
        }
        long ticks = readDuration(list);
        return new Header(origin, sampleBytes, plus, discontinuous, records, ticks, (int) recordBytes, list);
    }

    private void requireWhole(int got, int wanted) {
        if (got < wanted) {
            throw faults.refusal(
                    got, "the header is truncated: " + got + " of " + wanted + " bytes", "fetch the file again");
        }
    }

    private void readVersion() {
        String version = fields.raw(0, 8);
        if (version.equals("\u00ffBIOSEMI")) {
            sampleBytes = 3;
        } else if (version.equals("0       ")) {
            sampleBytes = 2;
        } else {
            throw faults.refusal(
                    0,
                    "version reads \"" + version.replaceAll("\\p{Cntrl}", "?")
                            + "\"; EDF wants 0 and seven blanks, BDF the byte 255 and BIOSEMI",
                    HeaderFields.CORRECT_IT);
        }
    }

    private void readSignalCount() {
        for (int shift : SHIFTS) {
            String text = fields.raw(252 + shift, Math.min(4, 4 - shift)).strip();
            if (!isCount(fields.raw(252, 4)) && isCount(text) && slid(shift, text)) {
                throw faults.refusal(
                        252,
                        "number of signals reads \"" + fields.raw(252, 4) + "\"; the header seems shifted by " + shift
                                + " byte, there it reads " + text,
                        "give the field before it that has a wrong length its true one");
            }
        }
        long count = fields.checkedWhole(252, 4, "number of signals");
        long stated = fields.checkedWhole(184, 8, "header bytes");
        if (stated != FIXED * (count + 1)) {
            throw faults.refusal(
                    184,
                    "header bytes reads " + stated + ", which does not match " + count + " signals ("
                            + FIXED * (count + 1) + ")",
                    "correct the one of the two fields that is wrong with a header editor");
        }
        if (count < 1 || count > MOST_SIGNALS) {
            throw fields.wrong(252, 4, "number of signals", "1 to " + MOST_SIGNALS);
        }
        signals = (int) count;
    }

    private static boolean isCount(String text) {
        return text.strip().matches("[0-9]{1,4}");
    }

    private boolean slid(int shift, String count) {
        int headerBytes = FIXED * (Integer.parseInt(count) + 1);
        return fields.raw(184, 8).strip().equals(Integer.toString(headerBytes))
                || fields.raw(184 + shift, 8).strip().equals(Integer.toString(headerBytes));
    }

    private boolean readReserved(String reserved) {
        boolean blank = reserved.isEmpty() || sampleBytes == 3 && reserved.equals("24BIT");
        plus = RESERVED.matcher(reserved).matches();
        String own = sampleBytes == 2 ? "EDF" : "BDF";
        if (plus && !reserved.startsWith(own)) {
            faults.mended(
                    "reserved",
                    192,
                    "reserved says " + reserved + " in a file of " + own + " version",
                    "read as " + own + reserved.substring(3));
        } else if (!plus && !blank) {
            faults.mended(
                    "reserved", 192, "reserved holds \"" + reserved + "\", which says nothing", "read as plain " + own);
        }
        return plus && reserved.charAt(4) == 'D';
    }

    private long readRecordCount() {
        String text = fields.raw(236, 8);
        if (!text.strip().matches("[+-]?[0-9]+")) {
            faults.mended(
                    "number of records", 236, "number of records reads \"" + text + "\"", "counted from the data");
            return -1;
        }
        long records = fields.checkedWhole(236, 8, "number of records");
        if (records < 0 && source.size() < 0) { // of a file, the records found are told with it
            faults.mended(
                    "number of records",
                    236,
                    "number of records reads " + records + ": it was still being written or its recorder died",
                    "counted from the data");
        }
        return Math.max(-1, records);
    }

    private long readDuration(List<Signal> list) {
        double seconds = fields.decimal(244, "duration of a data record", false);
        boolean annotationsAlone = list.stream().allMatch(Signal::isAnnotations);
        if (!(seconds >= 0) || seconds == 0 && !annotationsAlone) {
            throw faults.refusal(
                    244,
                    "duration of a data record reads " + seconds + " s, so no rate can be told",
                    "write the true duration there with a header editor");
        }
        long ticks = seconds < 1e9 ? Ticks.of(seconds) : Ticks.NONE;
        for (int i = 0; i < list.size(); i++) {
            double rate = list.get(i).samples() / Ticks.seconds(ticks);
            if (!list.get(i).isAnnotations() && !(rate > 1e-6 && rate <= 1e6)) {
                throw faults.refusal(
                        244,
                        "duration of a data record of " + seconds + " s and "
                                + list.get(i).samples() + " samples of signal " + (i + 1)
                                + " give a rate out of range (1e-6 to 1e6 Hz)",
                        "correct the field that is wrong with a header editor");
            }
        }
        return Math.max(0, ticks);
    }

    private List<Signal> readSignals() {
        List<Signal> list = new ArrayList<>();
        long offset = 0;
        for (int i = 0; i < signals; i++) {
            String of = " of signal " + (i + 1);
            String label = fields.text(at(0, 16, i), 16, "label" + of);
            boolean annotations = plus && isAnnotations(label, i);
            String transducer = fields.text(at(16, 80, i), 80, "transducer" + of);
            String unit = fields.text(at(96, 8, i), 8, "physical dimension" + of);
            Scale scale = scale(i, of, unit, annotations);
            String prefilter = fields.text(at(136, 80, i), 80, "prefilter" + of);
            if (annotations) {
                requireBlank(i, of, transducer, unit, prefilter);
            }
            String spare = fields.text(at(224, 32, i), 32, "reserved" + of);
            if (plus && !spare.isEmpty()) { // BioSemi uses it
                faults.mended(
                        "reserved of signals",
                        at(224, 32, i),
                        "reserved" + of + " reads \"" + spare + "\", which should be blank",
                        "ignored");
            }
            int sizeAt = at(216, 8, i);
            long samples = fields.whole(sizeAt, "samples in a data record" + of);
            if (samples < 1 || (offset += samples * sampleBytes) > MOST_RECORD_BYTES || samples > MOST_RECORD_BYTES) {
                throw faults.refusal(
                        sizeAt,
                        "samples in a data record" + of + " reads " + samples
                                + "; it must be at least 1, and a data record at most " + (MOST_RECORD_BYTES >> 20)
                                + " MB",
                        samples > 0 && samples <= MOST_RECORD_BYTES
                                ? "write shorter records, or " + HeaderFields.CORRECT_IT
                                : HeaderFields.CORRECT_IT);
            }
            list.add(new Signal(label, transducer, annotations ? null : scale, (int) samples, (int)
                    (offset - samples * sampleBytes)));
        }
        return list;
    }

    private boolean isAnnotations(String label, int signal) {
        if (label.equals(sampleBytes == 2 ? "EDF Annotations" : "BDF Annotations")) {
            return true;
        }
        boolean nearly = label.matches("(?i)[EB]DF[ _]?Annotations?");
        if (nearly) {
            faults.mended(
                    "label",
                    at(0, 16, signal),
                    "label of signal " + (signal + 1) + " reads \"" + label + "\"",
                    "read as an annotations signal");
        }
        return nearly;
    }

    private void requireBlank(int signal, String of, String transducer, String unit, String prefilter) {
        if (!(transducer + unit + prefilter).isEmpty()) {
            if (NO_NUMBER.matcher(transducer + unit + prefilter).matches()) {
                throw fields.wrong(at(16, 80, signal), 80, "transducer" + of + ", an annotations signal,", "blanks");
            }
            faults.mended(
                    "annotations signals",
                    at(16, 80, signal),
                    "transducer, dimension and prefilter" + of
                            + ", an annotations signal, read \""
                            + (transducer + " " + unit + " " + prefilter).strip()
                            + "\", which should be blank",
                    "ignored");
        }
    }

    private Scale scale(int signal, String of, String unit, boolean annotations) {
        double physicalMinimum = fields.decimal(at(104, 8, signal), "physical minimum" + of, true);
        double physicalMaximum = fields.decimal(at(112, 8, signal), "physical maximum" + of, true);
        long minimum = digital(at(120, 8, signal), "digital minimum" + of);
        long maximum = digital(at(128, 8, signal), "digital maximum" + of);
        if (maximum <= minimum) {
            throw faults.refusal(
                    at(128, 8, signal),
                    "digital maximum" + of + " reads " + maximum + ", which is not above the digital minimum "
                            + minimum,
                    HeaderFields.CORRECT_IT);
        }
        if (annotations && (maximum - minimum != (1L << 8 * sampleBytes) - 1 || physicalMinimum == physicalMaximum)) {
            int at = maximum - minimum != (1L << 8 * sampleBytes) - 1
                    ? at(minimum == -1L << 8 * sampleBytes - 1 ? 128 : 120, 8, signal)
                    : at(104, 8, signal);
            throw fields.wrong(
                    at,
                    8,
                    (at == at(104, 8, signal) ? "physical minimum" : "digital range") + of + ", an annotations signal,",
                    "the whole digital range and two different physical limits");
        }
        if (!Double.isFinite(physicalMinimum) || !Double.isFinite(physicalMaximum)) {
            throw fields.wrong(at(104, 8, signal), 8, "physical minimum or maximum" + of, "a finite number");
        }
        if (physicalMinimum == physicalMaximum) {
            faults.mended(
                    "physical limits",
                    at(104, 8, signal),
                    "physical minimum and maximum" + of + " are both " + physicalMinimum,
                    "its samples are read as plain counts");
            return new Scale((int) minimum, (int) maximum, minimum, maximum, "");
        }
        return new Scale((int) minimum, (int) maximum, physicalMinimum, physicalMaximum, unit);
    }

    private long digital(int at, String field) {
        long value = fields.whole(at, field);
        long limit = 1L << 8 * sampleBytes - 1;
        if (value < -limit || value >= limit) {
            throw faults.refusal(
                    at,
                    field + " reads " + value + "; a sample of " + 8 * sampleBytes + " bits lies between " + -limit
                            + " and " + (limit - 1),
                    HeaderFields.CORRECT_IT);
        }
        return value;
    }

    private int at(int offset, int width, int signal) {
        return FIXED + offset * signals + width * signal;
    }
}

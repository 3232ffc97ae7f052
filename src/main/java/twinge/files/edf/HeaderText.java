package twinge.files.edf;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import twinge.events.Session;
import twinge.files.ChannelWords;
import twinge.frames.Channel;

/** Prints a header. Numbers are printed so that they read back as the very same number, or refused. */
final class HeaderText {
    private static final LocalDateTime NO_START = LocalDateTime.of(1985, 1, 1, 0, 0);

    private final EdfFormat format;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    HeaderText(EdfFormat format) {
        this.format = format;
    }

    /** The header of a file that is still being written. */
    byte[] print(Session session, RecordShape shape) {
        LocalDateTime start = session.start().orElse(NO_START).truncatedTo(ChronoUnit.SECONDS);
        if (start.getYear() < 1985 || start.getYear() > 2084) {
            throw new IllegalArgumentException("a start in " + start.getYear() + "; EDF knows 1985 to 2084");
        }
        if (format == EdfFormat.EDF) {
            field("0", 8);
        } else {
            bytes.write(255);
            field("BIOSEMI", 7);
        }
        field(subField(session.athlete()) + " X X X", 80);
        field(
                "Startdate " + (session.start().isPresent() ? longDate(start) : "X") + " " + session.id() + " X "
                        + OriginFields.OURS
                        + session.zone().map(zone -> " " + zone.getId()).orElse(""),
                80);
        field(dotted(start.getDayOfMonth(), start.getMonthValue(), start.getYear() % 100), 8);
        field(dotted(start.getHour(), start.getMinute(), start.getSecond()), 8);
        List<Channel> channels = shape.channels();
        field(Integer.toString(256 * (channels.size() + 2)), 8);
        field(format + "+C", 44);
        field("-1", 8);
        field(Ticks.print(shape.recordTicks()), 8);
        field(Integer.toString(channels.size() + 1), 4);
        column(channels, 16, Channel::label, format + " Annotations");
        column(channels, 80, ChannelWords::sensorWords, "");
        column(channels, 8, channel -> unit(channel.scale().unit()), "");
        column(channels, 8, channel -> number(channel.scale().physicalMinimum()), "-1");
        column(channels, 8, channel -> number(channel.scale().physicalMaximum()), "1");
        column(channels, 8, channel -> digital(channel.scale().digitalMinimum()), Integer.toString(format.least()));
        column(channels, 8, channel -> digital(channel.scale().digitalMaximum()), Integer.toString(format.most()));
        column(channels, 80, channel -> "", "");
        List<String> sizes = new ArrayList<>();
        for (int signal = 0; signal < channels.size(); signal++) {
            sizes.add(Integer.toString(shape.samples(signal)));
        }
        sizes.add(Integer.toString(shape.annotationBytes() / format.sampleBytes()));
        sizes.forEach(size -> field(size, 8));
        column(channels, 32, channel -> "", "");
        return bytes.toByteArray();
    }

    /** A number in at most eight characters that reads back as the same number. */
    static String number(double value) {
        String text = plain(value);
        String shorter = withoutZero(text);
        if (shorter.length() > 8) {
            throw new IllegalArgumentException(
                    "a physical limit of " + text + " does not fit the eight characters that EDF"
                            + " gives it; choose limits with fewer digits (and digital limits to go with them)");
        }
        return text.length() > 8 ? shorter : text;
    }

    /** Whether {@link #number} can print it. */
    static boolean fits(double value) {
        return withoutZero(plain(value)).length() <= 8;
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static String withoutZero(String number) {
        return number.replaceFirst("^(-?)0\\.", "$1.");
    }

    private String digital(int value) {
        if (value < format.least() || value > format.most()) {
            throw new IllegalArgumentException(
                    "a digital limit of " + value + " does not fit " + format + ", which holds " + format.least()
                            + " to " + format.most() + "; EdfFormat.fitting gives a scale that does");
        }
        return Integer.toString(value);
    }

    private static String unit(String unit) {
        return unit.replace('\u00b5', 'u').replace('\u03bc', 'u').replace("\u00b0", "deg");
    }

    private void column(List<Channel> channels, int width, Function<Channel, String> words, String ofAnnotations) {
        channels.forEach(channel -> field(words.apply(channel), width));
        field(ofAnnotations, width);
    }

    private void field(String text, int width) {
        if (text.length() > width || !text.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" does not fit a header field of " + width + " plain ASCII characters; shorten it");
        }
        bytes.writeBytes(String.format(Locale.ROOT, "%-" + width + "s", text).getBytes(StandardCharsets.US_ASCII));
    }

    /** Words as one sub-field: letters without their accents, no blanks, at most what the field leaves. */
    private static String subField(String words) {
        String plain = Normalizer.normalize(words.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^!-~]+", "_");
        return plain.isEmpty() ? "X" : plain.substring(0, Math.min(74, plain.length()));
    }

    private static String longDate(LocalDateTime start) {
        return String.format(
                Locale.ROOT,
                "%02d-%s-%04d",
                start.getDayOfMonth(),
                Dates.MONTHS.get(start.getMonthValue() - 1),
                start.getYear());
    }

    private static String dotted(int first, int second, int third) {
        return String.format(Locale.ROOT, "%02d.%02d.%02d", first, second, third);
    }
}

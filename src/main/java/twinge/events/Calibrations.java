package twinge.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The calibrations that a session goes by, one a board at most, and the text as which they travel on its tapes.
 *
 * <p>The text is lines of words with tabs between them: {@code calibration}, its version and the board's number from 1; then
 * {@code id}, {@code athlete}, {@code board}, {@code taken}, {@code author} and {@code effort}; then a line {@code level} a
 * channel. Levels stand as {@link Double#toHexString} writes them, so that no bit is lost.
 *
 * @param byBoard by the board's number, from 1
 */
public record Calibrations(SortedMap<Integer, Calibration> byBoard) {
    public static final Calibrations NONE = new Calibrations(new TreeMap<>());

    private static final String VERSION = "1";
    private static final List<String> FIELDS = List.of("id", "athlete", "board", "taken", "author", "effort");

    public Calibrations {
        byBoard = Collections.unmodifiableSortedMap(new TreeMap<>(byBoard));
    }

    /** That of a session of one board. */
    public static Calibrations of(Calibration calibration) {
        return new Calibrations(new TreeMap<>(Map.of(1, calibration)));
    }

    /** That of a board, from 1. */
    public Optional<Calibration> of(int boardNumber) {
        return Optional.ofNullable(byBoard.get(boardNumber));
    }

    /** Empty if there are none. */
    public String text() {
        StringBuilder text = new StringBuilder();
        byBoard.forEach((number, calibration) -> write(text, number, calibration));
        return text.toString();
    }

    /**
     * What a text says.
     *
     * @throws IllegalArgumentException saying which line can not be understood
     */
    public static Calibrations parse(String text) {
        SortedMap<Integer, Calibration> read = new TreeMap<>();
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); ) {
            int end = line + 1;
            while (end < lines.size() && !lines.get(end).startsWith("calibration\t")) {
                end++;
            }
            try {
                String[] first = lines.get(line).split("\t", -1);
                if (first.length != 3 || !first[0].equals("calibration") || !first[1].equals(VERSION)) {
                    throw new IllegalArgumentException("this is no calibration of version " + VERSION);
                }
                read.put(Integer.valueOf(first[2]), calibration(lines.subList(line + 1, end)));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException(
                        "the calibration in line " + (line + 1) + " can not be understood: " + e.getMessage(), e);
            }
            line = end;
        }
        return new Calibrations(read);
    }

    /**
     * Names a calibration by what it holds: 64 lower-case hexadecimal digits, the SHA-256 of its text as that of board 1.
     */
    public static String digest(Calibration calibration) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] text = of(calibration).text().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(sha256.digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256, this one has not", e);
        }
    }

    private static void write(StringBuilder text, int number, Calibration calibration) {
        line(text, "calibration", VERSION, Integer.toString(number));
        line(text, "id", calibration.id().toString());
        line(text, "athlete", calibration.athlete());
        line(text, "board", calibration.board());
        line(text, "taken", calibration.takenAt().toString());
        line(text, "author", calibration.author());
        line(text, "effort", calibration.effort().name().toLowerCase(Locale.ROOT));
        for (Calibration.Level level : calibration.levels()) {
            line(
                    text,
                    "level",
                    level.label(),
                    level.site(),
                    level.unit(),
                    Double.toHexString(level.detectionRest()),
                    Double.toHexString(level.amplitudeRest()),
                    Double.toHexString(level.reference()));
        }
    }

    private static void line(StringBuilder text, String... words) {
        text.append(String.join("\t", words)).append('\n');
    }

    private static Calibration calibration(List<String> lines) {
        List<String> values = new ArrayList<>();
        List<Calibration.Level> levels = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split("\t", -1);
            if (values.size() < FIELDS.size() && words.length == 2 && words[0].equals(FIELDS.get(values.size()))) {
                values.add(words[1]);
            } else if (words[0].equals("level") && words.length == 7) {
                levels.add(new Calibration.Level(
                        words[1],
                        words[2],
                        words[3],
                        Double.parseDouble(words[4]),
                        Double.parseDouble(words[5]),
                        Double.parseDouble(words[6])));
            } else {
                throw new IllegalArgumentException("it has the line \"" + line + "\"");
            }
        }
        if (values.size() < FIELDS.size()) {
            throw new IllegalArgumentException("it has no line \"" + FIELDS.get(values.size()) + "\"");
        }
        return new Calibration(
                UUID.fromString(values.get(0)),
                values.get(1),
                values.get(2),
                OffsetDateTime.parse(values.get(3)),
                values.get(4),
                Calibration.Effort.valueOf(values.get(5).toUpperCase(Locale.ROOT)),
                levels);
    }
}

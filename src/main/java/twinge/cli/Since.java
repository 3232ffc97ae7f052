package twinge.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people say them: {@code 2026-11-22}, {@code yesterday}, {@code 2 weeks ago}. */
final class Since {
    static final String EXAMPLES = "write it as 2026-11-22, today, yesterday, or like \"2 weeks ago\"";

    private static final Pattern AGO = Pattern.compile("(\\d{1,5}|an?|one) (day|week|month|year)s? ago");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "day", ChronoUnit.DAYS, "week", ChronoUnit.WEEKS, "month", ChronoUnit.MONTHS, "year", ChronoUnit.YEARS);

    private Since() {}

    /** The day that is meant, or none if the words mean no day. */
    static Optional<LocalDate> day(String words, LocalDate today) {
        String said = words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (said.equals("today")) {
            return Optional.of(today);
        }
        if (said.equals("yesterday")) {
            return Optional.of(today.minusDays(1));
        }
        Matcher ago = AGO.matcher(said);
        try {
            if (ago.matches()) {
                boolean number = Character.isDigit(ago.group(1).charAt(0));
                long amount = number ? Long.parseLong(ago.group(1)) : 1;
                return Optional.of(today.minus(amount, UNITS.get(ago.group(2))));
            }
            return Optional.of(LocalDate.parse(said));
        } catch (DateTimeException e) {
            return Optional.empty(); // the caller says what can be written
        }
    }
}

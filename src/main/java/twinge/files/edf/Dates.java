package twinge.files.edf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import twinge.files.Faults;

/** When a recording began, from the two places where a header says so. */
final class Dates {
    static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    private static final Pattern LONG = Pattern.compile("([0-9]{2})-([A-Za-z]{3})-([0-9]{4})");
    private static final Pattern SHORT = Pattern.compile("([0-9]{2})(.)([0-9]{2})(.)([0-9]{2})");
    private static final int DATE = 168;
    private static final int TIME = 176;

    private final HeaderFields fields;
    private final Faults faults;

    Dates(HeaderFields fields, Faults faults) {
        this.fields = fields;
        this.faults = faults;
    }

    /** @param stated the date in the recording field, if it has one */
    Optional<LocalDateTime> start(Optional<LocalDate> stated) {
        Optional<LocalDate> printed = shortDate();
        Optional<LocalTime> time = time();
        if (stated.isPresent() && printed.isPresent() && !sameShort(stated.get(), printed.get())) {
            faults.mended(
                    "start date",
                    DATE,
                    "start date reads \"" + fields.raw(DATE, 8) + "\" but the recording field says " + stated.get(),
                    "the latter is taken");
        }
        Optional<LocalDate> date = stated.or(() -> printed);
        return date.flatMap(day -> time.map(day::atTime));
    }

    /** {@code 04-JUL-2010}. */
    static Optional<LocalDate> longDate(String text) {
        Matcher matcher = LONG.matcher(text);
        int month = matcher.matches() ? MONTHS.indexOf(matcher.group(2).toUpperCase(Locale.ROOT)) + 1 : 0;
        return month == 0 ? Optional.empty() : date(matcher.group(3), month, matcher.group(1));
    }

    private Optional<LocalDate> shortDate() {
        Matcher matcher = dotted(DATE, "start date", "dd.mm.yy");
        if (matcher == null) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(5));
        String full = Integer.toString(year >= 85 ? 1900 + year : 2000 + year);
        Optional<LocalDate> date = date(full, Integer.parseInt(matcher.group(3)), matcher.group(1));
        if (date.isEmpty()) {
            faults.mended(
                    "start date", DATE, "start date \"" + matcher.group() + "\" is no day of the calendar", "ignored");
        }
        return date;
    }

    private Optional<LocalTime> time() {
        Matcher matcher = dotted(TIME, "start time", "hh.mm.ss");
        if (matcher == null) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(matcher.group(1));
        int minute = Integer.parseInt(matcher.group(3));
        int second = Integer.parseInt(matcher.group(5));
        if (hour > 23 || minute > 59 || second > 59) {
            faults.mended("start time", TIME, "start time \"" + matcher.group() + "\" is no time of day", "ignored");
            return Optional.empty();
        }
        return Optional.of(LocalTime.of(hour, minute, second));
    }

    private Matcher dotted(int at, String field, String wanted) {
        Matcher matcher = SHORT.matcher(fields.raw(at, 8));
        if (!matcher.matches()) {
            faults.mended(field, at, field + " reads \"" + fields.raw(at, 8) + "\" instead of " + wanted, "ignored");
            return null;
        }
        if (!matcher.group(2).equals(".") || !matcher.group(4).equals(".")) {
            faults.mended(
                    field, at, field + " \"" + matcher.group() + "\" should have dots: " + wanted, "read all the same");
        }
        return matcher;
    }

    private static Optional<LocalDate> date(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        } catch (DateTimeException e) { // no such day: the caller says what becomes of it
            return Optional.empty();
        }
    }

    private static boolean sameShort(LocalDate one, LocalDate other) {
        return one.getDayOfMonth() == other.getDayOfMonth()
                && one.getMonthValue() == other.getMonthValue()
                && one.getYear() % 100 == other.getYear() % 100;
    }
}

package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-03-01, 2026-03-01",
        "today, 2026-03-31",
        "Yesterday, 2026-03-30",
        "2 weeks ago, 2026-03-17",
        "a week ago, 2026-03-24",
        "10  days ago, 2026-03-21",
        "one month ago, 2026-02-28",
        "1 year ago, 2025-03-31"
    })
    void daysAreUnderstoodAsPeopleSayThem(String words, LocalDate day) {
        assertEquals(Optional.of(day), Since.day(words, TODAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2 fortnights ago", "31.3.2026", "2026-02-30", "-3 days ago", "99999 years ago and more"})
    void otherWordsMeanNoDay(String words) {
        assertEquals(Optional.empty(), Since.day(words, TODAY));
    }
}

package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnsetOrderTest {
    private final List<String> printed = new ArrayList<>();

    private final OnsetOrder<String> order = new OnsetOrder<>(printed::add);

    private void row(double onset, double decided, String name) throws IOException {
        order.add(onset, decided, name);
    }

    @Test
    void aLongEpisodeStandsBeforeTheShortOnesThatBeganAndEndedDuringIt() throws IOException {
        row(20, 21, "short");
        row(25, 26, "second short");
        row(10, 300, "long");
        order.finish();
        assertEquals(List.of("long", "short", "second short"), printed);
    }

    @Test
    void equalOnsetsKeepTheOrderInWhichTheyWereDecided() throws IOException {
        row(5, 9, "b");
        row(5, 9, "a");
        order.finish();
        assertEquals(List.of("b", "a"), printed);
    }

    @Test
    void whatIsOlderThanTenMinutesIsPrintedWhileTheRecordingGoesOn() throws IOException {
        row(10, 12, "first");
        row(30, 40, "second");
        row(620, 625, "third");
        assertEquals(List.of("first"), printed);
        order.finish();
        assertEquals(List.of("first", "second", "third"), printed);
    }
}

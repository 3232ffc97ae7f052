package twinge.files.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twinge.frames.MalformedInput;

class TableTest {
    @Test
    void whatIsWrittenReadsBackWhateverTheCellsHold() throws IOException {
        String letters = "ab,\"\n\t; \u00b5'9";
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            Table table = seed % 2 == 0 ? Table.csv() : Table.tsv();
            List<List<String>> rows = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int r = 0; r < 3; r++) {
                List<String> row = new ArrayList<>(List.of("row"));
                for (int c = 0; c < 3; c++) {
                    StringBuilder cell = new StringBuilder("x");
                    random.ints(random.nextInt(6), 0, letters.length()).forEach(i -> cell.append(letters.charAt(i)));
                    row.add(random.nextInt(5) == 0 ? "" : cell.toString());
                }
                rows.add(row);
                text.append(table.line(row)).append(random.nextBoolean() ? "\r\n" : "\n");
            }
            assertEquals(rows, table.read(new StringReader(text.toString()), "test"), "seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=1+1, '=1+1",
                "+cmd, '+cmd",
                "@SUM(1), '@SUM(1)",
                "-2+3, '-2+3",
                "-2.5e-3, -2.5e-3",
                "+7, +7",
                "spasm, spasm",
                "say \"x\", `\"say \"\"x\"\"\"`"
            })
    void aSpreadsheetShowsTextInsteadOfRunningItAndNumbersStayNumbers(String cell, String written) {
        assertEquals(written, Table.csv().line(List.of(cell)));
        assertEquals("\"'\r\"", Table.csv().line(List.of("\r")));
        assertEquals("'\tx", Table.csv().line(List.of("\tx")));
    }

    @Test
    void emptyLinesAndAByteOrderMarkAreSkippedAndAnOpenQuoteIsRefusedByItsLine() throws IOException {
        assertEquals(
                List.of(List.of("onset", "kind"), List.of("1.5", "")),
                Table.tsv().read(new StringReader("\ufeffonset\tkind\n\n1.5\t\n"), "events.tsv"));
        String message = assertThrows(
                        MalformedInput.class,
                        () -> Table.csv().read(new StringReader("a,b\n1,\"2\n3,4\n"), "labels.csv"))
                .getMessage();
        assertTrue(message.startsWith("labels.csv: line 2:"), message);
    }
}

package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final List<String> COLUMNS = List.of("onset_s", "kind", "channels", "peak", "why");

    private interface Form {
        Table over(Writer out) throws IOException;
    }

    private static String written(Form form) throws IOException {
        StringWriter out = new StringWriter();
        try (Table table = form.over(out)) {
            table.row(
                    Cell.number(1.5, 6),
                    Cell.words("spasm"),
                    Cell.list(List.of("ES_L", "ES_R")),
                    Cell.number(Double.NaN, 2),
                    Cell.words("no lift, \"rest\"\tdeclared"));
            table.row(Cell.number(12, 6), Cell.words("clonus"), Cell.list(List.of()), Cell.count(7), Cell.words(""));
        }
        return out.toString();
    }

    @Test
    void csvQuotesAsRfc4180Says() throws IOException {
        assertEquals(
                "onset_s,kind,channels,peak,why\n"
                        + "1.500000,spasm,ES_L;ES_R,,\"no lift, \"\"rest\"\"\tdeclared\"\n"
                        + "12.000000,clonus,,7,\n",
                written(out -> new DelimitedTable(out, ",", COLUMNS)));
    }

    @Test
    void tabSeparatedLinesHaveOneFieldAColumnWhateverTheTextHolds() throws IOException {
        assertEquals(
                "onset_s\tkind\tchannels\tpeak\twhy\n"
                        + "1.500000\tspasm\tES_L;ES_R\t\tno lift, \"rest\" declared\n"
                        + "12.000000\tclonus\t\t7\t\n",
                written(out -> new DelimitedTable(out, "\t", COLUMNS)));
    }

    @Test
    void jsonIsOneObjectALineWithNumbersAsNumbersAndTheUnknownAsNull() throws IOException {
        assertEquals(
                "{\"onset_s\":1.500000,\"kind\":\"spasm\",\"channels\":[\"ES_L\",\"ES_R\"],\"peak\":null,"
                        + "\"why\":\"no lift, \\\"rest\\\"\\tdeclared\"}\n"
                        + "{\"onset_s\":12.000000,\"kind\":\"clonus\",\"channels\":[],\"peak\":7,\"why\":null}\n",
                written(out -> new JsonTable(out, COLUMNS)));
    }

    @Test
    void noRowsAreNoLinesOfJson() throws IOException {
        StringWriter out = new StringWriter();
        new JsonTable(out, COLUMNS).close();
        assertEquals("", out.toString());
    }

    @Test
    void onAScreenColumnsStandUnderEachOtherAndNumbersToTheRight() throws IOException {
        assertEquals(
                "  onset_s  kind    channels   peak  why\n"
                        + " 1.500000  spasm   ES_L;ES_R        no lift, \"rest\" declared\n"
                        + "12.000000  clonus                7\n",
                written(out -> new ScreenTable(out, COLUMNS, 0, new Ink(false))));
    }

    @Test
    void onANarrowScreenLinesAreCut() throws IOException {
        written(out -> new ScreenTable(out, COLUMNS, 30, new Ink(false)))
                .lines()
                .forEach(line -> assertTrue(line.length() <= 30, line));
    }

    @Test
    void coloursStandAroundTheKindAndDoNotMoveColumns() throws IOException {
        String plain = written(out -> new ScreenTable(out, COLUMNS, 0, new Ink(false)));
        String coloured = written(out -> new ScreenTable(out, COLUMNS, 0, new Ink(true)));
        assertTrue(coloured.contains("\033[38;5;166mspasm\033[0m"), coloured);
        assertEquals(plain, coloured.replaceAll("\033\\[[0-9;]*m", ""));
    }

    @Test
    void textOfAFileCanNotSteerTheTerminal() throws IOException {
        StringWriter out = new StringWriter();
        try (Table table = new ScreenTable(out, List.of("channel"), 0, new Ink(false))) {
            table.row(Cell.words("EMG\033[2J\u0007"));
        }
        assertEquals("channel\nEMG [2J\n", out.toString().replaceAll(" +\n", "\n"));
    }

    @Test
    void numbersAreTheSameInEveryCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals("1234567.250000", Cell.number(1234567.25, 6).text());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void roundingStartsFromTheExactBinaryValue() {
        assertEquals("1.00", Cell.number(1.005, 2).text()); // 1.005 is 1.00499999999999989...
        assertEquals("0.12", Cell.number(0.125, 2).text()); // exactly half: to even
        assertEquals("0.38", Cell.number(0.375, 2).text());
    }

    @Test
    void aFailureToWriteNamesWhereTheResultsShouldHaveGone() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ResultsWriter out = new ResultsWriter("out.csv", full);
        out.write("a".toCharArray(), 0, 1);
        ResultsLost lost = assertThrows(ResultsLost.class, out::flush);
        assertEquals("the results can not be written to out.csv: No space left on device", Failures.line(lost));
    }
}

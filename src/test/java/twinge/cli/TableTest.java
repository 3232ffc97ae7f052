package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    private static final List<String> COLUMNS = List.of("onset_s", "kind", "channels", "peak", "why");

    private static final List<String> told = new ArrayList<>();

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

    @ParameterizedTest
    @ValueSource(strings = {",", "\t"})
    void textOfAFileIsNoFormulaInASpreadsheetAndNumbersStayNumbers(String delimiter) throws IOException {
        for (String formula : List.of("=1+2", "+A1", "-A1", "@SUM(A1)", "-1-1")) {
            assertEquals("'" + formula, fieldOf(formula, delimiter));
        }
        for (String plain : List.of("-1.50", "+2e-3", "EMG=1", "ES-L", "")) {
            assertEquals(plain, fieldOf(plain, delimiter));
        }
        assertTrue(fieldOf("\t=1", delimiter).contains("'"), "a blank before it");
    }

    private static String fieldOf(String text, String delimiter) throws IOException {
        StringWriter out = new StringWriter();
        new DelimitedTable(out, delimiter, List.of("channel")).row(Cell.words(text));
        return out.toString().substring("channel\n".length()).stripTrailing();
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
                written(out -> new ScreenTable(out, COLUMNS, 0, new Ink(false), told::add)));
    }

    @Test
    void onANarrowScreenLinesAreCut() throws IOException {
        written(out -> new ScreenTable(out, COLUMNS, 30, new Ink(false), told::add))
                .lines()
                .forEach(line -> assertTrue(line.length() <= 30, line));
    }

    private static String findings(int screenColumns, String why) throws IOException {
        StringWriter out = new StringWriter();
        try (Table table = new ScreenTable(out, FindingRows.COLUMNS, screenColumns, new Ink(false), told::add)) {
            table.row(FindingRows.COLUMNS.stream()
                    .map(column -> Cell.words(column.equals("why") ? why : "<" + column + ">"))
                    .toArray(Cell[]::new));
        }
        return out.toString();
    }

    @Test
    void onANarrowScreenOtherColumnsGoBeforeTheReasonsAreCut() throws IOException {
        String text = findings(80, "short");
        for (String kept : List.of("onset_s", "offset_s", "channel", "kind", "probability")) {
            assertTrue(text.contains("<" + kept + ">"), text);
        }
        assertTrue(text.contains("  short"), text);
        assertFalse(text.contains("median_frequency_hz"), text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 80 && !line.endsWith("\u2026")), text);
        assertTrue(findings(0, "short").contains("<median_frequency_hz>"), "of a screen of unknown width nothing goes");
    }

    @Test
    void reasonsWithoutRoomBesideTheRestStandBelow() throws IOException {
        String why = "repeats 5.2 times a second, steady to 8 %; no lift was declared here";
        List<String> lines = findings(80, why).lines().toList();
        assertEquals(4, lines.size(), "names and their row, each with the reasons below");
        assertEquals("    why", lines.get(1));
        assertEquals("    " + why, lines.get(3));
        assertTrue(lines.get(2).startsWith("<onset_s>") && lines.get(2).contains("<probability>"), lines.get(2));
    }

    @Test
    void coloursStandAroundTheKindAndDoNotMoveColumns() throws IOException {
        String plain = written(out -> new ScreenTable(out, COLUMNS, 0, new Ink(false), told::add));
        String coloured = written(out -> new ScreenTable(out, COLUMNS, 0, new Ink(true), told::add));
        assertTrue(coloured.contains("\033[38;5;166mspasm\033[0m"), coloured);
        assertEquals(plain, coloured.replaceAll("\033\\[[0-9;]*m", ""));
    }

    @Test
    void textOfAFileCanNotSteerTheTerminal() throws IOException {
        StringWriter out = new StringWriter();
        try (Table table = new ScreenTable(out, List.of("channel"), 0, new Ink(false), told::add)) {
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

    @Test
    void columnsThatAreLeftOutAreCounted() throws IOException {
        told.clear();
        String text = findings(80, "short");
        int shown = text.lines().findFirst().orElseThrow().trim().split(" {2,}").length;
        assertEquals(
                List.of((FindingRows.COLUMNS.size() - shown) + " columns left out for want of width; --csv has all"),
                told);
        told.clear();
        findings(0, "short");
        assertEquals(List.of(), told);
    }

    @Test
    void aNumberIsShownWholeOrNotAtAll() throws IOException {
        List<String> columns = List.of("kind", "onset_s", "offset_s");
        for (int width = 21; width < 40; width++) {
            StringWriter out = new StringWriter();
            try (Table table = new ScreenTable(out, columns, width, new Ink(false), told::add)) {
                table.row(Cell.words("spasm"), Cell.number(1234567.25, 6), Cell.number(7654321.75, 6));
            }
            String row = out.toString().lines().skip(1).findFirst().orElseThrow();
            String[] cells = row.replace("\u2026", "").trim().split(" +");
            assertTrue(
                    List.of("spasm", "1234567.250000", "7654321.750000").containsAll(List.of(cells)),
                    width + ": " + row);
        }
    }

    @Test
    void onlyJsonHasTheListsTooLongForATable() throws IOException {
        StringWriter json = new StringWriter();
        try (Table table = new JsonTable(json, List.of("kind", "burst_onsets_s"))) {
            table.row(Cell.words("clonus"), Cell.numbers(List.of(1.5, 1.75), 3));
        }
        assertEquals("{\"kind\":\"clonus\",\"burst_onsets_s\":[1.500,1.750]}\n", json.toString());
        StringWriter csv = new StringWriter();
        try (Table table = new DelimitedTable(csv, ",", List.of("kind"))) {
            table.row(Cell.words("clonus"), Cell.numbers(List.of(1.5, 1.75), 3));
        }
        assertEquals("kind\nclonus\n", csv.toString());
    }

    @Test
    void aRateIsRoundForAPersonAndExactForAProgram() throws IOException {
        Cell rate = Cell.exact(1259.2592592592594).seenAs("1259.259");
        StringWriter screen = new StringWriter();
        try (Table table = new ScreenTable(screen, List.of("rate_hz"), 0, new Ink(false), told::add)) {
            table.row(rate);
        }
        assertTrue(screen.toString().endsWith("1259.259\n"), screen.toString());
        assertEquals("1259.2592592592594", rate.text());
    }
}

package twinge.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the results of a verb go and in which form; the same options for every verb that has results. */
final class Output {
    private static final Set<String> ENDINGS = Set.of("csv", "tsv", "txt", "json", "jsonl");

    /** At most one of them; none lets the terminal or the file's name decide. */
    static final class Form {
        @Option(names = "--csv", description = "comma-separated, with a header line")
        private boolean csv;

        @Option(names = "--json", description = "one JSON object a line")
        private boolean json;

        @Option(names = "--tsv", description = "tab-separated (the default where no person looks on)")
        private boolean tsv;
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @ArgGroup(exclusive = true)
    private Form form;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "write the results there; .csv, .tsv and .json choose the form")
    private Path file;

    /** Opens the results; close the table when all rows are in. */
    Table open(List<String> columns) throws IOException {
        return open(columns, List.of());
    }

    /** @param jsonColumns what JSON has behind the columns of every form */
    private Table open(List<String> columns, List<String> jsonColumns) throws IOException {
        check();
        Twinge twinge = Twinge.of(verb);
        boolean toFile = file != null && !file.toString().equals("-");
        OutputStream bytes = toFile ? create(file) : twinge.terminal().out();
        Writer out = new ResultsWriter(toFile ? file.toString() : "standard output", bytes);
        String ending = toFile ? ending(file.toString()) : "";
        if (form == null ? ending.equals("json") || ending.equals("jsonl") : form.json) {
            return new JsonTable(
                    out, Stream.concat(columns.stream(), jsonColumns.stream()).toList());
        }
        if (form == null ? ending.equals("csv") : form.csv) {
            return new DelimitedTable(out, ",", columns);
        }
        if (form == null && !toFile && twinge.terminal().outIsScreen()) {
            return new ScreenTable(out, columns, twinge.terminal().columns(), twinge.ink(), twinge::remark);
        }
        return new DelimitedTable(out, "\t", columns);
    }

    /** Results that are opened when the first are to be had, so that an input that is not there costs no old results. */
    final class Late implements Closeable {
        private final List<String> columns;
        private final List<String> jsonColumns;
        private Table table;

        private Late(List<String> columns, List<String> jsonColumns) {
            this.columns = columns;
            this.jsonColumns = jsonColumns;
        }

        Table table() throws IOException {
            if (table == null) {
                table = open(columns, jsonColumns);
            }
            return table;
        }

        @Override
        public void close() throws IOException {
            if (table != null) {
                table.close();
            }
        }
    }

    /** Results that may not come; close them in any case. */
    Late late(List<String> columns) {
        return late(columns, List.of());
    }

    /** @param jsonColumns what JSON has behind the columns of every form */
    Late late(List<String> columns, List<String> jsonColumns) {
        check();
        return new Late(columns, jsonColumns);
    }

    /** An ending that chooses no form is more likely mistyped than meant. */
    private void check() {
        String name = file == null ? "" : file.toString();
        if (form == null && ending(name).matches("[a-z0-9]+") && !ENDINGS.contains(ending(name))) {
            throw new ParameterException(
                    verb.commandLine(),
                    "-o is " + name
                            + "; its ending chooses the form: .csv, .tsv or .json (or say --csv, --tsv, --json)");
        }
    }

    private static OutputStream create(Path file) {
        Destination.check(file);
        try {
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw new ResultsLost(file.toString(), e);
        }
    }

    void remark(String words) {
        Twinge.of(verb).remark(words);
    }

    /** What follows the last dot of the file's name, in lower case; nothing if there is none. */
    private static String ending(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "";
    }
}

package twinge.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the results of a verb go and in which form; the same options for every verb that has results. */
final class Output {
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
        Twinge twinge = Twinge.of(verb);
        boolean toFile = file != null && !file.toString().equals("-");
        OutputStream bytes = toFile ? create(file) : twinge.terminal().out();
        Writer out = new ResultsWriter(toFile ? file.toString() : "standard output", bytes);
        String ending = toFile ? ending(file) : "";
        if (form == null ? ending.equals("json") || ending.equals("jsonl") : form.json) {
            return new JsonTable(out, columns);
        }
        if (form == null ? ending.equals("csv") : form.csv) {
            return new DelimitedTable(out, ",", columns);
        }
        if (form == null && !toFile && twinge.terminal().outIsScreen()) {
            return new ScreenTable(out, columns, twinge.terminal().columns(), twinge.ink());
        }
        return new DelimitedTable(out, "\t", columns);
    }

    /** Results that are opened when the first are to be had, so that an input that is not there costs no old results. */
    final class Late implements Closeable {
        private final List<String> columns;
        private Table table;

        private Late(List<String> columns) {
            this.columns = columns;
        }

        Table table() throws IOException {
            if (table == null) {
                table = open(columns);
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
        return new Late(columns);
    }

    private static OutputStream create(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (!Files.isDirectory(folder)) {
                throw new IOException("there is no folder " + folder + "; make it first");
            }
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw new ResultsLost(file.toString(), e);
        }
    }

    void remark(String words) {
        Twinge.of(verb).remark(words);
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

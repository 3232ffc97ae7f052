package twinge.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Programs of other people that read our recordings: EDFlib by a C program of ours, and MNE, where they are installed. */
final class OtherReaders {
    private static final String PYTHON = "/usr/bin/python3"; // Debian packages are for this one
    private static final String MNE = """
            import sys, warnings
            import mne
            warnings.simplefilter("ignore")
            for name in sys.argv[1:]:
                raw = mne.io.read_raw_bdf(name, preload=True, verbose="error")
                print(name, raw.n_times, len(raw.annotations))
            """;

    private OtherReaders() {}

    /** Why EDFlib can not be asked here; empty if it can. */
    static String edflibMissing() {
        boolean there = Files.exists(Path.of("/usr/include/edflib.h")) && Files.isExecutable(Path.of("/usr/bin/gcc"));
        return there ? "" : "EDFlib is not here: apt-get install libedf-dev gcc";
    }

    /** Why MNE can not be asked here; empty if it can. */
    static String mneMissing() throws Exception {
        try {
            Process python = new ProcessBuilder(PYTHON, "-c", "import mne")
                    .redirectErrorStream(true)
                    .start();
            python.getInputStream().readAllBytes();
            return python.waitFor() == 0 ? "" : "MNE is not here: apt-get install python3-mne";
        } catch (IOException e) {
            return "python3 is not here: apt-get install python3-mne";
        }
    }

    /** Samples of the first signal of each file, by EDFlib; fails if it refuses one. */
    static Map<Path, Long> edflib(List<Path> files, Path work) throws Exception {
        Path program = work.resolve("edf_check");
        run(List.of("gcc", "-O1", "-o", program.toString(), "src/test/c/edf_check.c", "-ledf"));
        return samples(files, List.of(program.toString()), 2);
    }

    /** Samples of each file, by MNE; fails if it refuses one. */
    static Map<Path, Long> mne(List<Path> files) throws Exception {
        return samples(files, List.of(PYTHON, "-c", MNE), 1);
    }

    private static Map<Path, Long> samples(List<Path> files, List<String> program, int column) throws Exception {
        Map<Path, Long> samples = new TreeMap<>();
        for (int from = 0; from < files.size(); from += 100) {
            List<String> command = new ArrayList<>(program);
            files.subList(from, Math.min(files.size(), from + 100)).forEach(file -> command.add(file.toString()));
            for (String line : run(command).split("\n")) {
                String[] words = line.split(" ");
                samples.put(Path.of(words[0]), Long.parseLong(words[column]));
            }
        }
        return samples;
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}

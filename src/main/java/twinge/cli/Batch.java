package twinge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import twinge.frames.MalformedInput;

/** Does one thing to several files; a bad one is told and does not stop the others. */
final class Batch {
    interface Job {
        void run(Path file) throws IOException;
    }

    private final Twinge twinge;
    private int failed;
    private int code;

    private Batch(Twinge twinge) {
        this.twinge = twinge;
    }

    /** Runs the job on each file in turn and returns the exit code: the failure's own if none was done, else partial. */
    static int run(Twinge twinge, List<Path> files, Job job) {
        Batch batch = new Batch(twinge);
        files.forEach(file -> batch.one(file, job));
        if (batch.failed == 0 || batch.failed == files.size()) {
            return batch.code;
        }
        twinge.complain(batch.failed + " of " + files.size() + " files failed; the others are done");
        return ExitCode.PARTIAL;
    }

    private void one(Path file, Job job) {
        try {
            job.run(file);
        } catch (ResultsLost e) {
            throw e;
        } catch (MalformedInput | IOException | UncheckedIOException e) {
            int told = new Failures(twinge.terminal()).told(e, twinge.debug());
            code = failed == 0 ? told : code;
            failed++;
        }
    }
}

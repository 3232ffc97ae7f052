package twinge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import twinge.files.Recording;
import twinge.settings.Settings;

@Command(name = "replay", description = "Finds the bursts in recordings, the same to the bit as when they were worn.")
final class Replay implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "EDF, BDF, CSV or TSV; - reads standard input")
    private List<Path> files;

    @Mixin
    private Shown shown;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private DetectionOptions detection;

    @Mixin
    private LogOptions logging;

    @Mixin
    private PictureOptions pictures;

    @Mixin
    private Output output;

    @Option(names = "--progress", description = "a line every tenth of a file even where no person looks on")
    private boolean progress;

    @Override
    public Integer call() throws IOException {
        Settings settings = detection.settings();
        reading.options();
        try (LogOptions.Keeper keeper = logging.open(settings);
                Output.Late results = output.late(FindingRows.COLUMNS, FindingRows.JSON_COLUMNS)) {
            return Batch.run(Twinge.of(command), files, file -> replay(file, settings, keeper, results));
        }
    }

    private void replay(Path file, Settings settings, LogOptions.Keeper keeper, Output.Late results)
            throws IOException {
        try (Recording recording = reading.openForDetection(file)) {
            String name = ReadingOptions.name(file);
            Shown.Printer printer = shown.new Printer(recording.streams(), name, results.table());
            Account account = new Account(recording.streams());
            List<Listener> listeners = new ArrayList<>(List.of(account, printer));
            PictureOptions.Drawings drawings = pictures.begin(recording, settings, shown, file);
            listeners.addAll(drawings.listeners());
            try (LogOptions.Entry entry = keeper.begin(recording)) {
                listeners.add(entry);
                try (Progress bar = Progress.of(Twinge.of(command), progress, name, recording.bytesTotal())) {
                    new Pass(recording, settings, listeners).run(bar);
                }
                entry.finish(account);
            }
            printer.finish();
            drawings.finish();
            reading.remarks(recording, settings).forEach(remark -> output.remark(name + ": " + remark));
            recording.warnings().forEach(warning -> output.remark(name + ": warning: " + warning));
            account.sentences().forEach(sentence -> output.remark(name + ": " + sentence));
            output.remark(name + ": " + printer.summary());
        }
    }
}

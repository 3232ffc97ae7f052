package twinge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import twinge.files.Annotation;
import twinge.files.Origin;
import twinge.files.Recording;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.SampleStream;

@Command(name = "inspect", description = "Says what is in recordings and whether the signal is any good.")
final class Inspect implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of(
            "channel",
            "type",
            "unit",
            "calibrated",
            "rate_hz",
            "seconds",
            "lost_frames",
            "gaps",
            "quietest_rms",
            "mains_hz",
            "mains_rms",
            "rail_share",
            "flat_share",
            "minimum",
            "maximum",
            "stream",
            "format",
            "athlete",
            "start",
            "file");

    @Spec
    private CommandSpec command;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "EDF, BDF, CSV or TSV; - reads standard input")
    private List<Path> files;

    @Option(names = "--markers", description = "list the annotations instead of the channels")
    private boolean markers;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        reading.options();
        List<String> columns = markers ? List.of("onset_s", "duration_s", "text", "file") : COLUMNS;
        try (Output.Late results = output.late(columns)) {
            return Batch.run(Twinge.of(command), files, file -> inspect(file, results));
        }
    }

    private void inspect(Path file, Output.Late results) throws IOException {
        try (Recording recording = reading.open(file)) {
            Table table = results.table();
            String name = ReadingOptions.name(file);
            Account account = new Account(recording.streams());
            List<List<SignalCheck>> checks = new ArrayList<>();
            for (SampleStream stream : recording.streams()) {
                checks.add(stream.montage().channels().stream()
                        .map(channel -> new SignalCheck(channel, stream.rateHz()))
                        .toList());
            }
            read(recording, account, checks, name);
            if (markers) {
                markerRows(recording, name, table);
            } else {
                channelRows(recording, account, checks, name, table);
            }
            output.remark(name + ": " + recording.format() + who(recording.origin()) + ", "
                    + recording.annotations().size() + " annotations");
            reading.remarks(recording).forEach(remark -> output.remark(name + ": " + remark));
            recording.warnings().forEach(warning -> output.remark(name + ": warning: " + warning));
            account.sentences().forEach(sentence -> output.remark(name + ": " + sentence));
        }
    }

    private void read(Recording recording, Account account, List<List<SignalCheck>> checks, String name)
            throws IOException {
        try (Progress bar = Progress.of(Twinge.of(command), false, name, recording.bytesTotal())) {
            for (Block block = recording.next(); block != null; block = recording.next()) {
                account.block(block);
                List<SignalCheck> channels = checks.get(block.stream());
                for (int channel = 0; channel < channels.size(); channel++) {
                    channels.get(channel).accept(block, channel);
                }
                bar.at(recording.bytesRead());
            }
        }
    }

    private static void markerRows(Recording recording, String name, Table table) throws IOException {
        for (Annotation annotation : recording.annotations()) {
            table.row(
                    Cell.number(annotation.onsetSeconds(), 6),
                    Cell.number(annotation.durationSeconds(), 6),
                    Cell.words(annotation.text()),
                    Cell.words(name));
        }
    }

    private static void channelRows(
            Recording recording, Account account, List<List<SignalCheck>> checks, String name, Table table)
            throws IOException {
        for (SampleStream stream : recording.streams()) {
            for (int index = 0; index < stream.montage().size(); index++) {
                Channel channel = stream.montage().channel(index);
                SignalCheck check = checks.get(stream.index()).get(index);
                FrameCount count = account.counts().get(stream.index());
                table.row(
                        Cell.words(channel.label()),
                        Cell.words(channel.type().name().toLowerCase(java.util.Locale.ROOT)),
                        Cell.words(channel.calibrated() ? "uV" : channel.scale().unit()),
                        Cell.words(channel.calibrated() ? "yes" : "no"),
                        Cell.exact(stream.rateHz()),
                        Cell.number(count.seconds(), 3),
                        Cell.count(count.lost()),
                        Cell.count(count.gaps()),
                        Cell.number(check.quietestRms(), 2),
                        Cell.number(check.mainsHz(), 0),
                        Cell.number(check.mainsRms(), 2),
                        Cell.number(check.railShare(), 4),
                        Cell.number(check.flatShare(), 4),
                        Cell.exact(channel.scale().physicalMinimum()),
                        Cell.exact(channel.scale().physicalMaximum()),
                        Cell.count(stream.index()),
                        Cell.words(recording.format()),
                        Cell.words(recording.origin().athlete()),
                        Cell.words(start(recording.origin())),
                        Cell.words(name));
            }
        }
    }

    private static String who(Origin origin) {
        String athlete = origin.athlete().isEmpty() ? "" : ", athlete " + origin.athlete();
        return athlete + (origin.start().isEmpty() ? "" : ", started " + start(origin));
    }

    private static String start(Origin origin) {
        return origin.start().map(DateTimeFormatter.ISO_LOCAL_DATE_TIME::format).orElse("")
                + origin.zone().map(zone -> zone.getId()).orElse("");
    }
}

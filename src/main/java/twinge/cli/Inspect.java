package twinge.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
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
import twinge.frames.Scale;

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
            "range_minimum",
            "range_maximum",
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
                        Cell.words(unit(channel)),
                        Cell.words(channel.calibrated() ? "yes" : "no"),
                        Cell.exact(stream.rateHz()).seenAs(Account.rate(stream)),
                        Cell.number(count.seconds(), 3),
                        Cell.count(count.lost()),
                        Cell.count(count.gaps()),
                        Cell.number(check.quietestRms(), 2),
                        Cell.number(check.mainsHz(), 0),
                        Cell.number(check.mainsRms(), 2),
                        Cell.number(check.railShare(), 4),
                        Cell.number(check.flatShare(), 4),
                        limit(channel.scale(), channel.scale().physicalMinimum()),
                        limit(channel.scale(), channel.scale().physicalMaximum()),
                        Cell.count(stream.index()),
                        Cell.words(recording.format()),
                        Cell.words(recording.origin().athlete()),
                        Cell.words(start(recording.origin())),
                        Cell.words(name));
            }
        }
    }

    /** What the levels of its row are in; an uncalibrated muscle is measured in counts, as in a replay. */
    private static String unit(Channel channel) {
        boolean levels = channel.type() == Channel.Type.EMG
                || channel.calibrated()
                || channel.scale().unit().isEmpty();
        return levels ? FindingRows.unit(channel) : channel.scale().unit();
    }

    /** A limit of what the recording can hold, in the row's unit; a text states none. */
    private static Cell limit(Scale scale, double physical) {
        if (!scale.hasRange()) {
            return Cell.words("");
        }
        double limit = scale.isVoltage() ? physical * scale.microvoltsPerUnit() : physical;
        return Cell.exact(new BigDecimal(limit).round(new MathContext(12)).doubleValue()); // 3.2767 mV are 3276.7 uV
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

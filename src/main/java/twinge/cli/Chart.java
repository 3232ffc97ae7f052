package twinge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import twinge.chart.Caption;
import twinge.chart.Look;
import twinge.chart.Picture;
import twinge.chart.Span;
import twinge.chart.SpectrumChart;
import twinge.chart.Theme;
import twinge.events.Episode;
import twinge.files.Recording;
import twinge.frames.Block;
import twinge.frames.MalformedInput;
import twinge.frames.SampleStream;
import twinge.settings.Key;
import twinge.settings.Settings;

@Command(
        name = "chart",
        description = "Draws a session, one of its episodes or a spectrum, as PNG or SVG.",
        footer = {"", "What a picture shows is also printed in words; -q leaves that out."})
final class Chart implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "EDF, BDF, CSV or TSV")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "PICTURE",
            description = "where it goes; .png or .svg")
    private Path picture;

    @Option(
            names = "--episode",
            paramLabel = "N",
            description = "draw the episode that replay gives this number, with five seconds around it")
    private Integer episode;

    @Option(
            names = "--spectrum",
            paramLabel = "LABEL",
            description = "draw the power spectrum of a channel, at rest and during bursts")
    private String spectrum;

    @Option(names = "--from", paramLabel = "SECONDS", description = "draw the session from there on")
    private double from = Double.NEGATIVE_INFINITY;

    @Option(names = "--to", paramLabel = "SECONDS", description = "draw the session up to there")
    private double to = Double.POSITIVE_INFINITY;

    @Option(names = "--dark", description = "on dark paper")
    private boolean dark;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private DetectionOptions detection;

    @Override
    public Integer call() throws IOException {
        if (!PictureFile.known(picture)) {
            throw usage("-o is " + picture + "; its ending chooses the form: .png or .svg");
        }
        if (episode != null && spectrum != null) {
            throw usage("--episode and --spectrum are two pictures; ask for one at a time");
        }
        if (!(from < to)) {
            throw usage("--from " + from + " --to " + to + " is no stretch of time; --to must be later");
        }
        Destination.check(picture);
        Settings settings = detection.settings();
        Picture drawn = spectrum != null ? spectrum(settings) : episode != null ? episode(settings) : session(settings);
        PictureFile.write(drawn, picture);
        drawn.words().lines().forEach(Twinge.of(command)::remark);
        return ExitCode.OK;
    }

    private Picture session(Settings settings) throws IOException {
        try (Recording recording = reading.openForDetection(file)) {
            boolean whole = Double.isInfinite(from) && Double.isInfinite(to);
            SessionDrawing drawing =
                    whole ? new SessionDrawing(recording) : new SessionDrawing(recording, new Span(from, to));
            run(recording, settings, drawing);
            double end = drawing.endSeconds();
            if (drawing.anySamples() && from >= end) {
                throw usage("--from is " + Account.rate(from) + ", but " + ReadingOptions.name(file) + " ends at "
                        + Account.rate(end) + " s");
            }
            return picture(recording, settings, drawing::picture);
        }
    }

    private Picture episode(Settings settings) throws IOException {
        Episode wanted = wanted(settings);
        try (Recording recording = reading.openForDetection(file)) {
            List<Picture> drawn = new ArrayList<>();
            EpisodeDrawings drawings = new EpisodeDrawings(
                    recording.streams(),
                    wanted::equals,
                    (episode, chart) -> drawn.add(picture(recording, settings, chart::picture)));
            run(recording, settings, drawings);
            drawings.finish();
            return drawn.get(0);
        }
    }

    private Episode wanted(Settings settings) throws IOException {
        List<Episode> found = new ArrayList<>();
        try (Recording recording = reading.openForDetection(file)) {
            NumberedEpisodes numbered = new NumberedEpisodes(recording.streams(), (number, each) -> found.add(each));
            run(recording, settings, numbered);
            numbered.finish();
        }
        if (episode < 1 || episode > found.size()) {
            throw usage("--episode is " + episode + ", but " + ReadingOptions.name(file) + " has "
                    + (found.size() == 1 ? "1 episode" : found.size() + " episodes")
                    + "; twinge replay lists their numbers (--all: voluntary work and artifacts as well)");
        }
        return found.get(episode - 1);
    }

    private Picture spectrum(Settings settings) throws IOException {
        BurstsAndRest when;
        try (Recording recording = reading.openForDetection(file)) {
            when = bursts(recording);
            run(recording, settings, when);
        }
        try (Recording recording = reading.openForDetection(file)) {
            SpectrumChart chart = new SpectrumChart(
                    when.stream(), when.channel(), when.rest(), when.bursts(), settings.get(Key.MAINS));
            for (Block block = recording.next(); block != null; block = recording.next()) {
                chart.accept(block);
            }
            return picture(recording, settings, chart::picture);
        }
    }

    private BurstsAndRest bursts(Recording recording) {
        List<String> labels = new ArrayList<>();
        for (SampleStream stream : recording.streams()) {
            for (int channel = 0; channel < stream.montage().size(); channel++) {
                labels.add(stream.montage().channel(channel).label());
                if (labels.get(labels.size() - 1).equals(spectrum)) {
                    return new BurstsAndRest(stream, channel);
                }
            }
        }
        throw usage(
                "--spectrum is '" + spectrum + "'; there are " + String.join(", ", labels) + Hint.of(spectrum, labels));
    }

    /**
     * Draws.
     *
     * @throws MalformedInput if there are no samples where they are wanted
     */
    private Picture picture(Recording recording, Settings settings, BiFunction<Caption, Look, Picture> draw) {
        reading.remarks(recording, settings)
                .forEach(remark -> Twinge.of(command).remark(ReadingOptions.name(file) + ": " + remark));
        try {
            return draw.apply(PictureOptions.caption(recording, settings), look());
        } catch (IllegalStateException e) {
            throw new MalformedInput(file.toString(), -1, e.getMessage());
        }
    }

    private void run(Recording recording, Settings settings, Listener listener) throws IOException {
        String name = ReadingOptions.name(file);
        try (Progress bar = Progress.of(Twinge.of(command), false, name, recording.bytesTotal())) {
            new Pass(recording, settings, List.of(listener)).run(bar);
        }
    }

    private ParameterException usage(String words) {
        return new ParameterException(command.commandLine(), words);
    }

    private Look look() {
        return dark ? Look.standard().with(Theme.DARK) : Look.standard();
    }
}

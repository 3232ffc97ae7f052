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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import twinge.chart.Caption;
import twinge.chart.Look;
import twinge.chart.Picture;
import twinge.chart.Theme;
import twinge.files.Recording;
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
            description = "draw the Nth episode that replay prints, with five seconds around it")
    private Integer episode;

    @Option(names = "--dark", description = "on dark paper")
    private boolean dark;

    @Mixin
    private Shown shown;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private DetectionOptions detection;

    @Override
    public Integer call() throws IOException {
        if (!PictureFile.known(picture)) {
            throw new ParameterException(
                    command.commandLine(), "-o is " + picture + "; its ending chooses the form: .png or .svg");
        }
        Settings settings = detection.settings();
        try (Recording recording = reading.openForDetection(file)) {
            Picture drawn = episode == null ? session(recording, settings) : episode(recording, settings);
            PictureFile.write(drawn, picture);
            drawn.words().lines().forEach(Twinge.of(command)::remark);
        }
        return ExitCode.OK;
    }

    private Picture session(Recording recording, Settings settings) throws IOException {
        SessionDrawing drawing = new SessionDrawing(recording);
        run(recording, settings, drawing);
        return drawing.picture(PictureOptions.caption(recording, settings), look());
    }

    private Picture episode(Recording recording, Settings settings) throws IOException {
        List<Picture> wanted = new ArrayList<>();
        Caption caption = PictureOptions.caption(recording, settings);
        EpisodeDrawings drawings = new EpisodeDrawings(recording.streams(), shown, (number, found, chart) -> {
            if (number == episode) {
                wanted.add(chart.picture(caption, look()));
            }
        });
        run(recording, settings, drawings);
        drawings.finish();
        if (wanted.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--episode is " + episode + ", but " + ReadingOptions.name(file) + " has " + drawings.drawn()
                            + " to show; twinge replay lists them (--all: voluntary work and artifacts as well)");
        }
        return wanted.get(0);
    }

    private void run(Recording recording, Settings settings, Listener listener) throws IOException {
        String name = ReadingOptions.name(file);
        try (Progress bar = Progress.of(Twinge.of(command), false, name, recording.bytesTotal())) {
            new Pass(recording, settings, List.of(listener)).run(bar);
        }
    }

    private Look look() {
        return dark ? Look.standard().with(Theme.DARK) : Look.standard();
    }
}

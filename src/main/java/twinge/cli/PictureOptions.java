package twinge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import twinge.chart.Caption;
import twinge.chart.Look;
import twinge.chart.Picture;
import twinge.chart.Theme;
import twinge.events.Session;
import twinge.files.Recording;
import twinge.settings.Settings;

/** Whether a replay draws what it finds, and where the pictures go. */
final class PictureOptions {
    @Option(names = "--chart", paramLabel = "FOLDER", description = "draw each session and episode there, PNG and SVG")
    private Path folder;

    @Option(names = "--dark", description = "pictures on dark paper")
    private boolean dark;

    private final Set<String> names = new HashSet<>();

    boolean wanted() {
        return folder != null;
    }

    Look look() {
        return dark ? Look.standard().with(Theme.DARK) : Look.standard();
    }

    /** A name for the pictures of a recording that no other of this run has. */
    String stem(Path recording) {
        String name = ReadingOptions.name(recording).replace(' ', '-');
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        String unique = stem;
        for (int again = 2; !names.add(unique); again++) {
            unique = stem + "-" + again;
        }
        return unique;
    }

    /** Writes a picture in both forms. */
    void write(Picture picture, String stem) throws IOException {
        Files.createDirectories(folder);
        for (String ending : List.of(".png", ".svg")) {
            PictureFile.write(picture, folder.resolve(stem + ending));
        }
    }

    /** What is written around the pictures of a recording. */
    static Caption caption(Recording recording, Settings settings) throws IOException {
        Session session = recording.session();
        return new Caption(session, Twinge.Version.number(), settings.digest().substring(0, 12));
    }
}

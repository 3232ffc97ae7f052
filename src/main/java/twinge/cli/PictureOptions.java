package twinge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    private static final int DIGITS = 12; // of the settings' digest, enough to tell them apart

    private final Set<String> names = new HashSet<>();

    /** Pictures of one recording; none if none are wanted. */
    Drawings begin(Recording recording, Settings settings, Shown shown, Path file) {
        return new Drawings(recording, settings, shown, file);
    }

    /** The session's picture and one for each episode that is shown, drawn while the recording is replayed. */
    final class Drawings {
        private final Recording recording;
        private final Settings settings;
        private final String stem;
        private final SessionDrawing session;
        private final EpisodeDrawings episodes;

        private Drawings(Recording recording, Settings settings, Shown shown, Path file) {
            this.recording = recording;
            this.settings = settings;
            stem = stem(file);
            session = new SessionDrawing(recording);
            episodes = new EpisodeDrawings(
                    recording.streams(),
                    shown,
                    (number, episode, chart) ->
                            write(chart.picture(caption(recording, settings), look()), stem + "-episode-" + number));
        }

        List<Listener> listeners() {
            return folder == null ? List.of() : List.of(session, episodes);
        }

        void finish() throws IOException {
            if (folder != null) {
                episodes.finish();
                write(session.picture(caption(recording, settings), look()), stem);
            }
        }
    }

    private Look look() {
        return dark ? Look.standard().with(Theme.DARK) : Look.standard();
    }

    /** A name for the pictures of a recording that no other of this run has. */
    private String stem(Path recording) {
        String name = ReadingOptions.name(recording).replace(' ', '-');
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        String unique = stem;
        for (int again = 2; !names.add(unique); again++) {
            unique = stem + "-" + again;
        }
        return unique;
    }

    /** Writes a picture in both forms. */
    private void write(Picture picture, String stem) throws IOException {
        Files.createDirectories(folder);
        for (String ending : List.of(".png", ".svg")) {
            PictureFile.write(picture, folder.resolve(stem + ending));
        }
    }

    /** What is written around the pictures of a recording; the session's id is not. */
    static Caption caption(Recording recording, Settings settings) {
        Session session = recording.origin().session(new UUID(0, 0));
        return new Caption(session, Twinge.Version.number(), settings.digest().substring(0, DIGITS));
    }
}

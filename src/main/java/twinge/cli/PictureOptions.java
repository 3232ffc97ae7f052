package twinge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
            stem = unique(stem(file));
            session = new SessionDrawing(recording);
            episodes = new EpisodeDrawings(recording.streams(), shown::wanted, (episode, chart) -> {
                String name = stem + "-" + moment(episode.onsetSeconds()) + "-"
                        + episode.kind().code();
                write(chart.picture(caption(recording, settings), look()), unique(name));
            });
        }

        List<Listener> listeners() {
            return folder == null ? List.of() : List.of(session, episodes);
        }

        void finish() throws IOException {
            if (folder != null) {
                episodes.finish();
                if (session.anySamples()) {
                    write(session.picture(caption(recording, settings), look()), stem);
                }
            }
        }
    }

    private Look look() {
        return dark ? Look.standard().with(Theme.DARK) : Look.standard();
    }

    /** When it was in a form that files can be called and sorted by: {@code 00h01m12.7s}. */
    private static String moment(double seconds) {
        long tenths = Math.round(10 * seconds);
        return String.format(
                Locale.ROOT, "%02dh%02dm%02d.%ds", tenths / 36_000, tenths / 600 % 60, tenths / 10 % 60, tenths % 10);
    }

    private static String stem(Path recording) {
        String name = ReadingOptions.name(recording).replace(' ', '-');
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    /** The name, or one like it that no other picture of this run has. */
    private String unique(String name) {
        String unique = name;
        for (int again = 2; !names.add(unique); again++) {
            unique = name + "-" + again;
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

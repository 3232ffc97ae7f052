package twinge.chart;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import twinge.events.Session;

/**
 * What is written around a picture.
 *
 * @param version of this program
 * @param settingsDigest names the settings of the analysis, empty if nothing was analysed
 */
public record Caption(Session session, String version, String settingsDigest) {
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.ENGLISH);

    public Caption {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(settingsDigest, "settingsDigest");
    }

    /** The recording's name. */
    String title() {
        String source = session.source();
        return Picture.visible(source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1));
    }

    /** Who wore it and when, as far as known; then what else there is to say. */
    String subtitle(String more) {
        return subtitle() + (subtitle().isEmpty() ? "" : "  \u00b7  ") + more;
    }

    /** Who wore it and when, as far as known. */
    String subtitle() {
        String athlete = session.athlete().isBlank() ? "" : "athlete " + session.athlete();
        String start = session.start()
                .map(time -> START.format(time)
                        + session.zone().map(zone -> " UTC" + zone).orElse(""))
                .orElse("");
        return Picture.visible(athlete + (athlete.isEmpty() || start.isEmpty() ? "" : "  \u00b7  ") + start);
    }

    String footer() {
        return "Twinge " + version + (settingsDigest.isEmpty() ? "" : "  \u00b7  settings " + settingsDigest)
                + "  \u00b7  describes how a signal behaves; not a medical device, not a diagnosis";
    }
}

package twinge.log;

import java.util.Objects;

/**
 * What names one analysis of a session, and under which conditions it was done. Done again with the same version and digest
 * it replaces the earlier one; but what was found live stays as it was found.
 *
 * @param programVersion of the program that looked
 * @param settingsDigest of the settings it used, and of the calibration if there was one
 * @param settings those settings as TOML, so that it can be done again; empty if they are not kept
 * @param calibration the calibration as text, empty if there was none
 * @param live whether it was done while the session was worn
 */
public record Analysis(
        String programVersion, String settingsDigest, String settings, String calibration, boolean live) {
    public Analysis {
        Objects.requireNonNull(programVersion, "programVersion");
        Objects.requireNonNull(settingsDigest, "settingsDigest");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(calibration, "calibration");
    }

    /** An analysis of a recording of which only the names of its conditions are kept. */
    public Analysis(String programVersion, String settingsDigest) {
        this(programVersion, settingsDigest, "", "", false);
    }
}

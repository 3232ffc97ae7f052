package twinge.log;

import java.util.Objects;

/**
 * What names one analysis of a session: done again with both the same it replaces the earlier one.
 *
 * @param programVersion of the program that looked
 * @param settingsDigest of the settings it used
 */
public record Analysis(String programVersion, String settingsDigest) {
    public Analysis {
        Objects.requireNonNull(programVersion, "programVersion");
        Objects.requireNonNull(settingsDigest, "settingsDigest");
    }
}

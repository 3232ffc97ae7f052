package twinge.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where a user's own settings and log lie on each system, after the XDG Base Directory Specification 0.8, Apple's and
 * Microsoft's own rules.
 *
 * @param system what {@code os.name} says
 * @param environment all variables of the process
 * @param home the user's home folder
 */
public record UserFolders(String system, Map<String, String> environment, Path home) {
    public UserFolders {
        system = system.toLowerCase(Locale.ROOT);
        environment = Map.copyOf(environment);
    }

    /** The user's settings: {@code ~/.config/twinge/config.toml} where nothing else is stated. */
    public Path config() {
        return under("XDG_CONFIG_HOME", ".config").resolve("twinge").resolve("config.toml");
    }

    /** The log of all sessions: {@code ~/.local/share/twinge/log.sqlite} where nothing else is stated. */
    public Path log() {
        return under("XDG_DATA_HOME", ".local/share").resolve("twinge").resolve("log.sqlite");
    }

    /** What was recorded live, a folder a session: {@code ~/.local/share/twinge/sessions} where nothing else is stated. */
    public Path sessions() {
        return under("XDG_DATA_HOME", ".local/share").resolve("twinge").resolve("sessions");
    }

    private Path under(String variable, String otherwise) {
        if (system.startsWith("windows")) {
            return absolute("APPDATA", "AppData/Roaming");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support");
        }
        return absolute(variable, otherwise);
    }

    /** A relative path in a variable is passed over, as the specification asks. */
    private Path absolute(String variable, String otherwise) {
        String stated = environment.getOrDefault(variable, "");
        return Path.of(stated).isAbsolute() ? Path.of(stated) : home.resolve(otherwise);
    }
}

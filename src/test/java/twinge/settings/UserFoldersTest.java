package twinge.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserFoldersTest {
    @ParameterizedTest(name = "{0} with {1}={2}")
    @CsvSource({
        "Linux,      NONE,            '',       .config/twinge/config.toml, .local/share/twinge/log.sqlite",
        "Linux,      XDG_CONFIG_HOME, /cfg,     /cfg/twinge/config.toml,    .local/share/twinge/log.sqlite",
        "Linux,      XDG_DATA_HOME,   /data,    .config/twinge/config.toml, /data/twinge/log.sqlite",
        "Linux,      XDG_DATA_HOME,   data,     .config/twinge/config.toml, .local/share/twinge/log.sqlite",
        "Linux,      XDG_CONFIG_HOME, '',       .config/twinge/config.toml, .local/share/twinge/log.sqlite",
        "Windows 11, APPDATA,         /roaming, /roaming/twinge/config.toml, /roaming/twinge/log.sqlite",
        "Windows 11, XDG_DATA_HOME,   /data,    AppData/Roaming/twinge/config.toml, AppData/Roaming/twinge/log.sqlite",
        "Mac OS X,   XDG_DATA_HOME,   /data,    Library/Application Support/twinge/config.toml,"
                + " Library/Application Support/twinge/log.sqlite"
    })
    void settingsAndLogLieWhereTheSystemKeepsSuchThings(
            String system, String variable, String value, String config, String log) {
        Path home = Path.of("/home/ada");
        UserFolders folders = new UserFolders(system, Map.of(variable, value), home);
        assertEquals(home.resolve(config), folders.config());
        assertEquals(home.resolve(log), folders.log());
    }
}

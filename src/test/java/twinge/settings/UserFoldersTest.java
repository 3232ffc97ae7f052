package twinge.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void onLinuxTheyFollowTheXdgVariables() {
        UserFolders plain = new UserFolders("Linux", Map.of(), HOME);
        assertEquals(Path.of("/home/ada/.config/twinge/config.toml"), plain.config());
        assertEquals(Path.of("/home/ada/.local/share/twinge/log.sqlite"), plain.log());

        Map<String, String> variables = Map.of("XDG_CONFIG_HOME", "/cfg", "XDG_DATA_HOME", "/data");
        UserFolders moved = new UserFolders("Linux", variables, HOME);
        assertEquals(Path.of("/cfg/twinge/config.toml"), moved.config());
        assertEquals(Path.of("/data/twinge/log.sqlite"), moved.log());
    }

    @Test
    void aRelativeOrEmptyXdgVariableIsPassedOver() {
        Map<String, String> variables = Map.of("XDG_CONFIG_HOME", "", "XDG_DATA_HOME", "data");
        UserFolders folders = new UserFolders("Linux", variables, HOME);
        assertEquals(Path.of("/home/ada/.config/twinge/config.toml"), folders.config());
        assertEquals(Path.of("/home/ada/.local/share/twinge/log.sqlite"), folders.log());
    }

    @Test
    void onMacAndWindowsTheyLieWhereTheSystemKeepsSuchThings() {
        UserFolders mac = new UserFolders("Mac OS X", Map.of("XDG_DATA_HOME", "/data"), HOME);
        assertEquals(Path.of("/home/ada/Library/Application Support/twinge/log.sqlite"), mac.log());
        UserFolders windows = new UserFolders("Windows 11", Map.of("APPDATA", "/roaming"), HOME);
        assertEquals(Path.of("/roaming/twinge/config.toml"), windows.config());
        UserFolders bare = new UserFolders("Windows 11", Map.of(), HOME);
        assertEquals(Path.of("/home/ada/AppData/Roaming/twinge/log.sqlite"), bare.log());
    }
}

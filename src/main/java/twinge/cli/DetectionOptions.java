package twinge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import twinge.settings.Layers;
import twinge.settings.Settings;

/** Which settings the detector gets: options over environment over files over defaults. */
final class DetectionOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "change a setting for this run (twinge config keys lists them)")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--config", paramLabel = "FILE", description = "settings to use instead of ./twinge.toml")
    private Path config;

    Settings settings() throws IOException {
        return layers().settings();
    }

    Layers layers() throws IOException {
        if (config != null && !Files.exists(config)) {
            throw new NoSuchFileException(config.toString());
        }
        Terminal terminal = Twinge.of(verb).terminal();
        return Layers.of(
                set, terminal.environment(), projectFile(), terminal.folders().config());
    }

    /** The file that holds for the work at hand. */
    Path projectFile() {
        return config == null ? Path.of("twinge.toml") : config;
    }
}

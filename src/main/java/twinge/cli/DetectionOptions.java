package twinge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import twinge.settings.Layers;
import twinge.settings.Settings;

/** Which settings the detector gets: options over environment over files over defaults. */
final class DetectionOptions {
    private static final Path PROJECT_FILE = Path.of("twinge.toml");

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
        Terminal terminal = Twinge.of(verb).terminal();
        return Layers.of(
                set,
                terminal.environment(),
                Optional.ofNullable(config),
                PROJECT_FILE,
                terminal.folders().config());
    }

    /** The file that holds for the work at hand. */
    Path projectFile() {
        return config == null ? PROJECT_FILE : config;
    }
}

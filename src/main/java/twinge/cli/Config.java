package twinge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import twinge.settings.Key;
import twinge.settings.Layers;
import twinge.settings.Settings;

@Command(
        name = "config",
        description = "Shows the settings, where they come from, and what each one means.",
        footer = {
            "",
            "What wins: --set, then TWINGE_* variables (TWINGE_DETECT_ON_THRESHOLD),",
            "then ./twinge.toml or --config, then your own config.toml, then the default."
        })
final class Config implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        throw new ParameterException(command.commandLine(), "config what? show, keys, init or path");
    }

    @Command(name = "show", description = "Prints every setting as it is in force here.")
    int show(
            @Mixin DetectionOptions detection,
            @Mixin Output output,
            @Option(names = "--origin", description = "also where each value was stated") boolean origin)
            throws IOException {
        Layers layers = detection.layers();
        try (Table table =
                output.open(origin ? List.of("key", "value", "unit", "origin") : List.of("key", "value", "unit"))) {
            for (Key key : Key.values()) {
                Cell name = Cell.words(key.path());
                Cell value = Cell.exact(layers.settings().get(key));
                Cell unit = Cell.words(key.unit().symbol());
                if (origin) {
                    table.row(name, value, unit, Cell.words(layers.origin(key)));
                } else {
                    table.row(name, value, unit);
                }
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "keys", description = "Lists every setting with unit, default, limits and meaning.")
    int keys(@Mixin Output output) throws IOException {
        try (Table table = output.open(List.of("key", "unit", "default", "least", "most", "meaning"))) {
            for (Key key : Key.values()) {
                table.row(
                        Cell.words(key.path()),
                        Cell.words(key.unit().symbol()),
                        Cell.exact(key.standard()),
                        Cell.exact(key.least()),
                        Cell.exact(key.most()),
                        Cell.words(key.meaning()));
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "init", description = "Prints a commented settings file with every default, to save and change.")
    int init() {
        command.commandLine().getOut().print(Settings.standard().toToml());
        command.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    @Command(name = "path", description = "Prints where settings are looked for and whether they are there.")
    int path(@Mixin DetectionOptions detection, @Mixin Output output) throws IOException {
        Terminal terminal = Twinge.of(command).terminal();
        try (Table table = output.open(List.of("what", "path", "present"))) {
            pathRow(table, "project settings", detection.projectFile().toAbsolutePath());
            pathRow(table, "your settings", terminal.folders().config());
            pathRow(table, "your log", terminal.folders().log());
        }
        return ExitCode.OK;
    }

    private static void pathRow(Table table, String what, Path path) throws IOException {
        table.row(Cell.words(what), Cell.words(path.toString()), Cell.words(Files.exists(path) ? "yes" : "no"));
    }
}

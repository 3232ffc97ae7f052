package twinge.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Settings put together from where users state them, the later layer winning, with the origin of each value.
 *
 * <p>Immutable: each method gives the layers with one more on top. {@link #of} puts them in the order that users rely on:
 * option, {@code TWINGE_*} variable, {@code ./twinge.toml}, {@code config.toml} of the user's configuration, default.
 */
public final class Layers {
    /** Where a value comes from that nobody has stated. */
    public static final String DEFAULT = "default";

    private final Settings settings;
    private final Map<Key, String> origins;

    private Layers(Settings settings, Map<Key, String> origins) {
        this.settings = settings;
        this.origins = origins;
    }

    /** The defaults alone. */
    public static Layers standard() {
        return new Layers(Settings.standard(), Map.of());
    }

    /**
     * All layers in their order.
     *
     * @param options value as text by key path, as given on the command line
     * @param environment all variables of the process; those of {@code TWINGE_*} that name a setting count
     * @param named a file that the user names; it must be there, and stands in for the project's
     * @param project the {@code twinge.toml} beside the work at hand; may be missing
     * @param user the user's own {@code config.toml}; may be missing
     * @throws BadSetting if one of them states something that can not be used
     */
    public static Layers of(
            Map<String, String> options, Map<String, String> environment, Optional<Path> named, Path project, Path user)
            throws IOException {
        Layers files = standard().fileIfPresent(user);
        files = named.isPresent() ? files.file(named.get()) : files.fileIfPresent(project);
        return files.environment(environment).options(options).consistent();
    }

    /** @throws BadSetting naming where both were stated, if two values contradict each other */
    private Layers consistent() {
        settings.contradiction().ifPresent(met -> {
            throw new BadSetting(
                    origin(met.less()) + ' ' + met.less().path(),
                    settings.text(met.less()) + " is not below " + met.more().path() + ", " + settings.text(met.more())
                            + " (" + origin(met.more()) + "); " + met.reason());
        });
        return this;
    }

    private Layers fileIfPresent(Path path) throws IOException {
        return Files.exists(path) ? file(path) : this;
    }

    /**
     * With what a TOML file states.
     *
     * @throws BadSetting naming file, line and key
     */
    public Layers file(Path path) throws IOException {
        try {
            return toml(path.toString(), Files.readString(path));
        } catch (CharacterCodingException e) {
            throw new BadSetting(path.toString(), "this is no text in UTF-8; save it as such");
        }
    }

    /**
     * With what a TOML text states.
     *
     * @param name what messages and origins call the text
     */
    public Layers toml(String name, String text) {
        Layers layers = this;
        for (Map.Entry<Key, TomlText.Line> stated : TomlText.read(name, text).entrySet()) {
            TomlText.Line line = stated.getValue();
            layers = layers.with(stated.getKey(), line.value(), name + ":" + line.line());
        }
        return layers;
    }

    /**
     * With what variables state: {@code TWINGE_DETECT_ON_THRESHOLD} is {@code detect.on_threshold}. A variable that
     * begins like a table of settings but names none is refused; other {@code TWINGE_*} variables are none of ours.
     */
    public Layers environment(Map<String, String> variables) {
        Layers layers = this;
        for (Map.Entry<String, String> variable : new TreeMap<>(variables).entrySet()) {
            String name = variable.getKey();
            Optional<Key> key = Arrays.stream(Key.values())
                    .filter(each -> variable(each.path()).equals(name))
                    .findFirst();
            if (key.isPresent()) {
                layers = layers.with(key.get(), Quantity.read(key.get(), variable.getValue(), name), name);
            } else if (Arrays.stream(Key.values()).map(Layers::tablePrefix).anyMatch(name::startsWith)) {
                throw Spelling.unknownVariable(name);
            }
        }
        return layers;
    }

    /** With what options state, value as text by key path. */
    public Layers options(Map<String, String> options) {
        Layers layers = this;
        for (Map.Entry<String, String> option : new TreeMap<>(options).entrySet()) {
            String path = option.getKey();
            String place = "option " + path;
            Key key = Key.byPath(path).orElseThrow(() -> Spelling.unknown(place, path));
            layers = layers.with(key, Quantity.read(key, option.getValue(), place), "option");
        }
        return layers;
    }

    private Layers with(Key key, double value, String origin) {
        Map<Key, String> changed = new EnumMap<>(Key.class);
        changed.putAll(origins);
        changed.put(key, origin);
        return new Layers(settings.with(key, value), changed);
    }

    public Settings settings() {
        return settings;
    }

    /** Where a value was stated: {@code option}, a variable's name, a file with its line, or {@link #DEFAULT}. */
    public String origin(Key key) {
        return origins.getOrDefault(key, DEFAULT);
    }

    /** The variable that states a setting: {@code TWINGE_DETECT_ON_THRESHOLD} for {@code detect.on_threshold}. */
    static String variable(String path) {
        return "TWINGE_" + path.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String tablePrefix(Key key) {
        return variable(key.path().substring(0, key.path().lastIndexOf('.') + 1));
    }
}

package twinge.settings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** Settings as a TOML text: read with the line of each, and written with a comment for each. */
final class TomlText {
    /** A value and the line on which it stands, from 1. */
    record Line(double value, int line) {}

    private TomlText() {}

    /**
     * Every setting that a text states.
     *
     * @param name what messages call the text, a file's name
     * @throws BadSetting naming the line, if the text is no TOML, or a key or value is not to be used
     */
    static Map<Key, Line> read(String name, String text) {
        TomlParseResult parsed = Toml.parse(text);
        if (parsed.hasErrors()) {
            TomlParseError first = parsed.errors().get(0);
            throw new BadSetting(
                    name + ":" + first.position().line(),
                    "this is no TOML: " + first.getMessage().replaceAll("\\s+", " "));
        }
        Map<Key, Line> stated = new LinkedHashMap<>();
        for (List<String> path : parsed.keyPathSet(false)) {
            String dotted = String.join(".", path);
            int line = parsed.inputPositionOf(path).line();
            String place = name + ":" + line + " " + dotted;
            Key key = Key.byPath(dotted).orElseThrow(() -> Spelling.unknown(place, dotted));
            stated.put(key, new Line(value(key, parsed.get(path), place), line));
        }
        parsed.keyPathSet(true).forEach(path -> refuseStrangeTable(name, parsed, path));
        return stated;
    }

    /** An empty table of a misspelt name states nothing, but whoever wrote it meant something. */
    private static void refuseStrangeTable(String name, TomlTable parsed, List<String> path) {
        String dotted = String.join(".", path);
        if (parsed.isTable(path)
                && Arrays.stream(Key.values()).noneMatch(key -> key.path().startsWith(dotted + "."))) {
            String tables = Arrays.stream(Key.values())
                    .map(key -> '[' + key.path().substring(0, key.path().lastIndexOf('.')) + ']')
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw new BadSetting(
                    name + ":" + parsed.inputPositionOf(path).line() + " " + dotted,
                    "unknown table. There are " + tables);
        }
    }

    private static double value(Key key, Object met, String place) {
        if (met instanceof String || met instanceof Long || met instanceof Double) {
            return Quantity.read(key, met.toString(), place);
        }
        String what = met instanceof TomlArray ? "a list" : "\"" + met + '"';
        throw new BadSetting(
                place, what + " stands where a number belongs, such as " + Quantity.quoted(key, key.standard()));
    }

    /** All settings by table, each under a comment with its meaning, limits and default. */
    static String write(Settings settings) {
        Map<String, StringBuilder> tables = new TreeMap<>();
        for (Key key : Key.values()) {
            int dot = key.path().lastIndexOf('.');
            String table = key.path().substring(0, Math.max(0, dot));
            tables.computeIfAbsent(table, name -> new StringBuilder(name.isEmpty() ? "" : "[" + name + "]\n"))
                    .append("# ")
                    .append(key.meaning())
                    .append("\n# ")
                    .append(Quantity.limits(key))
                    .append("; default ")
                    .append(Quantity.plain(key, key.standard()))
                    .append('\n')
                    .append(key.path().substring(dot + 1))
                    .append(" = ")
                    .append(Quantity.quoted(key, settings.get(key)))
                    .append('\n');
        }
        return String.join("\n", tables.values());
    }
}

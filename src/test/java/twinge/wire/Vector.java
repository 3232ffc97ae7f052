package twinge.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A vector of a protocol's page, as {@code firmware-protocol/README.md} tells how it is written. */
record Vector(
        String protocol,
        String title,
        Wishes wishes,
        byte[] bytes,
        List<String> frames,
        List<String> microvolts,
        List<String> markers,
        long lost,
        long suspect) {
    static List<Vector> of(String protocol) throws IOException {
        Path page = Path.of("firmware-protocol", protocol, "README.md");
        List<Vector> vectors = new ArrayList<>();
        List<String> block = null;
        for (String line : Files.readAllLines(page)) {
            if (line.strip().equals("```vector")) {
                block = new ArrayList<>();
            } else if (block != null && line.strip().equals("```")) {
                vectors.add(read(protocol, block));
                block = null;
            } else if (block != null) {
                block.add(line);
            }
        }
        return vectors;
    }

    private static Vector read(String protocol, List<String> lines) {
        Map<String, List<String>> values = new HashMap<>();
        String key = "";
        for (String line : lines) {
            if (line.startsWith(" ")) {
                List<String> of = values.get(key);
                of.set(of.size() - 1, of.get(of.size() - 1) + " " + line.strip());
            } else if (!line.isBlank()) {
                key = line.substring(0, line.indexOf(':'));
                values.computeIfAbsent(key, any -> new ArrayList<>())
                        .add(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return new Vector(
                protocol,
                one(values, "title", ""),
                wishes(one(values, "wishes", "")),
                bytes(one(values, "bytes", "")),
                values.getOrDefault("frame", List.of()),
                values.getOrDefault("microvolts", List.of()),
                values.getOrDefault("marker", List.of()),
                Long.parseLong(one(values, "lost", "0")),
                Long.parseLong(one(values, "suspect", "0")));
    }

    private static String one(Map<String, List<String>> values, String key, String otherwise) {
        return values.getOrDefault(key, List.of(otherwise)).get(0);
    }

    private static byte[] bytes(String hex) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Arrays.stream(hex.split("\\s+"))
                .filter(each -> !each.isEmpty())
                .forEach(each -> bytes.write(Integer.parseInt(each, 16)));
        return bytes.toByteArray();
    }

    private static Wishes wishes(String text) {
        Map<String, String> said = new HashMap<>();
        Arrays.stream(text.split("\\s+"))
                .filter(each -> !each.isEmpty())
                .forEach(each -> said.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1)));
        return new Wishes(
                Optional.ofNullable(said.get("model")),
                number(said.get("rate")),
                said.containsKey("channels")
                        ? Arrays.stream(said.get("channels").split(","))
                                .map(Integer::valueOf)
                                .toList()
                        : List.of(),
                number(said.get("gain")),
                number(said.get("volts")),
                Boolean.parseBoolean(said.get("envelope")));
    }

    private static OptionalDouble number(String text) {
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    @Override
    public String toString() {
        return protocol + ": " + title;
    }
}

package twinge.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every setting's value. Immutable; {@link #with} gives a changed copy. */
public final class Settings {
    private static final List<Contradiction> ORDERS = List.of(
            new Contradiction(
                    Key.OFF_THRESHOLD, Key.ON_THRESHOLD, "a burst must end at a lower level than it begins at"),
            new Contradiction(
                    Key.AMPLITUDE_HIGH_PASS, Key.LOW_PASS, "nothing passes a band that ends below its beginning"),
            new Contradiction(
                    Key.DETECTION_HIGH_PASS, Key.LOW_PASS, "nothing passes a band that ends below its beginning"));

    private final Map<Key, Double> values;

    private Settings(Map<Key, Double> values) {
        this.values = values;
    }

    public static Settings standard() {
        Map<Key, Double> values = new EnumMap<>(Key.class);
        for (Key key : Key.values()) {
            values.put(key, key.standard());
        }
        return new Settings(values);
    }

    /** The value in the key's unit. */
    public double get(Key key) {
        return values.get(key);
    }

    /** A copy with one value changed. */
    public Settings with(Key key, double value) {
        if (!(value >= key.least() && value <= key.most())) {
            throw new IllegalArgumentException(key.path() + " = " + value + " "
                    + key.unit().symbol() + "; it must lie between " + key.least() + " and " + key.most());
        }
        if (!key.allows(value)) {
            throw new IllegalArgumentException(key.path() + " = " + value + "; allowed are " + Quantity.limits(key));
        }
        Map<Key, Double> changed = new EnumMap<>(values);
        changed.put(key, value + 0.0); // so that -0 and 0 have one digest
        return new Settings(changed);
    }

    /** Two settings that can not hold at once: the first is not below the second. */
    record Contradiction(Key less, Key more, String reason) {}

    Optional<Contradiction> contradiction() {
        return ORDERS.stream()
                .filter(order -> get(order.less()) >= get(order.more()))
                .findFirst();
    }

    /** A value as a sentence writes it, with its unit: {@code 0.05 s}. */
    public String text(Key key) {
        return Quantity.plain(key, get(key));
    }

    /**
     * Every setting as a TOML text with its meaning, limits and default as comments; read again it gives equal settings.
     */
    public String toToml() {
        return TomlText.write(this);
    }

    /**
     * Names these settings in an analysis: 64 lower-case hexadecimal digits.
     *
     * <p>The SHA-256 of the lines {@code path=value\n} of all keys, sorted by path, in UTF-8; the value in the key's unit
     * as {@link Double#toHexString} writes it, which is exact and the same on every Java ({@code 0x1.0p2} for 4).
     */
    public String digest() {
        StringBuilder lines = new StringBuilder();
        Arrays.stream(Key.values())
                .sorted(Comparator.comparing(Key::path))
                .forEach(key -> lines.append(key.path())
                        .append('=')
                        .append(Double.toHexString(get(key)))
                        .append('\n'));
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256, this one has not", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Settings" + values;
    }
}

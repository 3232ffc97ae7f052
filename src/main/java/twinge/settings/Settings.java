package twinge.settings;

import java.util.EnumMap;
import java.util.Map;

/** Every setting's value. Immutable; {@link #with} gives a changed copy. */
public final class Settings {
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
        Map<Key, Double> changed = new EnumMap<>(values);
        changed.put(key, value);
        return new Settings(changed);
    }
}

package twinge.settings;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A number with its unit as people write it, {@code 50 ms}, and what it is in a key's own unit.
 *
 * <p>Reckoned in decimals, so that {@code 150 ms} and {@code 0.15 s} are the same bits.
 */
final class Quantity {
    private static final Pattern SHAPE =
            Pattern.compile("([+-]?\\d{1,40}(?:\\.\\d{1,40})?(?:[eE][+-]?\\d{1,3})?)\\s*(\\D{0,12})");

    /** What may be written instead of a unit's own symbol, by that symbol, each with how many of it one is. */
    private static final Map<String, Map<String, BigDecimal>> RELATIVES = Map.of(
            "s", relatives("us 1e-6 ms 1e-3 s 1 min 60 h 3600"),
            "Hz", relatives("Hz 1 kHz 1e3"),
            "uV", relatives("nV 1e-3 uV 1 mV 1e3 V 1e6"));

    private Quantity() {}

    /**
     * The value of {@code text} in the key's unit.
     *
     * @param place where it stands, for the message
     * @throws BadSetting if it is no number, its unit is missing or another one, or it is outside the key's limits
     */
    static double read(Key key, String text, String place) {
        Matcher shape = SHAPE.matcher(text.strip());
        if (!shape.matches()) {
            throw new BadSetting(place, '"' + text + "\" is no number" + advice(key));
        }
        BigDecimal number = new BigDecimal(shape.group(1));
        String symbol = shape.group(2).strip().replace('\u00b5', 'u').replace('\u03bc', 'u');
        Map<String, BigDecimal> known = known(key);
        BigDecimal size = known.get(symbol);
        if (size == null) {
            String met = symbol.isEmpty() ? "has no unit" : "has the unit " + symbol;
            throw new BadSetting(place, '"' + text + "\" " + met + advice(key));
        }
        double value = number.multiply(size).doubleValue();
        if (!key.allows(value)) {
            String met = key.choices().isEmpty() ? " is outside its limits" : " is none of its values";
            throw new BadSetting(place, '"' + text + '"' + met + "; write a value " + limits(key));
        }
        return value;
    }

    /** What a key takes: {@code from 0.005 s to 1 s}, {@code out of 0 Hz, 50 Hz, 60 Hz}. */
    static String limits(Key key) {
        if (!key.choices().isEmpty()) {
            return "out of "
                    + key.choices().stream().map(each -> plain(key, each)).collect(Collectors.joining(", "));
        }
        return "from " + plain(key, key.least()) + " to " + plain(key, key.most());
    }

    /** A value of the key's unit as a sentence writes it: {@code 0.05 s}, or {@code 4} where there is no unit. */
    static String plain(Key key, double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value));
        String number = exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
        return (number + ' ' + key.unit().symbol()).strip();
    }

    /** The same as TOML writes it: {@code "0.05 s"} in quotes, or {@code 4}. */
    static String quoted(Key key, double value) {
        return key.unit().symbol().isEmpty() ? plain(key, value) : '"' + plain(key, value) + '"';
    }

    private static String advice(Key key) {
        if (key.unit().symbol().isEmpty()) {
            return "; write a plain number such as " + quoted(key, key.standard());
        }
        return "; write it with its unit (" + String.join(", ", known(key).keySet()) + "), such as "
                + quoted(key, key.standard());
    }

    private static Map<String, BigDecimal> known(Key key) {
        String symbol = key.unit().symbol();
        return RELATIVES.getOrDefault(symbol, Map.of(symbol, BigDecimal.ONE));
    }

    private static Map<String, BigDecimal> relatives(String list) {
        Map<String, BigDecimal> relatives = new LinkedHashMap<>();
        String[] words = list.split(" ");
        for (int word = 0; word < words.length; word += 2) {
            relatives.put(words[word], new BigDecimal(words[word + 1]));
        }
        return relatives;
    }
}

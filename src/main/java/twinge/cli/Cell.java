package twinge.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * One value of a result, as every format prints it: the same digits on a terminal, in CSV and in JSON.
 *
 * @param items one text, or none if the value is unknown; a list has any number
 * @param onScreen what a person sees instead of it in a table on a screen
 */
record Cell(Type type, List<String> items, Optional<String> onScreen) {
    enum Type {
        WORDS,
        NUMBER,
        LIST,
        NUMBERS
    }

    Cell {
        items = List.copyOf(items);
    }

    private Cell(Type type, List<String> items) {
        this(type, items, Optional.empty());
    }

    static Cell words(String words) {
        return new Cell(Type.WORDS, words.isEmpty() ? List.of() : List.of(words));
    }

    static Cell list(List<String> items) {
        return new Cell(Type.LIST, items);
    }

    static Cell numbers(List<Double> values, int decimals) {
        return new Cell(
                Type.NUMBERS,
                values.stream().map(value -> digits(value, decimals)).toList());
    }

    static Cell count(long count) {
        return new Cell(Type.NUMBER, List.of(Long.toString(count)));
    }

    /** A number with a fixed count of decimals, rounded half to even from its exact binary value; NaN is unknown. */
    static Cell number(double value, int decimals) {
        return new Cell(Type.NUMBER, Double.isFinite(value) ? List.of(digits(value, decimals)) : List.of());
    }

    /** A number as it was stated, with as few digits as tell it from any other. */
    static Cell exact(double value) {
        BigDecimal shortest = new BigDecimal(Double.toString(value));
        String digits =
                shortest.signum() == 0 ? "0" : shortest.stripTrailingZeros().toPlainString();
        return new Cell(Type.NUMBER, List.of(digits));
    }

    /** The same value, seen on a screen as these words. */
    Cell seenAs(String words) {
        return new Cell(type, items, Optional.of(words));
    }

    static String digits(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.toPlainString();
    }

    /** The value in one piece, list items joined by semicolons. */
    String text() {
        return String.join(type == Type.LIST || type == Type.NUMBERS ? ";" : "", items);
    }

    /** The value as a person sees it. */
    String seen() {
        return onScreen.orElseGet(this::text);
    }
}

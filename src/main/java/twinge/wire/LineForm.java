package twinge.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the lines of a sketch are made of.
 *
 * @param columns numbers in a line, a time included
 * @param clock what the first column is
 * @param decimals behind the point, with which numbers become counts
 * @param inputs columns that are measured, from 1, the time not counted
 * @param bars the three-line form of MyoWare's bar graph: number of the channel, value, end; {@code inputs} are channels then
 */
record LineForm(int columns, Clock clock, int decimals, List<Integer> inputs, boolean bars) {
    static final int BAR_FIRST = 10_001;
    static final int BAR_LAST = 10_006;
    static final int BAR_END = 10_010;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);

    /** The first column. */
    enum Clock {
        NONE(0),
        MILLIS(1e3),
        MICROS(1e6);

        final double hertz;

        Clock(double hertz) {
            this.hertz = hertz;
        }

        String word() {
            return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
        }

        static Clock of(String word) {
            return Arrays.stream(values())
                    .filter(clock -> clock.word().equals(word))
                    .findFirst()
                    .orElse(NONE);
        }
    }

    LineForm {
        inputs = List.copyOf(inputs);
    }

    static LineForm of(Board board) {
        return new LineForm(
                Integer.parseInt(board.option("columns", "1")),
                Clock.of(board.option("clock", "")),
                Integer.parseInt(board.option("decimals", "0")),
                Arrays.stream(board.option("inputs", "1").split(","))
                        .map(Integer::valueOf)
                        .toList(),
                Boolean.parseBoolean(board.option("bars", "false")));
    }

    String listed() {
        return inputs.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    int place(int input) {
        return input - 1 + (clock == Clock.NONE ? 0 : 1);
    }

    boolean fits(NumberLine line) {
        return line.kind() == NumberLine.Kind.NUMBERS
                && line.columns() == columns
                && (clock == Clock.NONE || isWhole(line.values().get(0)));
    }

    static boolean isWhole(BigDecimal value) {
        return value != null && value.scale() <= 0 && value.signum() >= 0 && value.precision() <= 10;
    }

    /** A number as a count; beyond the range of counts it has none. */
    boolean hasCount(BigDecimal value) {
        return value != null && value.movePointRight(decimals).abs().compareTo(LARGEST) < 0;
    }

    int count(BigDecimal value) {
        return value.movePointRight(decimals)
                .setScale(0, RoundingMode.HALF_EVEN)
                .intValueExact();
    }
}

package twinge.files.csv;

import java.util.List;
import java.util.Map;

/**
 * How the text is laid out.
 *
 * @param delimiter 0 if there is one column only
 * @param firstLine number of the first line of numbers, from 1
 * @param width cells in a line
 * @param timeUnits seconds a unit of each time column, NaN if none is stated
 */
record Sheet(
        byte delimiter,
        boolean decimalComma,
        long firstLine,
        int width,
        List<Column> columns,
        Map<Integer, Double> timeUnits) {
    double timeUnit(int column) {
        return timeUnits.get(column);
    }
}

package twinge.files.csv;

/**
 * A column that is read.
 *
 * @param index in a line, from 0
 * @param time index of the column with its times, or -1
 * @param decimals a count is 10 to the power of minus this many units
 * @param rateHz as the text states it beside the time column, or 0
 */
record Column(int index, String name, String unit, int time, int decimals, double rateHz) {}

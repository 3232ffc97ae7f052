package twinge.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Some seconds of lines, and what can be told from them: their form, their rate, whether they are an envelope. */
final class LineSample {
    private static final int MOST_DECIMALS = 6;
    private static final double LARGEST_COUNT = 8e6;
    private static final double SETTLING_SECONDS = 0.3; // what was waiting when the port was opened
    private static final double NEAR = 0.006;
    private static final double[] USUAL_HZ = {
        10, 20, 25, 50, 100, 125, 200, 250, 256, 300, 400, 500, 512, 600, 800, 1000, 1024, 1200, 1250, 1500, 1600, 2000,
        2048, 2500, 4000, 5000, 10_000
    };

    private record Heard(NumberLine line, double seconds) {}

    private final List<Heard> numbers = new ArrayList<>();
    private final List<double[]> progress = new ArrayList<>(); // {seconds, lines so far}, one a reading
    private final Map<Integer, Integer> widths = new HashMap<>();
    private int lines;
    private int unreadable;

    /** A whole line. */
    void add(NumberLine line, double seconds) {
        if (line.kind() == NumberLine.Kind.NUMBERS) {
            numbers.add(new Heard(line, seconds));
            widths.merge(line.columns(), 1, Integer::sum);
        }
        lines += line.kind() == NumberLine.Kind.NUMBERS || line.kind() == NumberLine.Kind.DAMAGED ? 1 : 0;
        unreadable += line.kind() == NumberLine.Kind.DAMAGED ? 1 : 0;
    }

    /** All lines of a reading are in. */
    void read(double seconds) {
        if (seconds > SETTLING_SECONDS && (progress.isEmpty() || last()[1] < lines)) {
            progress.add(new double[] {seconds, lines});
        }
    }

    private double[] last() {
        return progress.get(progress.size() - 1);
    }

    int numberLines() {
        return numbers.size();
    }

    int unreadable() {
        return unreadable;
    }

    /** The number of columns that most lines have; 0 if there are no lines. */
    int columns() {
        return widths.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Share of all number lines, damaged ones included, that have the usual number of columns. */
    double agreement() {
        return lines == 0 ? 0 : widths.getOrDefault(columns(), 0) / (double) lines;
    }

    LineForm form() {
        TreeSet<Integer> bars = bars();
        if (!bars.isEmpty()) {
            return new LineForm(1, LineForm.Clock.NONE, 0, new ArrayList<>(bars), true);
        }
        int columns = columns();
        LineForm.Clock clock = clock();
        int first = clock == LineForm.Clock.NONE ? 0 : 1;
        List<Integer> inputs = IntStream.rangeClosed(1, columns - first).boxed().toList();
        return new LineForm(columns, clock, decimals(first), inputs, false);
    }

    /** Channels of the bar graph's form: each has its number, a value and an end on lines of their own. */
    private TreeSet<Integer> bars() {
        TreeSet<Integer> bars = new TreeSet<>();
        int ends = 0;
        for (Heard heard : numbers) {
            BigDecimal value =
                    heard.line().columns() == 1 ? heard.line().values().get(0) : null;
            if (value == null || value.scale() > 0) {
                continue;
            }
            int number = value.abs().compareTo(BigDecimal.valueOf(LineForm.BAR_END)) <= 0 ? value.intValue() : 0;
            if (number >= LineForm.BAR_FIRST && number <= LineForm.BAR_LAST) {
                bars.add(number - LineForm.BAR_FIRST + 1);
            }
            ends += number == LineForm.BAR_END ? 1 : 0;
        }
        return 5 * ends > numbers.size() ? bars : new TreeSet<>();
    }

    private List<Heard> regular() {
        int columns = columns();
        return numbers.stream()
                .filter(heard -> heard.line().columns() == columns)
                .toList();
    }

    /** The first column is a time if it never falls and goes on as the clock here does. */
    private LineForm.Clock clock() {
        List<Heard> regular = regular();
        if (columns() < 2 || regular.size() < 8) {
            return LineForm.Clock.NONE;
        }
        long before = -1;
        long ticks = 0;
        for (Heard heard : regular) {
            BigDecimal value = heard.line().values().get(0);
            if (!LineForm.isWhole(value)) {
                return LineForm.Clock.NONE;
            }
            long step = before < 0 ? 0 : Math.floorMod(value.longValueExact() - before, 1L << 32);
            if (step > 1L << 31) {
                return LineForm.Clock.NONE;
            }
            ticks += step;
            before = value.longValueExact();
        }
        double seconds =
                regular.get(regular.size() - 1).seconds() - regular.get(0).seconds();
        for (LineForm.Clock clock : List.of(LineForm.Clock.MILLIS, LineForm.Clock.MICROS)) {
            double ratio = ticks / clock.hertz / seconds;
            if (ratio > 0.6 && ratio < 1.6) {
                return clock;
            }
        }
        return LineForm.Clock.NONE;
    }

    private int decimals(int firstColumn) {
        int decimals = 0;
        double largest = 0;
        for (Heard heard : regular()) {
            for (BigDecimal value : heard.line().values().subList(firstColumn, columns())) {
                decimals = value == null ? decimals : Math.max(decimals, value.scale());
                largest = value == null ? largest : Math.max(largest, Math.abs(value.doubleValue()));
            }
        }
        decimals = Math.min(decimals, MOST_DECIMALS);
        while (decimals > 0 && largest * Math.pow(10, decimals) > LARGEST_COUNT / 4) {
            decimals--;
        }
        return decimals;
    }

    /** Labels of the columns where the lines have them, else empty. */
    List<String> labels() {
        List<Heard> regular = regular();
        return regular.isEmpty()
                ? List.of()
                : regular.get(regular.size() - 1).line().labels();
    }

    /** Frames a second, by the lines' own clock or else by their arrival; 0 if there are too few. */
    double rateHz(LineForm form) {
        double rate = form.clock() != LineForm.Clock.NONE ? clockRate(form.clock()) : arrivalRate();
        if (form.bars()) {
            rate /= 3 * form.inputs().size();
        }
        double nearest = rate;
        for (double usual : USUAL_HZ) {
            nearest = Math.abs(rate - usual) < NEAR * usual ? usual : nearest;
        }
        return nearest;
    }

    /** The median step would be spoilt by a coarse clock, the mean by lost lines: so the mean of the steps near the median. */
    private double clockRate(LineForm.Clock clock) {
        List<Heard> regular = regular();
        double[] steps = new double[regular.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            long step = regular.get(i + 1).line().values().get(0).longValueExact()
                    - regular.get(i).line().values().get(0).longValueExact();
            steps[i] = Math.floorMod(step, 1L << 32);
        }
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        double sum = 0;
        int count = 0;
        for (double step : steps) {
            if (Math.abs(step - median) <= Math.max(1.5, 0.5 * median)) {
                sum += step;
                count++;
            }
        }
        return sum == 0 ? 0 : clock.hertz * count / sum;
    }

    /** Median of the slopes between readings half the time apart: bursts of arrival and single stalls do not move it. */
    private double arrivalRate() {
        if (progress.size() < 4) {
            return 0;
        }
        double half = (last()[0] - progress.get(0)[0]) / 2;
        List<Double> slopes = new ArrayList<>();
        int later = 0;
        for (double[] point : progress) {
            while (later < progress.size() && progress.get(later)[0] < point[0] + half) {
                later++;
            }
            if (later < progress.size()) {
                slopes.add((progress.get(later)[1] - point[1]) / (progress.get(later)[0] - point[0]));
            }
        }
        slopes.sort(null);
        return slopes.get(slopes.size() / 2);
    }

    /** {@code envelope}, {@code raw} or {@code unknown}. */
    String nature(LineForm form, double rateHz) {
        if (form.bars()) {
            return "envelope";
        }
        List<String> natures = new ArrayList<>();
        for (int input : form.inputs()) {
            double[] values = regular().stream()
                    .map(heard -> heard.line().values().get(form.place(input)))
                    .filter(form::hasCount)
                    .mapToDouble(form::count)
                    .toArray();
            natures.add(EnvelopeSign.of(values, rateHz));
        }
        return natures.stream().distinct().count() == 1 ? natures.get(0) : "mixed: " + String.join(", ", natures);
    }
}

package twinge.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The stretches of one channel that should not be trusted, by their reason. Many short ones melt into fewer long ones. */
final class Shades {
    private static final int MOST = 1024;

    /** One stretch, seconds from the start of the recording. */
    record Shade(double from, double to, String reason) {}

    private final Map<String, List<Shade>> byReason = new TreeMap<>();
    private double melting; // seconds between two stretches that are kept as one

    void add(double from, double to, String reason) {
        List<Shade> shades = byReason.computeIfAbsent(reason, none -> new ArrayList<>());
        shades.add(new Shade(from, to, reason));
        while (shades.size() > MOST) {
            List<Shade> fewer = melted(shades, melting);
            melting = fewer.size() > MOST / 2 ? Math.max(0.01, 2 * melting) : melting;
            shades.clear();
            shades.addAll(fewer);
        }
    }

    /** All stretches by time, those of one reason taken together that are less than {@code apart} seconds apart. */
    List<Shade> list(double apart) {
        List<Shade> all = new ArrayList<>();
        byReason.values().forEach(shades -> all.addAll(melted(shades, apart)));
        all.sort(Comparator.comparingDouble(Shade::from).thenComparing(Shade::reason));
        return all;
    }

    /** Seconds flagged, by reason. */
    Map<String, Double> seconds() {
        Map<String, Double> seconds = new TreeMap<>();
        for (Shade shade : list(0)) {
            seconds.merge(shade.reason(), shade.to() - shade.from(), Double::sum);
        }
        return seconds;
    }

    private static List<Shade> melted(List<Shade> shades, double apart) {
        List<Shade> sorted = new ArrayList<>(shades);
        sorted.sort(Comparator.comparingDouble(Shade::from));
        List<Shade> melted = new ArrayList<>();
        for (Shade next : sorted) {
            Shade last = melted.isEmpty() ? null : melted.get(melted.size() - 1);
            if (last != null && next.from() - last.to() <= apart) {
                melted.set(melted.size() - 1, new Shade(last.from(), Math.max(last.to(), next.to()), last.reason()));
            } else {
                melted.add(next);
            }
        }
        return melted;
    }
}

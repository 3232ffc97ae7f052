package twinge.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Finds places in a few rows for spans and the words above them, so that no words collide: the weightiest first, with
 * their long words if there is room, else with their short ones, else with none.
 */
final class Lane {
    private static final double SPACE = 6;

    /**
     * A span along the lane, in pixels from the lane's left end.
     *
     * @param words from longest to shortest
     */
    record Item(double from, double to, List<String> words, double weight) {}

    /**
     * Where an item went.
     *
     * @param words those for which there was room, empty if none
     * @param wordsX left end of the words
     */
    record Place(int row, String words, double wordsX) {}

    private record Taken(double from, double to) {}

    private final List<Place> places;
    private final int rows;

    /** @param mostRows how many rows may be used */
    Lane(List<Item> items, int mostRows, double length) {
        List<List<Taken>> taken = new ArrayList<>();
        for (int row = 0; row < mostRows; row++) {
            taken.add(new ArrayList<>());
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -items.get(i).weight()));
        Place[] found = new Place[items.size()];
        for (int i : order) {
            found[i] = place(items.get(i), taken, length);
        }
        places = Collections.unmodifiableList(java.util.Arrays.asList(found));
        rows = places.stream().mapToInt(place -> place.row() + 1).max().orElse(0);
    }

    /** The place of each item, in the items' order. */
    List<Place> places() {
        return places;
    }

    int rows() {
        return rows;
    }

    private static Place place(Item item, List<List<Taken>> taken, double length) {
        for (String words : item.words()) {
            double width = Lettering.width(words, Lettering.SMALL);
            double wordsX = Math.max(0, Math.min(item.from(), length - width));
            Taken wanted = new Taken(Math.min(item.from(), wordsX), Math.max(item.to(), wordsX + width) + SPACE);
            for (int row = 0; row < taken.size() && width <= length; row++) {
                if (free(taken.get(row), wanted)) {
                    taken.get(row).add(wanted);
                    return new Place(row, words, wordsX);
                }
            }
        }
        Taken bare = new Taken(item.from(), item.to());
        for (int row = 0; row < taken.size(); row++) {
            if (free(taken.get(row), bare)) {
                return new Place(row, "", item.from());
            }
        }
        return new Place(taken.size() - 1, "", item.from());
    }

    private static boolean free(List<Taken> taken, Taken wanted) {
        return taken.stream().allMatch(other -> other.to() <= wanted.from() || wanted.to() <= other.from());
    }
}

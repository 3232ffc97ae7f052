package twinge.signal;

/** A heap of places in an array of values, smallest or largest value on top, from which any place can be taken out. */
final class IndexedHeap {
    private final double[] values;
    private final int sign;
    private final int[] heap;

    /** Where in the heap each place is, or -1. */
    private final int[] position;

    private int size;

    /** @param largestOnTop otherwise the smallest */
    IndexedHeap(double[] values, boolean largestOnTop) {
        this.values = values;
        sign = largestOnTop ? -1 : 1;
        heap = new int[values.length];
        position = new int[values.length];
        clear();
    }

    void clear() {
        size = 0;
        java.util.Arrays.fill(position, -1);
    }

    int size() {
        return size;
    }

    boolean contains(int place) {
        return position[place] >= 0;
    }

    /** The place on top. */
    int top() {
        return heap[0];
    }

    double topValue() {
        return values[heap[0]];
    }

    void add(int place) {
        size++;
        rise(size - 1, place);
    }

    void remove(int place) {
        int hole = position[place];
        position[place] = -1;
        size--;
        int filler = heap[size];
        if (hole == size) {
            return;
        }
        if (hole > 0 && before(filler, heap[(hole - 1) / 2])) {
            rise(hole, filler);
        } else {
            sink(hole, filler);
        }
    }

    private boolean before(int place, int other) {
        return sign * values[place] < sign * values[other];
    }

    private void rise(int from, int place) {
        int at = from;
        while (at > 0 && before(place, heap[(at - 1) / 2])) {
            set(at, heap[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        set(at, place);
    }

    private void sink(int from, int place) {
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], place)) {
                break;
            }
            set(at, heap[child]);
            at = child;
        }
        set(at, place);
    }

    private void set(int at, int place) {
        heap[at] = place;
        position[place] = at;
    }
}

package twinge.simulate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** The cramps of one channel, each begun when its time has come. */
final class Cramps {
    private final Iterator<Event> planned;
    private final Function<Event, Cramp> begin;
    private final double rateHz;
    private final List<Cramp> going = new ArrayList<>();
    private Event next; // null if there is none

    /** @param planned by onset */
    Cramps(List<Event> planned, double rateHz, Function<Event, Cramp> begin) {
        this.planned = planned.iterator();
        this.begin = begin;
        this.rateHz = rateHz;
        take();
    }

    /** Fires into the muscle what falls before the end of the frame to come. */
    void play(long frame, Muscle muscle) {
        double end = (frame + 1) / rateHz;
        while (next != null && next.onsetSeconds() < end) {
            going.add(begin.apply(next));
            take();
        }
        for (int i = going.size() - 1; i >= 0; i--) {
            if (going.get(i).over(end)) {
                going.remove(i);
            } else {
                going.get(i).play(frame, muscle);
            }
        }
    }

    private void take() {
        next = planned.hasNext() ? planned.next() : null;
    }
}

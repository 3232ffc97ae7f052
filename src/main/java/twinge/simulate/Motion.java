package twinge.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All movement at a moment, followed on one clock. */
final class Motion {
    private final List<Movement> planned;
    private final List<Movement> going = new ArrayList<>();
    private final double[] values = new double[Movement.VALUES];
    private int next;

    /** @param planned by onset */
    Motion(List<Movement> planned) {
        this.planned = planned;
    }

    /** The values of {@link Movement#addTo} without gravity, in an array used again by the next call; times must rise. */
    double[] at(double seconds) {
        while (next < planned.size() && planned.get(next).onsetSeconds() <= seconds) {
            going.add(planned.get(next++));
        }
        Arrays.fill(values, 0);
        for (int i = going.size() - 1; i >= 0; i--) {
            Movement movement = going.get(i);
            if (movement.overSeconds() <= seconds) {
                going.remove(i);
            } else {
                movement.addTo(values, seconds);
            }
        }
        return values;
    }
}

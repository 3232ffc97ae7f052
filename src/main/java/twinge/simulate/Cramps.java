package twinge.simulate;

import java.util.ArrayList;
import java.util.List;

/** The cramps of one channel, each begun when its time has come. */
final class Cramps {
    private final List<Event> planned;
    private final Site site;
    private final double rateHz;
    private final Dice dice;
    private final List<Cramp> going = new ArrayList<>();
    private int next;

    /** @param planned by onset */
    Cramps(List<Event> planned, Site site, double rateHz, Dice dice) {
        this.planned = planned;
        this.site = site;
        this.rateHz = rateHz;
        this.dice = dice;
    }

    /** Fires into the muscle what falls before the end of the frame to come. */
    void play(long frame, Muscle muscle) {
        double end = (frame + 1) / rateHz;
        while (next < planned.size() && planned.get(next).onsetSeconds() < end) {
            going.add(new Cramp(planned.get(next++), site, rateHz, dice));
        }
        for (int i = going.size() - 1; i >= 0; i--) {
            if (going.get(i).over(end)) {
                going.remove(i);
            } else {
                going.get(i).play(frame, muscle);
            }
        }
    }
}

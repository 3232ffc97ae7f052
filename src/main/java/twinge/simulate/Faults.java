package twinge.simulate;

import java.util.ArrayList;
import java.util.List;

/** What cable, electrode and sensor do to one channel. */
final class Faults {
    private static final Range SPIKE_SECONDS = new Range(0.005, 0.05);
    private static final Range BETWEEN_SPIKES_SECONDS = new Range(0.01, 0.25);
    private static final Range STUCK_SECONDS = new Range(0.01, 0.08);
    private static final double STEP_FALLS = 4; // time constants within the event
    private static final double CONTACT_MICROVOLTS = 300;
    private static final double CLIPPING_GAIN = 40;

    private final List<Event> planned;
    private final double railMicrovolts;
    private final Dice dice;
    private final List<Event> going = new ArrayList<>();
    private int next;
    private boolean spiking;
    private double spike;
    private double changesSeconds;
    private double held;
    private boolean lost;

    /** @param planned by onset */
    Faults(List<Event> planned, double railMicrovolts, Dice dice) {
        this.planned = planned;
        this.railMicrovolts = railMicrovolts;
        this.dice = dice;
    }

    /** What the converter gets of a signal, in µV; times must rise by one frame from call to call. */
    double through(double microvolts, double seconds) {
        while (next < planned.size() && planned.get(next).onsetSeconds() <= seconds) {
            going.add(planned.get(next++));
            changesSeconds = seconds;
            spiking = false;
        }
        lost = false;
        double out = microvolts;
        for (int i = going.size() - 1; i >= 0; i--) {
            Event fault = going.get(i);
            if (fault.endSeconds() <= seconds) {
                going.remove(i);
            } else {
                out = through(fault, out, seconds);
            }
        }
        if (going.isEmpty()) {
            held = microvolts;
        }
        return out;
    }

    /** Whether the frame last passed through is known to be lost. */
    boolean lost() {
        return lost;
    }

    private double through(Event fault, double microvolts, double seconds) {
        return switch (fault.behaviour()) {
            case RAIL_SPIKES -> {
                alternate(seconds, SPIKE_SECONDS, BETWEEN_SPIKES_SECONDS);
                yield spiking ? spike : microvolts;
            }
            case ELECTRODE_STEP -> {
                double constant = fault.durationSeconds() / STEP_FALLS;
                double jump = 0.9 * railMicrovolts * fault.level();
                yield microvolts + jump * StrictMath.exp(-(seconds - fault.onsetSeconds()) / constant);
            }
            case FLAT_LINE -> held;
            case CONTACT_NOISE -> microvolts + CONTACT_MICROVOLTS * fault.level() * dice.gaussian();
            case CLIPPING -> microvolts * (1 + CLIPPING_GAIN * fault.level());
            case REPEATED_SAMPLES -> {
                alternate(seconds, STUCK_SECONDS, STUCK_SECONDS);
                held = spiking ? held : microvolts;
                yield held;
            }
            case LOST_SAMPLES, LOST_FRAMES -> {
                lost = true;
                yield microvolts;
            }
            default -> throw new IllegalArgumentException(fault.behaviour() + " is no fault of a channel");
        };
    }

    private void alternate(double seconds, Range on, Range off) {
        while (seconds >= changesSeconds) {
            spiking = !spiking;
            changesSeconds += (spiking ? on : off).draw(dice);
            spike = dice.chance(0.5) ? 2 * railMicrovolts : -2 * railMicrovolts;
        }
    }
}

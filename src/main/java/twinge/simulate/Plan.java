package twinge.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import twinge.simulate.Movement.Shape;

/**
 * A scenario's events worked out: who is driven when, what moves, what breaks, and the truth about it. The only thing
 * in a simulation that grows with its length, by some tens of bytes a burst.
 */
final class Plan {
    private static final Range LATER_SECONDS = new Range(0, 0.03);
    private static final Range SPASM_LATER_SECONDS = new Range(0, 0.05);
    private static final Range OTHER_CHANNEL = new Range(0.75, 1.1);
    private static final Range SPASM_OTHER_CHANNEL = new Range(0.4, 1);
    private static final Range SPASM_DECAY = new Range(0.45, 0.9);
    private static final Range WALKING_G = new Range(0.15, 0.35);
    private static final Range RUNNING_G = new Range(0.7, 1.3);
    private static final double RUNNING_FROM_HZ = 2.3;
    private static final double BURST_UNEVENNESS = 0.1;
    private static final double MUSCLE_TO_MOVEMENT_SECONDS = 0.06;

    private final Scenario scenario;
    final List<List<Activation>> activations = new ArrayList<>();
    final List<List<Event>> cramps = new ArrayList<>();
    final List<List<Event>> twitches = new ArrayList<>();
    final List<List<Event>> faults = new ArrayList<>();
    final List<Movement> movements = new ArrayList<>();

    /** One row an event and channel. */
    final List<Truth> truth = new ArrayList<>();

    /** One row a burst and channel: trains are taken apart. */
    final List<Truth> bursts = new ArrayList<>();

    Plan(Scenario scenario) {
        this.scenario = scenario;
        for (int site = 0; site < scenario.sites().size(); site++) {
            activations.add(new ArrayList<>());
            cramps.add(new ArrayList<>());
            twitches.add(new ArrayList<>());
            faults.add(new ArrayList<>());
        }
        int index = 0;
        for (Event event : scenario.events()) {
            Dice dice = Dice.of(scenario.seed(), "event " + index++);
            if (event.onsetSeconds() < scenario.seconds()) {
                place(event, dice);
            }
        }
        activations.forEach(list -> list.sort(Comparator.comparingDouble(Activation::onsetSeconds)));
        for (List<List<Event>> lists : List.of(cramps, twitches, faults)) {
            lists.forEach(list -> list.sort(Comparator.comparingDouble(Event::onsetSeconds)));
        }
        movements.sort(Comparator.comparingDouble(Movement::onsetSeconds));
        truth.sort(Comparator.comparingDouble(Truth::onsetSeconds));
        bursts.sort(Comparator.comparingDouble(Truth::onsetSeconds));
    }

    private void place(Event event, Dice dice) {
        switch (event.behaviour()) {
            case HOLD, POSTURE -> {
                ramp(event, dice, LATER_SECONDS, OTHER_CHANNEL, 1);
                double from = event.onsetSeconds() + MUSCLE_TO_MOVEMENT_SECONDS;
                int turn = dice.chance(0.5) ? 1 : -1;
                movements.add(
                        new Movement(Shape.BEND, from, from + event.durationSeconds(), dice.between(3, 12), turn));
            }
            case BRACE -> ramp(event, dice, LATER_SECONDS, OTHER_CHANNEL, 1);
            case REP -> {
                ramp(event, dice, LATER_SECONDS, OTHER_CHANNEL, 1);
                double from = event.onsetSeconds() + MUSCLE_TO_MOVEMENT_SECONDS;
                movements.add(new Movement(
                        Shape.BEND, from, event.endSeconds(), dice.between(30, 60), dice.chance(0.5) ? 1 : -1));
                knock(event.endSeconds() - 0.1, dice.between(0.1, 0.4));
            }
            case BALLISTIC -> {
                ramp(event, dice, new Range(0, 0.005), OTHER_CHANNEL, 1);
                knock(event.onsetSeconds() + MUSCLE_TO_MOVEMENT_SECONDS, dice.between(0.05, 0.2));
            }
            case SPASM, LEG_MOVEMENT -> {
                ramp(event, dice, SPASM_LATER_SECONDS, SPASM_OTHER_CHANNEL, SPASM_DECAY.draw(dice));
                knock(event.onsetSeconds() + MUSCLE_TO_MOVEMENT_SECONDS, dice.between(0.005, 0.03));
            }
            case CLONUS, SHIVER, TAPPING, WALKING -> train(event, dice);
            case CRAMP -> event.channels().forEach(channel -> local(event, channel, cramps));
            case FASCICULATION -> event.channels().forEach(channel -> local(event, channel, twitches));
            case KNOCK -> {
                knock(event.onsetSeconds(), event.level());
                event.channels()
                        .forEach(channel -> tell(event.behaviour(), event.onsetSeconds(), event.endSeconds(), channel));
            }
            case LOST_FRAMES -> {
                for (int channel = 0; channel < faults.size(); channel++) {
                    local(event, channel, faults);
                }
            }
            default -> event.channels().forEach(channel -> local(event, channel, faults));
        }
    }

    private void knock(double seconds, double strength) {
        movements.add(new Movement(Shape.KNOCK, seconds, seconds + 0.1, strength, 1));
    }

    private void local(Event event, int channel, List<List<Event>> lists) {
        lists.get(channel).add(event);
        tell(event.behaviour(), event.onsetSeconds(), event.endSeconds(), channel);
    }

    private void ramp(Event event, Dice dice, Range later, Range weaker, double decay) {
        for (int i = 0; i < event.channels().size(); i++) {
            int channel = event.channels().get(i);
            double onset = event.onsetSeconds() + (i == 0 ? 0 : later.draw(dice));
            double level = Math.min(1, event.level() * (i == 0 ? 1 : weaker.draw(dice)));
            double end = Math.max(event.endSeconds(), onset + event.riseSeconds() + event.fallSeconds());
            activations
                    .get(channel)
                    .add(new Activation(onset, end, level, event.riseSeconds(), event.fallSeconds(), decay));
            tell(event.behaviour(), onset, end, channel);
        }
    }

    private void train(Event event, Dice dice) {
        double[] later = new double[event.channels().size()];
        double[] weaker = new double[event.channels().size()];
        double[] ends = new double[event.channels().size()];
        double[] starts = new double[event.channels().size()];
        for (int i = 0; i < later.length; i++) {
            later[i] = i == 0 ? 0 : dice.between(0, 0.02);
            weaker[i] = i == 0 ? 1 : OTHER_CHANNEL.draw(dice);
            starts[i] = -1;
        }
        double onset = event.onsetSeconds();
        for (int beat = 0; onset + event.burstSeconds() <= event.endSeconds(); beat++) {
            double interval = dice.gaussian(1, event.variation(), 0.3, 3) / event.rateHz();
            double level = event.level() * Math.max(0.2, 1 + BURST_UNEVENNESS * dice.gaussian());
            double seconds = Math.min(event.burstSeconds(), 0.9 * interval);
            for (int i = 0; i < later.length; i++) {
                int channel = event.channels().get(i);
                if (inStep(event.behaviour(), channel, beat)) {
                    double from = onset + later[i];
                    double ramp = Math.min(0.2, 0.4 * seconds);
                    ends[i] = from + seconds;
                    starts[i] = starts[i] < 0 ? from : starts[i];
                    activations
                            .get(channel)
                            .add(new Activation(from, ends[i], Math.min(1, level * weaker[i]), ramp, ramp, 1));
                    note(bursts, event.behaviour(), from, ends[i], channel);
                }
            }
            shake(event, onset, interval, beat, dice);
            onset += interval;
        }
        for (int i = 0; i < later.length; i++) {
            if (starts[i] >= 0) {
                note(
                        truth,
                        event.behaviour(),
                        starts[i],
                        ends[i],
                        event.channels().get(i));
            }
        }
    }

    /** Walking loads the sides by turns, left with the first step. */
    private boolean inStep(Behaviour behaviour, int channel, int beat) {
        return behaviour != Behaviour.WALKING
                || switch (scenario.sites().get(channel).side()) {
                    case LEFT -> beat % 2 == 0;
                    case RIGHT -> beat % 2 == 1;
                    case MIDDLE, UNKNOWN -> true;
                };
    }

    private void shake(Event event, double onset, double interval, int beat, Dice dice) {
        double from = onset + MUSCLE_TO_MOVEMENT_SECONDS;
        int turn = beat % 2 == 0 ? 1 : -1;
        switch (event.behaviour()) {
            case WALKING ->
                movements.add(new Movement(
                        Shape.STEP, onset, onset + interval, strike(event).draw(dice), turn));
            case SHIVER ->
                movements.add(new Movement(Shape.SHAKE, from, from + interval, dice.between(0.03, 0.08), turn));
            case CLONUS ->
                movements.add(new Movement(Shape.SHAKE, from, from + interval, dice.between(0.003, 0.01), turn));
            default -> knock(from, dice.between(0.05, 0.2));
        }
    }

    private static Range strike(Event walk) {
        return walk.rateHz() > RUNNING_FROM_HZ ? RUNNING_G : WALKING_G;
    }

    private void tell(Behaviour behaviour, double onset, double end, int channel) {
        note(truth, behaviour, onset, end, channel);
        note(bursts, behaviour, onset, end, channel);
    }

    private void note(List<Truth> rows, Behaviour behaviour, double onset, double end, int channel) {
        double last = Math.min(end, scenario.seconds());
        if (last > onset) {
            rows.add(new Truth(
                    onset,
                    last - onset,
                    behaviour,
                    scenario.sites().get(channel).label()));
        }
    }
}

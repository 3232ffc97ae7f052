package twinge.simulate;

/** Whole sessions as they may be worn: the recordings that the program is shown with. */
final class Sessions {
    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final int UPPER_LEFT = 2;
    private static final double MAINS_HZ = 50;

    private Sessions() {}

    /** Every four sets: a spasm in the rest after the second, one right after the third, clonus after the fourth. */
    static Planner lifting(String name, long seed, double seconds) {
        Planner plan = Planner.usual(name, seed, seconds, true, "left L3", "right L3");
        plan.scenario.heart(plan.dice.between(85, 110), 0.03).mains(MAINS_HZ).converter(Converter.sixteenBit());
        plan.pause(8, 11);
        for (int set = 0; !plan.ends(45); set++) {
            plan.cue("set start");
            plan.reps(plan.dice.integer(5, 6), plan.dice.between(3, 4.2), plan.dice.between(0.3, 0.55));
            plan.cue("rest start");
            switch (set % 4) {
                case 1 -> {
                    plan.pause(6, 9);
                    plan.spasm(new Range(0.25, 0.5), new Range(4, 8), LEFT, RIGHT);
                    plan.pause(9, 12);
                }
                case 2 -> {
                    plan.pause(0.6, 1.2);
                    plan.spasm(new Range(0.3, 0.6), new Range(3, 6), RIGHT);
                    plan.pause(14, 17);
                }
                case 3 -> {
                    plan.pause(6, 9);
                    plan.clonus(new Range(6, 9), LEFT);
                    plan.pause(9, 12);
                }
                default -> {
                    plan.pause(5, 8);
                    plan.shiftWeight(LEFT, RIGHT);
                    plan.pause(9, 12);
                }
            }
        }
        return plan;
    }

    /** Fasciculations on the lower left, then every four minutes a cramp on the upper left and a turn in bed. */
    static Planner rest(String name, long seed, double seconds) {
        Planner plan = Planner.usual(name, seed, seconds, false, "left L3", "right L3", "left L1");
        plan.scenario.heart(plan.dice.between(54, 66), 0.04).mains(MAINS_HZ).converter(Converter.twentyFourBit());
        double perMinute = plan.dice.between(11, 16);
        do {
            double start = plan.now();
            plan.pause(4, 6);
            plan.twitchesUntil(start + 95, perMinute, LEFT);
            plan.pause(4, 8);
            plan.cramp(new Range(24, 38), UPPER_LEFT);
            plan.pause(4, 8);
            plan.twitchesUntil(start + 205, perMinute, LEFT);
            plan.pause(2, 3);
            plan.fault(Behaviour.KNOCK, 0.3, 0.2, plan.everyChannel());
            plan.hold(new Range(0.1, 0.25), new Range(1, 2), plan.everyChannel());
            plan.pause(2, 3);
            plan.twitchesUntil(start + Catalogue.USUAL_SECONDS, perMinute, LEFT);
        } while (!plan.ends(20));
        return plan;
    }

    /** Everything that must not be mistaken. */
    static Planner quiet(String name, long seed, double seconds) {
        Planner plan = Planner.usual(name, seed, seconds, true, "left L3", "right L3");
        plan.scenario.heart(plan.dice.between(70, 95), 0.04).mains(MAINS_HZ).converter(Converter.sixteenBit());
        do {
            plan.pause(7, 9);
            plan.cue("set start");
            for (int hold = 0; hold < 3; hold++) {
                plan.hold(new Range(0.1, 0.7), new Range(0.8, 5), plan.everyChannel());
                plan.pause(2, 4);
            }
            plan.cue("rest start");
            plan.pause(3, 4);
            plan.shiftWeight(LEFT, RIGHT);
            plan.pause(3, 4);
            plan.cue("set start");
            plan.reps(5, plan.dice.between(3, 4), plan.dice.between(0.3, 0.5));
            plan.cue("rest start");
            plan.pause(6, 8);
            faults(plan);
            plan.walk(plan.dice.between(28, 34), Ranges.STEPS_HZ);
            plan.pause(3, 4);
            plan.shiftWeight(LEFT, RIGHT);
            plan.pause(2, 4);
            plan.cue("set start");
            plan.ballistics(6, LEFT, RIGHT);
            plan.taps(4, new Range(1.5, 2.4), LEFT, RIGHT);
            plan.pause(2, 3);
            plan.brace(plan.dice.between(4, 7));
            plan.cue("rest start");
            plan.pause(8, 10);
        } while (!plan.ends(100));
        plan.cue("set start");
        while (!plan.ends(14)) {
            plan.matchedHold(new Range(0.15, 0.5), new Range(1.5, 5), plan.everyChannel());
            plan.pause(3, 6);
        }
        plan.cue("rest start");
        return plan;
    }

    private static void faults(Planner plan) {
        plan.fault(Behaviour.RAIL_SPIKES, plan.dice.between(2, 4), 1, LEFT);
        plan.pause(3, 5);
        plan.fault(Behaviour.KNOCK, 0.3, 0.6, LEFT, RIGHT);
        plan.pause(2, 4);
        plan.fault(Behaviour.ELECTRODE_STEP, plan.dice.between(1, 3), 0.4, RIGHT);
        plan.pause(2, 4);
        plan.fault(Behaviour.CONTACT_NOISE, plan.dice.between(1.5, 3), 0.5, RIGHT);
        plan.pause(2, 4);
        plan.fault(Behaviour.LOST_FRAMES, plan.dice.between(0.2, 0.6), 1, LEFT, RIGHT);
        plan.pause(2, 4);
        plan.fault(Behaviour.FLAT_LINE, plan.dice.between(0.8, 2), 1, LEFT);
        plan.pause(4, 6);
    }
}

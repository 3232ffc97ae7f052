package twinge.simulate;

/** One behaviour again and again, over its whole range. */
final class Drills {
    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final double ROOM_SECONDS = 12;

    private Drills() {}

    static Planner spasm(String name, long seed, double seconds) {
        Planner plan = lying(name, seed, seconds);
        plan.pause(5, 10);
        while (!plan.ends(ROOM_SECONDS)) {
            int[] channels =
                    plan.dice.chance(0.5) ? new int[] {LEFT, RIGHT} : new int[] {plan.dice.integer(LEFT, RIGHT)};
            plan.spasm(Ranges.SPASM_LEVEL, Ranges.SPASM_SECONDS, channels);
            plan.pause(5, 15);
            plan.matchedHold(Ranges.SPASM_LEVEL, Ranges.SPASM_SECONDS, channels);
            plan.pause(5, 15);
        }
        return plan;
    }

    static Planner cramp(String name, long seed, double seconds) {
        Planner plan = lying(name, seed, seconds);
        plan.pause(5, 10);
        while (!plan.ends(ROOM_SECONDS)) {
            plan.cramp(Ranges.CRAMP_SECONDS, plan.dice.integer(LEFT, RIGHT));
            plan.pause(10, 30);
        }
        return plan;
    }

    static Planner clonus(String name, long seed, double seconds) {
        Planner plan = lying(name, seed, seconds);
        plan.pause(5, 10);
        while (!plan.ends(ROOM_SECONDS)) {
            plan.clonus(Ranges.CLONUS_SECONDS, plan.dice.integer(LEFT, RIGHT));
            plan.pause(5, 15);
            plan.taps(plan.dice.between(3, 8), Ranges.TAPS_HZ, LEFT, RIGHT);
            plan.pause(5, 15);
        }
        return plan;
    }

    static Planner fasciculation(String name, long seed, double seconds) {
        Planner plan = lying(name, seed, seconds);
        plan.pause(2, 5);
        while (!plan.ends(1)) {
            double perMinute = Ranges.TWITCHES_A_MINUTE.drawRatio(plan.dice);
            plan.twitchesUntil(plan.now() + 60, perMinute, plan.dice.integer(LEFT, RIGHT));
        }
        return plan;
    }

    static Planner legMovements(String name, long seed, double seconds) {
        Planner plan = lying(name, seed, seconds);
        plan.pause(5, 10);
        while (!plan.ends(ROOM_SECONDS)) {
            plan.legMovement(plan.dice.chance(0.5) ? new int[] {LEFT, RIGHT} : new int[] {LEFT});
        }
        return plan;
    }

    static Planner holds(String name, long seed, double seconds) {
        Planner plan = standing(name, seed, seconds);
        plan.pause(5, 8);
        while (!plan.ends(ROOM_SECONDS)) {
            plan.hold(Ranges.HOLD_LEVEL, Ranges.HOLD_SECONDS, LEFT, RIGHT);
            plan.pause(2, 8);
        }
        return plan;
    }

    static Planner reps(String name, long seed, double seconds) {
        Planner plan = standing(name, seed, seconds);
        plan.pause(5, 8);
        while (!plan.ends(40)) {
            plan.cue("set start");
            plan.reps(plan.dice.integer(5, 10), Ranges.REP_SECONDS.draw(plan.dice), Ranges.HOLD_LEVEL.draw(plan.dice));
            plan.cue("rest start");
            plan.pause(10, 30);
        }
        return plan;
    }

    static Planner walking(String name, long seed, double seconds) {
        Planner plan = standing(name, seed, seconds);
        plan.pause(5, 8);
        while (!plan.ends(ROOM_SECONDS)) {
            plan.walk(plan.dice.between(10, 40), plan.dice.chance(0.3) ? Ranges.RUNNING_HZ : Ranges.STEPS_HZ);
            plan.pause(5, 15);
        }
        return plan;
    }

    static Planner posture(String name, long seed, double seconds) {
        Planner plan = standing(name, seed, seconds);
        plan.pause(5, 8);
        while (!plan.ends(4)) {
            plan.shiftWeight(plan.dice.chance(0.5) ? new int[] {LEFT, RIGHT} : new int[] {RIGHT});
            plan.pause(1, 15);
        }
        return plan;
    }

    static Planner ballistic(String name, long seed, double seconds) {
        Planner plan = standing(name, seed, seconds);
        plan.pause(3, 6);
        while (!plan.ends(4)) {
            plan.ballistics(1, plan.dice.chance(0.5) ? new int[] {LEFT, RIGHT} : new int[] {LEFT});
        }
        return plan;
    }

    static Planner brace(String name, long seed, double seconds) {
        Planner plan = standing(name, seed, seconds);
        plan.pause(5, 8);
        while (!plan.ends(ROOM_SECONDS)) {
            plan.brace(plan.dice.between(1, 20));
            plan.pause(4, 12);
        }
        return plan;
    }

    static Planner shiver(String name, long seed, double seconds) {
        Planner plan = standing(name, seed, seconds);
        plan.pause(5, 8);
        while (!plan.ends(ROOM_SECONDS)) {
            plan.shiver(plan.dice.between(3, 20));
            plan.pause(4, 12);
        }
        return plan;
    }

    static Planner faults(String name, long seed, double seconds) {
        Planner plan = standing(name, seed, seconds);
        plan.pause(5, 8);
        Behaviour[] kinds = {
            Behaviour.RAIL_SPIKES,
            Behaviour.ELECTRODE_STEP,
            Behaviour.FLAT_LINE,
            Behaviour.CONTACT_NOISE,
            Behaviour.CLIPPING,
            Behaviour.REPEATED_SAMPLES,
            Behaviour.LOST_SAMPLES,
            Behaviour.LOST_FRAMES,
            Behaviour.KNOCK
        };
        for (int turn = 0; !plan.ends(ROOM_SECONDS); turn++) {
            double level = plan.dice.between(0.3, 1);
            double lasts = plan.dice.between(0.4, 4);
            int channel = plan.dice.integer(LEFT, RIGHT);
            if (plan.dice.chance(0.5) || kinds[turn % kinds.length] == Behaviour.CLIPPING) {
                plan.duringNext(kinds[turn % kinds.length], lasts, level, channel); // while the muscle works
            } else {
                plan.fault(kinds[turn % kinds.length], lasts, level, channel);
                plan.pause(2, 5);
            }
            plan.hold(new Range(0.2, 0.6), new Range(0.5, 3), LEFT, RIGHT);
            plan.pause(2, 5);
        }
        return plan;
    }

    private static Planner standing(String name, long seed, double seconds) {
        return Planner.wholeRange(name, seed, seconds, true, "left L3", "right L3");
    }

    private static Planner lying(String name, long seed, double seconds) {
        return Planner.wholeRange(name, seed, seconds, false, "left L3", "right L3");
    }
}

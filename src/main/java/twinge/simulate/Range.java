package twinge.simulate;

/** The values a parameter is drawn from, both ends included. */
record Range(double least, double most) {
    Range {
        if (!(least <= most)) {
            throw new IllegalArgumentException("a range from " + least + " to " + most);
        }
    }

    double draw(Dice dice) {
        return dice.between(least, most);
    }

    /** Evenly in ratio: as many draws between 1 and 2 as between 10 and 20. */
    double drawRatio(Dice dice) {
        return least * StrictMath.exp(dice.uniform() * StrictMath.log(most / least));
    }

    boolean holds(double value) {
        return value >= least && value <= most;
    }
}

package twinge.settings;

/** What a setting is counted in. */
public enum Unit {
    SECONDS("s"),
    HERTZ("Hz"),
    MICROVOLTS("uV"),
    /** A plain ratio or count. */
    TIMES("");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}

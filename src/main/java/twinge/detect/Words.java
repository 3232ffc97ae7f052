package twinge.detect;

/** Puts numbers into words, with a dot in every locale. */
final class Words {
    private static final long[] TENS = {1, 10, 100};

    private Words() {}

    /** A number with this many decimals, up to two, rounded half up; {@code 1234.5} never gets a thousands' mark. */
    static String number(double value, int decimals) {
        if (!(Math.abs(value) < 1e15)) {
            return String.valueOf(value);
        }
        long scaled = Math.round(Math.abs(value) * TENS[decimals]);
        String sign = value < 0 && scaled > 0 ? "-" : "";
        long whole = scaled / TENS[decimals];
        long part = scaled % TENS[decimals];
        return switch (decimals) {
            case 0 -> sign + whole;
            case 1 -> sign + whole + "." + part;
            default -> sign + whole + (part < 10 ? ".0" : ".") + part;
        };
    }

    /** Words with a number in place of {@code {0}}, {@code {1}} or {@code {2}}: as many decimals as the braces say. */
    static String with(String form, double value) {
        int open = form.indexOf('{');
        return open < 0
                ? form
                : form.substring(0, open) + number(value, form.charAt(open + 1) - '0') + form.substring(open + 3);
    }
}

package twinge.files.csv;

/**
 * A decimal number out of bytes, kept exactly as far as 18 digits, and its value in steps of a power of ten.
 *
 * <p>Its count is the one that exact decimal arithmetic gives, rounded half to even.
 */
final class DecimalNumber {
    private static final int MOST_DIGITS = 18;
    private static final int LIMIT = 1_000_000_000; // as Scale.step
    private static final long[] POWERS = new long[19];
    private static final double[] EXACT_POWERS = new double[23];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
        for (int i = 0; i < EXACT_POWERS.length; i++) {
            EXACT_POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private final byte point;
    private long digits;
    private int exponent;
    private boolean negative;
    private boolean more; // digits other than 0 beyond those kept
    private boolean clipped;

    /** @param decimalComma whether a comma stands before the decimals instead of a point */
    DecimalNumber(boolean decimalComma) {
        point = (byte) (decimalComma ? ',' : '.');
    }

    /** Reads {@code [+-]digits[.digits][e[+-]digits]} from exactly these bytes; false if they are no such number. */
    boolean parse(byte[] bytes, int from, int to) {
        return prefix(bytes, from, to) == to || rest(bytes, from, to);
    }

    /**
     * Reads a plain {@code [+-]digits[.digits]} of at most 18 digits from {@code from} on and returns where it ends, or -1
     * if there is none. What follows may belong to it; only {@link #parse} can tell.
     */
    int prefix(byte[] bytes, int from, int to) {
        int at = from;
        negative = false;
        more = false;
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            negative = bytes[at] == '-';
            at++;
        }
        int start = at;
        int safe = Math.min(to, at + MOST_DIGITS);
        long value = 0;
        while (at < safe && bytes[at] >= '0' && bytes[at] <= '9') {
            value = 10 * value + (bytes[at++] - '0');
        }
        int count = at - start;
        exponent = 0;
        if (at < safe && bytes[at] == point) {
            int decimals = ++at;
            safe = Math.min(to, decimals + MOST_DIGITS - count);
            while (at < safe && bytes[at] >= '0' && bytes[at] <= '9') {
                value = 10 * value + (bytes[at++] - '0');
            }
            exponent = decimals - at;
            count += at - decimals;
        }
        digits = value;
        return count == 0 ? -1 : at;
    }

    /** The number of decimals that tell it exactly; 0 for an integer. */
    int decimals() {
        long left = digits;
        int decimals = -exponent;
        while (decimals > 0 && left % 10 == 0) {
            left /= 10;
            decimals--;
        }
        return digits == 0 ? 0 : Math.max(0, decimals);
    }

    /** The place of the first digit: below 10 to that power and not below a tenth of it. */
    int magnitude() {
        int length = 0;
        while (length < POWERS.length && digits >= POWERS[length]) {
            length++;
        }
        return digits == 0 ? -99 : length + exponent;
    }

    double value() {
        double whole = digits;
        double value = exponent < -22
                ? whole * Double.parseDouble("1e" + Math.max(-400, exponent))
                : exponent < 0
                        ? whole / EXACT_POWERS[-exponent]
                        : exponent <= 22 ? whole * EXACT_POWERS[exponent] : Double.POSITIVE_INFINITY;
        return negative ? -value : value;
    }

    /** The value in steps of 10 to the power of {@code -decimals}; the limit of ±1e9 where it does not fit. */
    int count(int decimals) {
        clipped = false;
        int shift = exponent + decimals;
        long count;
        if (digits == 0 || shift < -MOST_DIGITS) {
            count = 0;
        } else if (shift >= 0) {
            count = shift < 10 && digits <= LIMIT / POWERS[shift] ? digits * POWERS[shift] : LIMIT + 1L;
        } else {
            count = rounded(POWERS[-shift]);
        }
        if (count > LIMIT) {
            clipped = true;
            count = LIMIT;
        }
        return (int) (negative ? -count : count);
    }

    /** Whether the last count did not fit. */
    boolean clipped() {
        return clipped;
    }

    private long rounded(long divisor) {
        long quotient = digits / divisor;
        long rest = digits % divisor;
        long half = divisor / 2;
        boolean up = rest > half || rest == half && (more || (quotient & 1) != 0);
        return up ? quotient + 1 : quotient;
    }

    /** The same with an exponent, or more digits than a long holds. */
    private boolean rest(byte[] bytes, int from, int to) {
        digits = 0;
        exponent = 0;
        int at = from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
        int kept = 0;
        int seen = 0;
        boolean afterPoint = false;
        for (; at < to; at++) {
            byte b = bytes[at];
            if (b == point && !afterPoint) {
                afterPoint = true;
            } else if (b >= '0' && b <= '9') {
                seen++;
                if (kept < MOST_DIGITS) {
                    digits = 10 * digits + (b - '0');
                    kept += digits == 0 ? 0 : 1;
                    exponent -= afterPoint ? 1 : 0;
                } else {
                    more |= b != '0';
                    exponent += afterPoint ? 0 : 1;
                }
            } else {
                break;
            }
        }
        return seen > 0 && (at == to || (bytes[at] | 32) == 'e' && exponent(bytes, at + 1, to));
    }

    private boolean exponent(byte[] bytes, int from, int to) {
        int at = from;
        boolean down = at < to && bytes[at] == '-';
        at += at < to && (bytes[at] == '-' || bytes[at] == '+') ? 1 : 0;
        int value = 0;
        int start = at;
        for (; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            value = Math.min(100_000, 10 * value + bytes[at] - '0');
        }
        exponent += down ? -value : value;
        return at == to && at > start;
    }
}

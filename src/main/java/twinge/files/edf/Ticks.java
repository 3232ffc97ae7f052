package twinge.files.edf;

import twinge.files.Annotation;

/** Times as annotations print them, decimal seconds, in steps of 100 ns. */
final class Ticks {
    /** No time. */
    static final long NONE = Long.MIN_VALUE;

    private static final int DECIMALS = 7;
    private static final long MOST = Long.MAX_VALUE / 10_000;

    private Ticks() {}

    /** Reads {@code [+-]digits[.digits]}, rounding half up beyond seven decimals; {@link #NONE} if it is no such number. */
    static long parse(byte[] bytes, int from, int to, boolean signWanted) {
        int at = from;
        boolean signed = at < to && (bytes[at] == '+' || bytes[at] == '-');
        boolean negative = signed && bytes[at] == '-';
        at += signed ? 1 : 0;
        if (signWanted != signed || at == to || !digit(bytes[at])) {
            return NONE;
        }
        long ticks = 0;
        int decimals = -1;
        for (; at < to; at++) {
            if (bytes[at] == '.' && decimals < 0) {
                decimals = 0;
            } else if (!digit(bytes[at]) || ticks > MOST) {
                return NONE;
            } else if (decimals < DECIMALS) {
                ticks = ticks * 10 + bytes[at] - '0';
                decimals += decimals < 0 ? 0 : 1;
            } else if (decimals++ == DECIMALS && bytes[at] >= '5') {
                ticks++;
            }
        }
        for (int missing = Math.max(0, decimals); missing < DECIMALS; missing++) {
            if (ticks > MOST) {
                return NONE;
            }
            ticks *= 10;
        }
        return negative ? -ticks : ticks;
    }

    /** Prints with as few decimals as are needed, and no sign where positive. */
    static String print(long ticks) {
        long whole = Math.abs(ticks) / Annotation.TICKS;
        long rest = Math.abs(ticks) % Annotation.TICKS;
        String text = (ticks < 0 ? "-" : "") + whole;
        if (rest == 0) {
            return text;
        }
        String decimals = Long.toString(Annotation.TICKS + rest).substring(1);
        return text + "." + decimals.replaceAll("0+$", "");
    }

    /** The same with a sign, as an onset wants it. */
    static String printOnset(long ticks) {
        return (ticks < 0 ? "" : "+") + print(ticks);
    }

    static double seconds(long ticks) {
        return ticks / (double) Annotation.TICKS;
    }

    static long of(double seconds) {
        return Math.round(seconds * Annotation.TICKS);
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }
}

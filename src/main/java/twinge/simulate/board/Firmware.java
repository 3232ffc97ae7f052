package twinge.simulate.board;

/** What runs on a board. Without a clock: it is told what it hears and when a frame is due. */
interface Firmware {
    /** Begins anew, as after power-on or a reset; what it says then, it says now. */
    void power(Uart uart);

    /** Hears one byte, 0 to 255. */
    void heard(int octet, Uart uart);

    /** When it wants to be woken, in microseconds of its own clock; never if it waits for nothing. */
    default long wakeMicros() {
        return Long.MAX_VALUE;
    }

    /** That moment has come. */
    default void wake(Uart uart) {}

    boolean streaming();

    /** Frames a second while it streams. */
    double rateHz();

    /** The number of EMG channels it samples. */
    int channels();

    /** The next frame of its stream, of what the wearer's electrodes have now. */
    Frame frame(Wearer wearer, Uart uart);

    /** Lets its counter begin so many frames before it wraps, where it has one. */
    default void wrapsAfter(int frames) {}
}

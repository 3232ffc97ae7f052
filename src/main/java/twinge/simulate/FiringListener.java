package twinge.simulate;

/** Is told each firing of each motor unit, channel by channel in the order in which they are played. */
@FunctionalInterface
public interface FiringListener {
    /**
     * @param unit 0 to 119 in the channel's own pool, weakest first; from 1000 the units of a cramp, from 100000 twitches
     * @param seconds from the start of the recording
     */
    void fired(int channel, int unit, double seconds);
}

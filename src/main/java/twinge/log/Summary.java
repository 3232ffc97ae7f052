package twinge.log;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a session once it has been read to its end.
 *
 * @param wornSeconds how long it was worn, first to last frame without the gaps
 * @param frames read, of all streams
 * @param framesLost missing between the first and the last, of all streams
 * @param flaggedSeconds how long the signal was not to be trusted, by reason; sorted
 */
public record Summary(double wornSeconds, long frames, long framesLost, Map<String, Double> flaggedSeconds) {
    public Summary {
        flaggedSeconds = Collections.unmodifiableMap(new TreeMap<>(flaggedSeconds));
        if (!(wornSeconds >= 0) || frames < 0 || framesLost < 0) {
            throw new IllegalArgumentException(
                    "worn " + wornSeconds + " s, " + frames + " frames and " + framesLost + " lost");
        }
    }
}

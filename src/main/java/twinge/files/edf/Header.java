package twinge.files.edf;

import java.util.List;
import twinge.files.Origin;

/**
 * What stands before the data records.
 *
 * @param sampleBytes 2 for EDF, 3 for BDF
 * @param plus whether annotations are announced
 * @param discontinuous whether records may lie apart in time
 * @param records how many the header promises, -1 if it does not tell
 * @param recordTicks duration of one, in 100 ns
 * @param recordBytes size of one
 */
record Header(
        Origin origin,
        int sampleBytes,
        boolean plus,
        boolean discontinuous,
        long records,
        long recordTicks,
        int recordBytes,
        List<Signal> signals) {

    String format() {
        String name = sampleBytes == 2 ? "EDF" : "BDF";
        return !plus ? name : name + (discontinuous ? "+D" : "+C");
    }

    int bytes() {
        return 256 * (signals.size() + 1);
    }
}

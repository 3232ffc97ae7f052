package twinge.detect;

import java.util.ArrayList;
import java.util.List;
import twinge.events.Burst;
import twinge.events.Evidence;
import twinge.events.Features;
import twinge.events.Kind;
import twinge.events.Verdict;

/** How judged bursts stand in a snapshot. */
final class Saved {
    private Saved() {}

    static Burst burst(State io, Burst b) {
        boolean w = b != null;
        return new Burst(
                io.count(w ? b.stream() : 0),
                io.count(w ? b.channel() : 0),
                io.whole(w ? b.onsetFrame() : 0),
                io.whole(w ? b.endFrame() : 0),
                io.real(w ? b.onsetSeconds() : 0),
                io.real(w ? b.endSeconds() : 0),
                io.flag(w && b.cut()),
                features(io, w ? b.features() : null),
                verdict(io, w ? b.verdict() : null));
    }

    private static Verdict verdict(State io, Verdict v) {
        boolean w = v != null;
        Kind kind = Kind.values()[io.count(w ? v.kind().ordinal() : 0)];
        double probability = io.real(w ? v.probability() : 0);
        List<Evidence> evidence = new ArrayList<>(w ? v.evidence() : List.of());
        io.list(evidence, e -> new Evidence(io.text(e == null ? "" : e.words()), io.real(e == null ? 0 : e.weight())));
        return new Verdict(kind, probability, evidence);
    }

    private static Features features(State io, Features f) {
        double[] v = new double[18];
        if (f != null) {
            int i = 0;
            for (double value : f.values().values()) {
                v[i++] = value;
            }
        }
        io.reals(v);
        return new Features(
                v[0],
                v[1],
                v[2],
                v[3],
                v[4],
                v[5],
                v[6],
                v[7],
                v[8],
                v[9],
                v[10],
                v[11],
                (int) v[12],
                (int) v[13],
                v[14],
                v[15],
                v[16],
                v[17]);
    }
}

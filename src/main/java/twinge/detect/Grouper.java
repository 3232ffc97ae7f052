package twinge.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.events.Evidence;
import twinge.events.Kind;
import twinge.events.Verdict;

/** Joins judged bursts of one kind that belong together into episodes. */
final class Grouper {
    private static final int FEWEST_TWITCHES = 3;
    private static final int MOST_BURSTS = 4096;
    private static final int MOST_OTHER_BURSTS = 256;
    static final double SURE_ENOUGH_TO_TELL = 0.75;

    private static final class Group {
        private final Kind kind;
        private final List<Burst> bursts = new ArrayList<>();
        private double from = Double.POSITIVE_INFINITY;
        private double to = Double.NEGATIVE_INFINITY;
        private boolean told;

        /** Work without a pause on many channels must not become one endless episode. */
        private boolean isFull() {
            return bursts.size() >= (kind.involuntary() ? MOST_BURSTS : MOST_OTHER_BURSTS);
        }

        private Group(Kind kind) {
            this.kind = kind;
        }
    }

    private final List<Group> open = new ArrayList<>();

    /** How far apart bursts of a kind may lie and still be one episode, in seconds. */
    static double gapSeconds(Kind kind) {
        return switch (kind) {
            case VOLUNTARY -> 0.5;
            case SPASM, ARTIFACT, UNCERTAIN -> 1;
            case CLONUS -> 1.5;
            case CRAMP -> 5;
            case FASCICULATION -> 60;
        };
    }

    /** @param decidedFrame the frame that has been reached on a stream */
    void add(Burst burst, IntToLongFunction decidedFrame, Consumer<Finding> out) {
        double gap = gapSeconds(burst.kind());
        Group group = null;
        for (Group each : open) {
            if (each.kind == burst.kind()
                    && !each.isFull()
                    && burst.onsetSeconds() < each.to + gap
                    && burst.endSeconds() > each.from - gap) {
                group = each;
                break;
            }
        }
        if (group == null) {
            group = new Group(burst.kind());
            open.add(group);
        }
        group.bursts.add(burst);
        group.from = Math.min(group.from, burst.onsetSeconds());
        group.to = Math.max(group.to, burst.endSeconds());
        if (!group.told && group.kind.involuntary()) {
            Episode episode = episode(group);
            if (episode.kind().involuntary() && episode.verdict().probability() >= SURE_ENOUGH_TO_TELL) {
                group.told = true;
                out.accept(new Finding.Confirmed(episode, decided(episode, decidedFrame)));
            }
        }
    }

    /**
     * Ends the episodes to which nothing can be added any more.
     *
     * @param judgedUpTo every burst that ended before this time has been judged
     * @param openSince onset of the earliest burst that is still open or waits for its judgement; infinite if none
     * @param decidedFrame the frame that has been reached on a stream
     */
    void close(double judgedUpTo, double openSince, IntToLongFunction decidedFrame, Consumer<Finding> out) {
        List<Group> over = new ArrayList<>();
        for (Group group : open) {
            double reach = group.to + gapSeconds(group.kind);
            if (group.isFull() || judgedUpTo > reach && openSince > reach) {
                over.add(group);
            }
        }
        if (over.isEmpty()) {
            return;
        }
        over.sort(Comparator.comparingDouble((Group group) -> group.from).thenComparing(group -> group.kind));
        open.removeAll(over);
        over.forEach(group -> {
            Episode episode = episode(group);
            out.accept(new Finding.EpisodeEnded(episode, decided(episode, decidedFrame)));
        });
    }

    /** A finding's frames are those of its first burst's stream. */
    private static long decided(Episode episode, IntToLongFunction decidedFrame) {
        return decidedFrame.applyAsLong(episode.bursts().get(0).stream());
    }

    private static Episode episode(Group group) {
        List<Burst> bursts = new ArrayList<>(group.bursts);
        bursts.sort(Comparator.comparingDouble(Burst::onsetSeconds)
                .thenComparingInt(Burst::stream)
                .thenComparingInt(Burst::channel)
                .thenComparingLong(Burst::onsetFrame));
        Burst surest = bursts.stream()
                .max(Comparator.comparingDouble(burst -> burst.verdict().probability()))
                .get();
        Verdict verdict = group.kind == Kind.FASCICULATION ? ofTwitches(bursts, surest) : surest.verdict();
        return new Episode(verdict, bursts);
    }

    /** One twitch proves little: a click of the cable looks the same. Three in a row are told. */
    private static Verdict ofTwitches(List<Burst> bursts, Burst surest) {
        int twitches = bursts.size();
        List<Evidence> evidence = new ArrayList<>();
        boolean enough = twitches >= FEWEST_TWITCHES;
        double seconds = bursts.get(twitches - 1).endSeconds() - bursts.get(0).onsetSeconds();
        evidence.add(new Evidence(
                twitches + (twitches == 1 ? " twitch in " : " twitches in ") + Words.number(Math.max(1, seconds), 0)
                        + " s",
                enough ? 1 : -1));
        evidence.addAll(surest.verdict().evidence());
        double each = surest.verdict().probability();
        double probability = enough ? 1 - (1 - each) * 2 / twitches : 1 - each / 2;
        return new Verdict(
                enough ? Kind.FASCICULATION : Kind.UNCERTAIN, Math.min(0.99, Math.max(0, probability)), evidence);
    }

    void state(State io) {
        io.list(open, group -> {
            Group held = group != null ? group : new Group(Kind.values()[io.count(0)]);
            if (group != null) {
                io.count(group.kind.ordinal());
            }
            io.list(held.bursts, burst -> Saved.burst(io, burst));
            held.from = io.real(held.from);
            held.to = io.real(held.to);
            held.told = io.flag(held.told);
            return held;
        });
    }
}

package twinge.cli;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import picocli.CommandLine.Option;
import twinge.detect.Finding;
import twinge.detect.Finding.BurstFound;
import twinge.detect.Finding.EpisodeEnded;
import twinge.events.Episode;
import twinge.events.Kind;

/** Which findings the user wants to see: the involuntary and the uncertain episodes, all of them, or every burst. */
final class Shown {
    @Option(names = "--bursts", description = "every single burst of any kind instead of episodes")
    private boolean bursts;

    @Option(names = "--all", description = "episodes of voluntary work and artifacts as well")
    private boolean all;

    /** Prints what is wanted of one recording and counts the rest. */
    final class Printer implements Listener {
        private final FindingRows rows;
        private final Table table;
        private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

        Printer(FindingRows rows, Table table) {
            this.rows = rows;
            this.table = table;
        }

        @Override
        public void finding(Finding finding) throws IOException {
            if (bursts && finding instanceof BurstFound found) {
                counts.merge(found.burst().kind(), 1, Integer::sum);
                table.row(rows.burst(found.burst()));
            } else if (!bursts && finding instanceof EpisodeEnded ended) {
                Kind kind = ended.episode().kind();
                counts.merge(kind, 1, Integer::sum);
                if (wanted(kind)) {
                    table.row(rows.episode(ended.episode()));
                }
            }
        }

        /** How many of which kind there were, shown or not. */
        String summary() {
            StringJoiner shown = new StringJoiner(", ");
            StringJoiner left = new StringJoiner(", ", "; not shown: ", " (--all shows them)").setEmptyValue("");
            counts.forEach((kind, count) -> (bursts || wanted(kind) ? shown : left).add(count + " " + kind.words()));
            String what = bursts ? "bursts" : "episodes";
            return (shown.length() == 0 ? "nothing involuntary or uncertain was found" : what + ": " + shown) + left;
        }
    }

    /** Whether the user wants to see this episode. */
    boolean wanted(Episode episode) {
        return wanted(episode.kind());
    }

    private boolean wanted(Kind kind) {
        return all || kind.involuntary() || kind == Kind.UNCERTAIN;
    }
}

package twinge.cli;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import picocli.CommandLine.Option;
import twinge.detect.Finding;
import twinge.events.Burst;
import twinge.events.Episode;
import twinge.events.Kind;
import twinge.frames.SampleStream;

/** Which findings the user wants to see: the involuntary and the uncertain episodes, all of them, or every burst. */
final class Shown {
    @Option(names = "--bursts", description = "every single burst of any kind instead of episodes")
    private boolean bursts;

    @Option(names = "--all", description = "episodes of voluntary work and artifacts as well")
    private boolean all;

    /** Prints what is wanted of one recording, by onset, and counts the rest. */
    final class Printer implements Listener {
        private final FindingRows rows;
        private final Table table;
        private final NumberedEpisodes episodes;
        private final OnsetOrder<Cell[]> burstRows;
        private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

        /** @param file its name as the rows state it */
        Printer(List<SampleStream> streams, String file, Table table) {
            this.table = table;
            rows = new FindingRows(streams, file);
            episodes = new NumberedEpisodes(streams, this::take);
            burstRows = new OnsetOrder<>(table::row);
        }

        @Override
        public void finding(Finding finding) throws IOException {
            episodes.finding(finding);
        }

        private void take(int number, Episode episode) throws IOException {
            if (!bursts) {
                counts.merge(episode.kind(), 1, Integer::sum);
                if (wanted(episode)) {
                    table.row(rows.episode(number, episode));
                }
                return;
            }
            for (Burst burst : episode.bursts()) {
                counts.merge(burst.kind(), 1, Integer::sum);
                burstRows.add(burst.onsetSeconds(), episode.onsetSeconds(), rows.burst(number, burst));
            }
        }

        /** Prints what was held back for the sake of the order. */
        void finish() throws IOException {
            episodes.finish();
            burstRows.finish();
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

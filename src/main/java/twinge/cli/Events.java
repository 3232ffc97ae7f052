package twinge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import twinge.events.Kind;
import twinge.log.EventLog;
import twinge.log.LoggedEpisode;
import twinge.log.Query;

@Command(
        name = "events",
        description = "Asks the log what has been found so far.",
        footer = {
            "",
            "Without --kind: what is involuntary or uncertain. Days are " + "2026-11-22, today, yesterday,",
            "or like \"2 weeks ago\"."
        })
final class Events implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of(
            "time",
            "athlete",
            "onset_s",
            "offset_s",
            "channel",
            "kind",
            "probability",
            "peak",
            "peak_times_rest",
            "bursts",
            "why",
            "source",
            "session");

    @Spec
    private CommandSpec command;

    @Option(names = "--athlete", paramLabel = "NAME", description = "of one athlete")
    private String athlete;

    @Option(names = "--since", paramLabel = "DAY", description = "on that day or later")
    private String since;

    @Option(names = "--until", paramLabel = "DAY", description = "on that day or earlier")
    private String until;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            converter = KindWord.class,
            description = "of these kinds, joined by commas (spasm,cramp)")
    private List<Kind> kinds = List.of(Kind.SPASM, Kind.CRAMP, Kind.FASCICULATION, Kind.CLONUS, Kind.UNCERTAIN);

    @Option(names = "--session", paramLabel = "ID", description = "of one session")
    private UUID session;

    @Option(names = "--log", paramLabel = "FILE", description = "a log other than your own")
    private Path log;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        Query query = query();
        Path file = log == null ? Twinge.of(command).terminal().folders().log() : log;
        List<LoggedEpisode> episodes = new ArrayList<>();
        if (Files.exists(file)) {
            try (EventLog opened = EventLog.open(file)) {
                episodes.addAll(opened.episodes(query));
            }
        } else {
            output.remark("there is no log yet at " + file + "; twinge replay FILE makes one");
        }
        try (Table table = output.open(COLUMNS)) {
            for (LoggedEpisode episode : episodes) {
                table.row(row(episode));
            }
        }
        output.remark(episodes.size() == 1 ? "1 episode" : episodes.size() + " episodes");
        return ExitCode.OK;
    }

    private Query query() {
        Query query = Query.everything().kinds(kinds.toArray(Kind[]::new));
        query = athlete == null ? query : query.athlete(athlete);
        query = since == null ? query : query.from(day("--since", since));
        query = until == null ? query : query.until(day("--until", until));
        return session == null ? query : query.session(session);
    }

    private LocalDate day(String option, String words) {
        return Since.day(words, LocalDate.now())
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(), option + " is '" + words + "'; " + Since.EXAMPLES));
    }

    private static Cell[] row(LoggedEpisode episode) {
        return new Cell[] {
            Cell.words(episode.wallTime().map(Object::toString).orElse("")
                    + episode.session().zone().map(zone -> zone.getId()).orElse("")),
            Cell.words(episode.session().athlete()),
            Cell.number(episode.onsetSeconds(), 6),
            Cell.number(episode.endSeconds(), 6),
            Cell.words(episode.channel()),
            Cell.words(episode.kind().code()),
            Cell.number(episode.verdict().probability(), 3),
            Cell.number(episode.features().getOrDefault("peakMicrovolts", Double.NaN), 2),
            Cell.number(episode.features().getOrDefault("peakTimesRest", Double.NaN), 2),
            Cell.count(episode.bursts().size()),
            Cell.words(FindingRows.why(episode.verdict())),
            Cell.words(episode.session().source()),
            Cell.words(episode.session().id().toString().toLowerCase(Locale.ROOT))
        };
    }
}

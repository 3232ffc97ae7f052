package twinge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import twinge.events.Kind;
import twinge.frames.Channel;
import twinge.log.EventLog;
import twinge.log.LoggedEpisode;
import twinge.log.LoggedSession;
import twinge.log.Query;

@Command(
        name = "events",
        description = "Asks the log what has been found so far.",
        footer = {
            "",
            "Without --kind: what is involuntary or uncertain.",
            "Days are 2026-11-22, today, yesterday, or like \"2 weeks ago\"."
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
            "unit",
            "peak_times_rest",
            "median_frequency_hz",
            "rhythm_hz",
            "channel_delay_s",
            "asymmetry",
            "bursts_per_min",
            "channels",
            "bursts",
            "why",
            "source",
            "session",
            "analysis");

    private static final int DIGITS = 12; // of the settings' digest, as on pictures
    private static final int SHOWN = 5;

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

    @Option(names = "--session", paramLabel = "ID", description = "of one session; its first letters do")
    private String session;

    @Option(names = "--log", paramLabel = "FILE", description = "a log other than your own")
    private Path log;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        Query query = query();
        Path file = log == null ? Twinge.of(command).terminal().folders().log() : log;
        if (log != null && !Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such log; twinge replay --log makes one");
        }
        List<LoggedEpisode> episodes = new ArrayList<>();
        Map<UUID, LoggedSession> sessions = new HashMap<>();
        if (Files.exists(file)) {
            try (EventLog opened = EventLog.open(file)) {
                episodes.addAll(opened.episodes(narrowed(query, opened.sessions(Query.everything()))));
                opened.sessions(Query.everything())
                        .forEach(each -> sessions.put(each.session().id(), each));
            }
        } else {
            output.remark("there is no log yet at " + file + "; twinge replay FILE makes one");
        }
        try (Table table = output.open(COLUMNS)) {
            for (LoggedEpisode episode : episodes) {
                table.row(row(episode, sessions.get(episode.session().id())));
            }
        }
        output.remark(episodes.size() == 1 ? "1 episode" : episodes.size() + " episodes");
        return ExitCode.OK;
    }

    private Query query() {
        if (session != null && !session.matches("[0-9a-fA-F-]{1,36}")) {
            throw usage("--session is '" + session + "'; write the session's id or its first letters (0-9, a-f), as the"
                    + " column session shows it");
        }
        Query query = Query.everything().kinds(kinds.toArray(Kind[]::new));
        query = since == null ? query : query.from(day("--since", since));
        return until == null ? query : query.until(day("--until", until));
    }

    /** Who and which session are asked for must be in the log: no answer would look like no episodes. */
    private Query narrowed(Query query, List<LoggedSession> sessions) {
        Query narrowed = athlete == null ? query : query.athlete(known(sessions));
        return session == null ? narrowed : narrowed.session(one(sessions));
    }

    private String known(List<LoggedSession> sessions) {
        List<String> names = sessions.stream()
                .map(each -> each.session().athlete())
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (names.contains(athlete)) {
            return athlete;
        }
        String there = names.isEmpty() ? "it names nobody" : "there are " + String.join(", ", names);
        throw usage("--athlete is '" + athlete + "', who is not in the log; " + there + Hint.of(athlete, names));
    }

    private UUID one(List<LoggedSession> sessions) {
        List<LoggedSession> meant = sessions.stream()
                .filter(each -> each.session().id().toString().startsWith(session.toLowerCase(Locale.ROOT)))
                .toList();
        if (meant.isEmpty()) {
            throw usage("--session is '" + session + "', with which none of the " + sessions.size()
                    + " sessions of the log begins; the column session shows them");
        }
        if (meant.size() > 1) {
            throw usage("--session is '" + session + "', with which " + meant.size() + " sessions begin: "
                    + meant.stream()
                            .limit(SHOWN)
                            .map(each ->
                                    each.session().id() + " (" + each.session().source() + ")")
                            .collect(Collectors.joining(", ", "", meant.size() > SHOWN ? ", ..." : "")));
        }
        return meant.get(0).session().id();
    }

    private ParameterException usage(String words) {
        return new ParameterException(command.commandLine(), words);
    }

    private LocalDate day(String option, String words) {
        return Since.day(words, LocalDate.now())
                .orElseThrow(() -> usage(option + " is '" + words + "'; " + Since.EXAMPLES));
    }

    private static Cell[] row(LoggedEpisode episode, LoggedSession session) {
        List<LoggedEpisode.LoggedBurst> bursts = episode.bursts();
        return new Cell[] {
            Cell.words(episode.wallTime().map(Object::toString).orElse("")
                    + episode.session().zone().map(zone -> zone.getId()).orElse("")),
            Cell.words(episode.session().athlete()),
            Cell.number(episode.onsetSeconds(), 6),
            Cell.number(episode.endSeconds(), 6),
            Cell.words(episode.channel()),
            Cell.words(episode.kind().code()),
            Cell.number(episode.verdict().probability(), 3),
            feature(episode, "peakMicrovolts", 2),
            Cell.words(unit(session, episode.channel())),
            feature(episode, "peakTimesRest", 2),
            feature(episode, "medianFrequencyHz", 1),
            feature(episode, "rhythmHz", 2),
            feature(episode, "channelDelaySeconds", 3),
            feature(episode, "asymmetry", 2),
            Cell.number(
                    FindingRows.perMinute(
                            episode.kind(),
                            bursts.stream()
                                    .map(LoggedEpisode.LoggedBurst::onsetSeconds)
                                    .toList()),
                    1),
            Cell.list(bursts.stream()
                    .map(LoggedEpisode.LoggedBurst::channel)
                    .distinct()
                    .sorted(Comparator.comparing(label -> place(session, label)))
                    .toList()),
            Cell.count(bursts.size()),
            Cell.words(FindingRows.why(episode.verdict())),
            Cell.words(episode.session().source()),
            Cell.words(episode.session().id().toString().toLowerCase(Locale.ROOT)),
            Cell.words(session.analysis().programVersion() + "/"
                    + session.analysis().settingsDigest().replaceFirst("(.{" + DIGITS + "}).*", "$1"))
        };
    }

    private static Cell feature(LoggedEpisode episode, String name, int decimals) {
        return Cell.number(episode.features().getOrDefault(name, Double.NaN), decimals);
    }

    private static List<Channel> channels(LoggedSession session) {
        return session.streams().stream()
                .flatMap(stream -> stream.montage().channels().stream())
                .toList();
    }

    private static String unit(LoggedSession session, String label) {
        return channels(session).stream()
                .filter(channel -> channel.label().equals(label))
                .map(FindingRows::unit)
                .findFirst()
                .orElse("");
    }

    private static int place(LoggedSession session, String label) {
        return channels(session).stream().map(Channel::label).toList().indexOf(label);
    }
}

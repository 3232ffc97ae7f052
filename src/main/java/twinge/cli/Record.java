package twinge.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import twinge.files.tape.SessionCard;
import twinge.live.LiveBoard;
import twinge.live.LiveClock;
import twinge.live.LiveSession;
import twinge.live.Recovery;
import twinge.live.Wearing;
import twinge.settings.Settings;

@Command(
        name = "record",
        description = "Records what boards send, and finds and logs bursts meanwhile, until Ctrl-C or --seconds.",
        footer = {
            "",
            "A session gets a folder of its own with a tape (the bytes as they came) and a BDF+ recording for",
            "each board, and session.json. Its path is printed at the end. Sessions that were cut short, by a",
            "crash or a flat battery, are completed from their tapes at the next start."
        })
final class Record implements Callable<Integer> {
    private static final double MOST_SECONDS = 7 * 86_400;

    @Spec
    private CommandSpec command;

    @Mixin
    private BoardOptions boards;

    @Option(names = "--seconds", paramLabel = "S", description = "how long; until Ctrl-C if it is not given")
    private Double seconds;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "where the session's folder is made, instead of among your own sessions")
    private Path sessions;

    @Option(names = "--tag", paramLabel = "WORDS", description = "what is done (deadlift), kept with the session")
    private String tag = "";

    @Option(
            names = "--recover",
            description = "only complete the sessions that were cut short, and say what was recovered")
    private boolean recover;

    @Mixin
    private DetectionOptions detection;

    @Mixin
    private LogOptions logging;

    @Override
    public Integer call() throws IOException {
        if (seconds != null && !(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw new ParameterException(
                    command.commandLine(), "--seconds is " + seconds + "; it must be above 0 and at most a week");
        }
        Settings settings = detection.settings();
        Path place = sessions == null ? Twinge.of(command).terminal().folders().sessions() : sessions;
        Recovery recovery = new Recovery(logging.file());
        if (recover) {
            return recover(recovery, place);
        }
        List<LiveBoard> attached = new ArrayList<>();
        for (BoardOptions.Attached each : boards.attach()) {
            attached.add(new LiveBoard(each.link(), each.protocol(), each.board(), each.unread()));
        }
        recovery.inBackground(place, this::tell);
        UUID id = UUID.randomUUID();
        Path folder = place.resolve(Wearing.folderName(LocalDateTime.now(), id));
        Wearing wearing =
                new Wearing(id, folder, logging.file(), logging.athlete(), tag, settings, Twinge.Version.number(), "");
        return record(wearing, attached);
    }

    private int record(Wearing wearing, List<LiveBoard> attached) throws IOException {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread interrupted = new Thread(() -> {
            stop.countDown();
            await(stopped, 60);
        });
        RecordingRemarks remarks = new RecordingRemarks(Twinge.of(command), attached);
        try (LiveSession session = LiveSession.start(wearing, attached, LiveClock.system(), List.of(remarks))) {
            Runtime.getRuntime().addShutdownHook(interrupted);
            Twinge.of(command).remark("recording to " + wearing.folder() + (seconds == null ? "; Ctrl-C ends it" : ""));
            await(stop, seconds == null ? Double.POSITIVE_INFINITY : seconds);
            session.stop();
            return told(session);
        } finally {
            stopped.countDown();
            release(interrupted);
        }
    }

    private int told(LiveSession session) {
        Twinge twinge = Twinge.of(command);
        for (int board = 0; board < session.boards(); board++) {
            twinge.remark("board " + (board + 1) + ": " + session.clockWords(board));
        }
        boolean done = session.state() == SessionCard.State.DONE;
        if (!done) {
            session.remarks().forEach(twinge::complain);
        }
        PrintStream out = new PrintStream(twinge.terminal().out(), true, StandardCharsets.UTF_8);
        out.println(session.wearing().folder());
        return done ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private int recover(Recovery recovery, Path place) throws IOException {
        List<Recovery.Report> reports = new ArrayList<>();
        recovery.all(place, reports::add);
        reports.forEach(this::tell);
        if (reports.isEmpty()) {
            Twinge.of(command).remark("no session in " + place + " was cut short");
        }
        return reports.stream().allMatch(Recovery.Report::whole) ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private void tell(Recovery.Report report) {
        Twinge twinge = Twinge.of(command);
        for (String sentence : report.sentences()) {
            String words = "recovered " + report.folder().getFileName() + ": " + sentence;
            if (report.whole()) {
                twinge.remark(words);
            } else {
                twinge.complain(words);
            }
        }
    }

    private static void await(CountDownLatch latch, double atMostSeconds) {
        try {
            if (Double.isInfinite(atMostSeconds)) {
                latch.await();
            } else if (!latch.await(Math.round(atMostSeconds * 1000), TimeUnit.MILLISECONDS)) {
                return; // the time is over
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void release(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the program is ending because of it
        }
    }
}

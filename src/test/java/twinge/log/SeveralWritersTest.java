package twinge.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralWritersTest {
    @TempDir
    private Path folder;

    private void assertWhole(Path file, int leastSessions) throws IOException, SQLException {
        try (Connection connection = new Connections(file).open();
                PreparedStatement check = connection.prepareStatement("PRAGMA integrity_check");
                ResultSet answer = check.executeQuery()) {
            assertEquals("ok", answer.getString(1));
        }
        try (EventLog log = EventLog.open(file)) {
            Map<UUID, Integer> episodes = new HashMap<>();
            for (LoggedEpisode episode : log.episodes(Query.everything())) {
                episodes.merge(episode.session().id(), 1, Integer::sum);
                assertEquals(2, episode.bursts().size());
                assertTrue(log.excerpt(episode).isPresent());
            }
            episodes.forEach((session, count) -> assertEquals(WritingProcess.EPISODES, count, session.toString()));
            assertEquals(log.sessions(Query.everything()).size(), episodes.size());
            assertTrue(episodes.size() >= leastSessions, episodes.size() + " sessions of " + leastSessions);
        }
    }

    @Test
    void processesThatMakeAndWriteOneLogAtOnceLoseNothing() throws IOException, InterruptedException, SQLException {
        Path file = folder.resolve("log.sqlite");
        List<WritingProcess> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(WritingProcess.start(file, 6 * i, 6 * i + 10)); // four sessions are written by two of them
        }
        for (WritingProcess process : processes) {
            List<String> said = new ArrayList<>();
            for (String line = process.nextLine(); line != null; line = process.nextLine()) {
                said.add(line);
            }
            assertEquals(0, process.waitFor(), String.join("\n", said));
            assertEquals(10, said.size(), String.join("\n", said));
        }
        NativeLibrary.load();
        assertWhole(file, 22);
    }

    @Test
    void whoeverReadsWhileAnotherProcessWritesSeesWholeAnalysesOnly() throws IOException, InterruptedException {
        Path file = folder.resolve("log.sqlite");
        try (EventLog log = EventLog.open(file)) {
            WritingProcess writer = WritingProcess.start(file, 0, 20);
            int logged = 0;
            for (String line = writer.nextLine(); line != null; line = writer.nextLine()) {
                logged++;
                Map<UUID, Integer> episodes = new HashMap<>();
                for (LoggedEpisode episode : log.episodes(Query.everything())) {
                    episodes.merge(episode.session().id(), 1, Integer::sum);
                    assertEquals(2, episode.bursts().size());
                }
                assertTrue(episodes.size() >= logged, episodes.size() + " sessions of " + logged);
                episodes.values().forEach(count -> assertEquals(WritingProcess.EPISODES, count));
            }
            assertEquals(0, writer.waitFor());
            assertEquals(20, logged);
        }
    }

    @Test
    void threadsThatMakeAndWriteOneLogAtOnceLoseNothing()
            throws IOException, InterruptedException, SQLException, ExecutionException {
        Path file = folder.resolve("log.sqlite");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int task = 0; task < 8; task++) {
            int first = 4 * task;
            tasks.add(() -> {
                try (EventLog log = EventLog.open(file)) {
                    for (int number = first; number < first + 5; number++) {
                        WritingProcess.write(log, number);
                    }
                }
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(tasks)) {
            done.get();
        }
        threads.shutdown();
        assertWhole(file, 33);
    }

    @Test
    void aProcessKilledWhileWritingLeavesAWholeLogAndNoHalfAnalysis()
            throws IOException, InterruptedException, SQLException {
        killRepeatedly(4);
    }

    @Tag("slow")
    @Test
    void norDoesOneKilledAHundredTimes() throws IOException, InterruptedException, SQLException {
        killRepeatedly(100);
    }

    private void killRepeatedly(int times) throws IOException, InterruptedException, SQLException {
        NativeLibrary.load();
        Path file = folder.resolve("log.sqlite");
        Random random = new Random(11);
        int next = 0;
        for (int round = 0; round < times; round++) {
            WritingProcess process = WritingProcess.start(file, next, Integer.MAX_VALUE);
            next = Integer.parseInt(process.nextLine()) + 1;
            process.killAfter(random.nextInt(100));
            for (String line = process.nextLine(); line != null; line = process.nextLine()) {
                next = Integer.parseInt(line) + 1;
            }
            assertWhole(file, next);
        }
    }
}

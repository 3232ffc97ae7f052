package twinge.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import twinge.settings.Settings;
import twinge.wire.TickProtocol;

class LiveSessionTest {
    @TempDir
    private Path folder;

    @Test
    void everyFrameOfABoardReachesWhoFollows() throws Exception {
        MemoryLink link = new MemoryLink();
        Following following = new Following();
        try (LiveSession session = LiveSession.start(
                new Wearing(
                        UUID.randomUUID(),
                        folder.resolve("session"),
                        Optional.empty(),
                        "A",
                        "",
                        Settings.standard(),
                        "test",
                        ""),
                List.of(new LiveBoard(link, new TickProtocol(), TickProtocol.board(2, 1000), new byte[0])),
                LiveClock.system(),
                List.of(following))) {
            for (int frame = 0; frame < 500; frame++) {
                link.send(TickProtocol.frame(frame, frame, -frame));
            }
            following.await(() -> following.frames() == 500);
            session.mark("set 1");
            following.await(() -> following.words().contains("marked set 1 at 500"));
            session.stop();
        }
        assertEquals("ended", following.words().get(following.words().size() - 1));
        assertEquals(499, following.lastCount(0));
        assertEquals(-499, following.lastCount(1));
        assertTrue(!link.isOpen());
    }
}

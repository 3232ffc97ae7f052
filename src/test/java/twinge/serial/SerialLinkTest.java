package twinge.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SerialLinkTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void socatIsThere() {
        Wire.require();
    }

    private static SerialLink open(Wire wire, int baud) throws IOException {
        Ports ports = Ports.here();
        return SerialLink.open(ports, ports.named(wire.port()), baud);
    }

    @Test
    void bytesPassBothWaysAsTheyAre() throws IOException {
        byte[] all = new byte[256];
        for (int value = 0; value < all.length; value++) {
            all[value] = (byte) value; // no value may be swallowed or changed by the line (XON, DEL, CR ...)
        }
        try (Wire wire = new Wire(folder, "a");
                SerialLink link = open(wire, 115_200);
                var toProgram = wire.toProgram();
                var fromProgram = wire.fromProgram()) {
            toProgram.write(all);
            assertArrayEquals(all, read(link, 256));
            link.write(all);
            byte[] received = new byte[256];
            new java.io.DataInputStream(fromProgram).readFully(received);
            assertArrayEquals(all, received);
        }
    }

    @Test
    void aSilentBoardIsNoUnpluggedBoard() throws IOException {
        try (Wire wire = new Wire(folder, "a");
                SerialLink link = open(wire, 115_200)) {
            long before = System.nanoTime();
            assertEquals(0, link.read(new byte[16]));
            long millis = (System.nanoTime() - before) / 1_000_000;
            assertTrue(millis >= 50, "it waits instead of spinning: " + millis + " ms");
        }
    }

    @Test
    void anUnpluggedBoardIsNoticedWithinASecondAndFoundAgainUnderAnotherDevice() throws IOException {
        try (Wire wire = new Wire(folder, "a");
                SerialLink link = open(wire, 115_200)) {
            wire.unplug();
            long unplugged = System.nanoTime();
            Wire.await("the reader to notice", () -> link.read(new byte[16]) < 0);
            assertTrue(System.nanoTime() - unplugged < 1e9);
            assertThrows(IOException.class, () -> link.write(new byte[] {1}));
            assertFalse(link.reopen(), "not yet");
            Path keeper = folder.resolve("kept");
            try (Wire other = new Wire(folder, keeper.getFileName().toString())) { // takes the freed device names
                wire.plug();
                assertTrue(link.reopen());
                try (OutputStream toProgram = wire.toProgram()) {
                    toProgram.write(7);
                }
                assertArrayEquals(new byte[] {7}, read(link, 1));
                assertFalse(other.port().equals(wire.port()));
            }
        }
    }

    @Test
    void closingFreesAReaderThatWaitsAndIsFinal() throws Exception {
        try (Wire wire = new Wire(folder, "a")) {
            SerialLink link = open(wire, 115_200);
            BlockingQueue<Integer> last = new ArrayBlockingQueue<>(1);
            Thread reader = new Thread(() -> {
                byte[] into = new byte[16];
                int count = 0;
                while (count >= 0) {
                    count = link.read(into);
                }
                last.add(count);
            });
            reader.start();
            link.close();
            assertEquals(-1, last.poll(1, TimeUnit.SECONDS));
            assertEquals(-1, link.read(new byte[1]));
            assertThrows(IOException.class, link::reopen);
            assertThrows(IOException.class, () -> link.write(new byte[1]));
            link.close();
        }
    }

    @Test
    void aPortIsOpenedOnceOnlyAndWhoHasItIsSaid() throws IOException {
        try (Wire wire = new Wire(folder, "a");
                SerialLink link = open(wire, 115_200)) {
            PortTrouble twice = assertThrows(PortTrouble.class, () -> open(wire, 115_200));
            assertEquals(PortTrouble.Cause.BUSY, twice.kind());
            assertTrue(twice.getMessage().contains("already open in this run of twinge"), twice.getMessage());
            assertEquals(0, link.read(new byte[1]), "the first is not disturbed");
        }
    }

    @Test
    void whatIsNoPortIsRefusedWithAReason() throws IOException {
        Ports ports = Ports.here();
        PortTrouble missing = assertThrows(PortTrouble.class, () -> ports.named("/dev/ttyTwinge9"));
        assertEquals(PortTrouble.Cause.MISSING, missing.kind());
        assertTrue(missing.getMessage().startsWith("/dev/ttyTwinge9 does not exist. "), missing.getMessage());
        Port nothing = ports.named("/dev/null");
        PortTrouble noPort = assertThrows(PortTrouble.class, () -> SerialLink.open(ports, nothing, 9600));
        assertEquals(PortTrouble.Cause.NO_PORT, noPort.kind());
        Path file = Files.createFile(folder.resolve("notes.txt"));
        Port text = ports.named(file.toString());
        assertEquals(
                PortTrouble.Cause.NO_PORT,
                assertThrows(PortTrouble.class, () -> SerialLink.open(ports, text, 9600))
                        .kind());
    }

    @Test
    void aSpeedThatNoBoardHasIsRefused() {
        Port port = new Port("/dev/null", "", Port.Kind.OTHER, Optional.empty());
        for (int baud : new int[] {0, -1, 12, 50_000_000}) {
            assertThrows(IllegalArgumentException.class, () -> SerialLink.open(Ports.here(), port, baud));
        }
    }

    @Test
    void anOverlongCommandIsNotSent() throws IOException {
        try (Wire wire = new Wire(folder, "a");
                SerialLink link = open(wire, 115_200)) {
            assertThrows(IllegalArgumentException.class, () -> link.write(new byte[1025]));
        }
    }

    @Test
    void theMachineCodeLiesWhereNobodyElseCanWrite() throws IOException {
        try (Wire wire = new Wire(folder, "a");
                SerialLink link = open(wire, 115_200)) {
            assertTrue(link.baud() == 115_200);
            String maps = Files.readString(Path.of("/proc/self/maps"));
            String loaded = maps.lines()
                    .filter(line -> line.endsWith("libjSerialComm.so"))
                    .map(line -> line.substring(line.indexOf('/')))
                    .findFirst()
                    .orElseThrow();
            Path place = Path.of(System.getProperty("jSerialComm.library.path"));
            assertTrue(Path.of(loaded).startsWith(place.toRealPath()), loaded);
            assertEquals(
                    "rwx------",
                    java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
        }
    }

    @Test
    void twentyUnplugsAtRandomMomentsLeakNothing() throws IOException {
        unplugs(20);
    }

    /** R3 of the fault tests. */
    @Test
    @Tag("slow")
    @Timeout(1200)
    void fiveHundredUnplugsAtRandomMomentsLeakNothing() throws IOException {
        unplugs(500);
    }

    private void unplugs(int times) throws IOException {
        Random random = new Random(3);
        double slowestSeconds = 0;
        try (Wire wire = new Wire(folder, "a");
                SerialLink link = open(wire, 115_200)) {
            wire.unplug();
            Wire.await("the unplug", () -> link.read(new byte[64]) < 0);
            int descriptors = descriptors();
            int threads = Thread.activeCount();
            Wire taken = null;
            for (int time = 0; time < times; time++) {
                if (random.nextBoolean()) { // somebody else takes the free device name
                    if (taken != null) {
                        taken.close();
                        taken = null;
                    } else {
                        taken = new Wire(folder, "taken");
                    }
                }
                wire.plug();
                long plugged = System.nanoTime();
                Wire.await("the board to be found again", () -> again(link));
                slowestSeconds = Math.max(slowestSeconds, (System.nanoTime() - plugged) / 1e9);
                byte[] sent = new byte[1 + random.nextInt(64)];
                random.nextBytes(sent);
                try (OutputStream toProgram = wire.toProgram()) {
                    toProgram.write(sent);
                }
                if (random.nextBoolean()) {
                    assertArrayEquals(sent, read(link, sent.length), "replug " + time);
                }
                wire.unplug();
                Wire.await("the unplug", () -> link.read(new byte[64]) < 0);
            }
            if (taken != null) {
                taken.close();
            }
            assertEquals(descriptors, descriptors(), "file descriptors");
            assertEquals(threads, Thread.activeCount(), "threads");
            wire.plug();
        }
        assertTrue(slowestSeconds < 2, slowestSeconds + " s until the board was back");
        System.out.printf(java.util.Locale.ROOT, "%d unplugs, slowest reconnection %.3f s%n", times, slowestSeconds);
    }

    private static boolean again(SerialLink link) {
        try {
            return link.reopen();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int descriptors() {
        System.gc(); // descriptors of finished processes' streams are let go by cleaners
        return new File("/proc/self/fd").list().length;
    }

    private static byte[] read(SerialLink link, int count) {
        byte[] all = new byte[count];
        byte[] some = new byte[count];
        int[] have = {0};
        Wire.await(count + " bytes", () -> {
            int came = link.read(some);
            assertTrue(came >= 0 && have[0] + came <= count, "read " + came);
            System.arraycopy(some, 0, all, have[0], came);
            have[0] += came;
            return have[0] == count;
        });
        return Arrays.copyOf(all, have[0]);
    }
}

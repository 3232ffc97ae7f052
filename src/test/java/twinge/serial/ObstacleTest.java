package twinge.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObstacleTest {
    private static final int ACCESS = 13; // errno
    private static final int TRY_AGAIN = 11;
    private static final int INPUT_OUTPUT = 5;

    @TempDir
    private Path folder;

    private MadeMachine machine;

    @BeforeEach
    void anUnoOfGroupDialout() throws IOException {
        machine = new MadeMachine(folder);
        machine.usb("1-1", "2341", "0043", "A", "Arduino Uno").port("1-1", "ttyACM0");
        machine.text("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\nlee:x:1234:1234::/home/lee:/bin/sh");
        process("1234 5678");
    }

    private void process(String groups) throws IOException {
        machine.text(
                "/proc/self/status",
                "Name:\tjava\nUid:\t1234\t1234\t1234\t1234\nGid:\t999999\t999999\nGroups:\t" + groups);
    }

    private void group(String name, String members) throws IOException {
        machine.text("/etc/group", "root:x:99999:\n" + name + ":x:" + machine.group() + ":" + members);
    }

    private PortTrouble trouble(int error) throws IOException {
        Ports ports = machine.ports();
        return new Obstacle(ports, ports.named("/dev/ttyACM0")).trouble(error);
    }

    @Test
    void aStrangerToTheGroupIsToldHowToJoinIt() throws IOException {
        for (String name : List.of("dialout", "uucp")) {
            group(name, "root,ann");
            PortTrouble trouble = trouble(ACCESS);
            assertEquals(PortTrouble.Cause.PERMISSION, trouble.kind());
            assertEquals(
                    "cannot open /dev/ttyACM0 (Arduino Uno): permission denied. It belongs to group \"" + name
                            + "\" and you are not in it. Run: sudo usermod -aG " + name
                            + " $USER, then log out and in. (You do not need sudo for twinge.)",
                    trouble.getMessage());
        }
    }

    @Test
    void aMemberWhoHasNotLoggedInSinceIsToldToLogOut() throws IOException {
        group("dialout", "ann,lee");
        String words = trouble(ACCESS).getMessage();
        assertTrue(words.contains("You have been added to its group \"dialout\", but after you logged in."), words);
        assertTrue(!words.contains("usermod"), words);
    }

    @Test
    void aMemberWhoIsRefusedAllTheSameIsNotToldToJoin() throws IOException {
        group("dialout", "lee");
        process("1234 " + machine.group());
        String words = trouble(ACCESS).getMessage();
        assertTrue(words.contains("something else forbids it"), words);
    }

    @Test
    void aDeviceThatNoGroupMayUseGetsARule() throws IOException {
        group("dialout", "");
        machine.device("/dev/ttyACM0", "rw-------");
        String words = trouble(ACCESS).getMessage();
        assertTrue(words.contains("rw-------") && words.contains("ATTRS{idVendor}==\"2341\""), words);
    }

    @Test
    void theProgramThatHoldsThePortIsNamed() throws IOException {
        machine.text("/proc/4312/comm", "arduino-ide").link("/proc/4312/fd/27", "/dev/ttyACM0");
        machine.text("/proc/77/comm", "bash").link("/proc/77/fd/0", "/dev/pts/3");
        PortTrouble trouble = trouble(TRY_AGAIN);
        assertEquals(PortTrouble.Cause.BUSY, trouble.kind());
        assertEquals(
                "/dev/ttyACM0 (Arduino Uno) is in use by arduino-ide (process 4312). Close its Serial Monitor.",
                trouble.getMessage());
    }

    @Test
    void aHolderThatCanNotBeSeenBelongsToAnotherUser() throws IOException {
        String words = trouble(TRY_AGAIN).getMessage();
        assertTrue(words.contains("in use by a program of another user"), words);
    }

    @Test
    void anotherErrorKeepsItsNumber() throws IOException {
        assertTrue(trouble(INPUT_OUTPUT).getMessage().contains("(system error 5)"));
        assertTrue(trouble(71).getMessage().contains("(system error 71)"));
    }

    @Test
    void otherReadersAreNamedThoughThePortOpens() throws IOException {
        machine.text("/proc/55/comm", "cat").link("/proc/55/fd/3", "/dev/ttyACM0");
        machine.text("/proc/" + ProcessHandle.current().pid() + "/comm", "java")
                .link("/proc/" + ProcessHandle.current().pid() + "/fd/9", "/dev/ttyACM0");
        Ports ports = machine.ports();
        assertEquals(List.of("cat (process 55)"), new Surroundings(ports).otherReaders(ports.named("/dev/ttyACM0")));
    }

    @Test
    void aChipWithoutAPortIsBlamedOnBrlttyWhereItRunsOrTheKernelSaidSo() throws IOException {
        machine.usb("1-2", "10c4", "ea60", "0001", "CP2102 USB to UART");
        Surroundings surroundings = new Surroundings(machine.ports());
        String driver = surroundings.chipsWithoutPort().get(0);
        assertTrue(driver.contains("(CP2102, 10c4:ea60)") && driver.contains("sudo modprobe cp210x"), driver);
        machine.text(
                "/var/log/kern.log", "usb 1-2: usbfs: interface 0 claimed by cp210x while 'brltty' sets config #1");
        String told = surroundings.chipsWithoutPort().get(0);
        assertTrue(told.startsWith("brltty (support for braille displays) has taken this USB chip"), told);
        machine.text("/var/log/kern.log", "nothing").text("/proc/99/comm", "brltty");
        assertTrue(surroundings.chipsWithoutPort().get(0).startsWith("brltty"), "it runs");
        assertEquals(1, surroundings.chipsWithoutPort().size(), "the Uno has its port");
    }
}

package twinge.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    private Path folder;

    private MadeMachine machine;

    @BeforeEach
    void machine() throws IOException {
        machine = new MadeMachine(folder);
    }

    @Test
    void aUsbPortIsListedWithAllThatIdentifiesIt() throws IOException {
        machine.usb("1-1.4", "2341", "0043", "75833353035351", "Arduino Uno").port("1-1.4", "ttyACM0");
        Port port = machine.ports().all().get(0);
        assertEquals(
                new Port(
                        "/dev/ttyACM0",
                        "Arduino Uno",
                        Port.Kind.USB,
                        Optional.of(new Port.Usb(0x2341, 0x0043, "75833353035351", "1-1.4:1.0"))),
                port);
        assertEquals("2341:0043", port.usb().get().chip());
        assertEquals("/dev/ttyACM0 (Arduino Uno)", port.words());
    }

    @Test
    void builtInPortsComeLastAndSuchAsHaveNoChipNotAtAll() throws IOException {
        machine.text("/sys/devices/platform/uart/x", "").device("/dev/ttyS0", "rw-rw----");
        machine.text("/sys/class/tty/ttyS0/type", "4")
                .link("/sys/class/tty/ttyS0/device", "/sys/devices/platform/uart");
        machine.text("/sys/class/tty/ttyS1/type", "0")
                .link("/sys/class/tty/ttyS1/device", "/sys/devices/platform/uart");
        machine.device("/dev/ttyS1", "rw-rw----")
                .text("/sys/class/tty/tty7/dev", "4:7")
                .device("/dev/tty7", "rw-------");
        machine.text("/sys/class/tty/rfcomm0/dev", "216:0").device("/dev/rfcomm0", "rw-rw----");
        machine.usb("1-2", "1a86", "7523", "", "USB Serial").port("1-2", "ttyUSB0");
        assertEquals(
                List.of("/dev/ttyUSB0 USB", "/dev/rfcomm0 BLUETOOTH", "/dev/ttyS0 BUILT_IN"),
                machine.ports().all().stream()
                        .map(port -> port.path() + " " + port.kind())
                        .toList());
    }

    @Test
    void whatADeviceCallsItselfCanNotSteerATerminal() throws IOException {
        machine.usb("1-2", "1a86", "7523", "", "Evil\033[2J\u009b2J" + "x".repeat(300))
                .port("1-2", "ttyUSB0");
        String title = machine.ports().all().get(0).title();
        assertTrue(title.chars().noneMatch(Character::isISOControl), title);
        assertTrue(title.length() <= 61, title);
    }

    @Test
    void aDeviceIsFoundAgainByItsSerialNumberInWhateverSocketAndUnderWhateverName() throws IOException {
        machine.usb("1-1", "2341", "0043", "A", "Arduino Uno").port("1-1", "ttyACM0");
        machine.usb("1-2", "2341", "0043", "B", "Arduino Uno").port("1-2", "ttyACM1");
        Port first = machine.ports().named("/dev/ttyACM0");
        machine.unplug("1-1", "ttyACM0");
        assertEquals(Optional.empty(), machine.ports().again(first));
        machine.usb("1-3", "2341", "0043", "A", "Arduino Uno").port("1-3", "ttyACM2");
        assertEquals("/dev/ttyACM2", machine.ports().again(first).orElseThrow().path());
    }

    @Test
    void twinsWithoutASerialNumberAreToldApartByTheirSocket() throws IOException {
        machine.usb("1-1", "1a86", "7523", "", "USB Serial").port("1-1", "ttyUSB0");
        machine.usb("1-2", "1a86", "7523", "", "USB Serial").port("1-2", "ttyUSB1");
        Port second = machine.ports().named("/dev/ttyUSB1");
        machine.unplug("1-2", "ttyUSB1");
        machine.usb("1-4", "1a86", "7523", "", "USB Serial").port("1-4", "ttyUSB3");
        assertEquals(Optional.empty(), machine.ports().again(second), "either could be it");
        machine.usb("1-2b", "1a86", "7523", "", "USB Serial"); // plugged in, but without a port yet
        assertEquals(Optional.empty(), machine.ports().again(second));
    }

    @Test
    void theOnlyOneOfItsChipIsTakenFromAnotherSocketToo() throws IOException {
        machine.usb("1-1", "1a86", "7523", "", "USB Serial").port("1-1", "ttyUSB0");
        Port only = machine.ports().named("/dev/ttyUSB0");
        machine.unplug("1-1", "ttyUSB0");
        machine.usb("1-5", "1a86", "7523", "", "USB Serial").port("1-5", "ttyUSB1");
        assertEquals("/dev/ttyUSB1", machine.ports().again(only).orElseThrow().path());
    }

    @Test
    void aLinkToAPortIsKnownForWhatItLeadsTo() throws IOException {
        machine.usb("1-1", "2341", "0043", "A", "Arduino Uno").port("1-1", "ttyACM0");
        machine.link("/dev/serial/by-id/usb-Arduino", "../../ttyACM0");
        Port port = machine.ports().named("/dev/serial/by-id/usb-Arduino");
        assertEquals("/dev/serial/by-id/usb-Arduino", port.path());
        assertEquals("A", port.usb().orElseThrow().serialNumber());
    }

    @Test
    void aPathThatIsNotThereIsAnsweredWithThePortsThatAre() throws IOException {
        PortTrouble none = assertThrows(PortTrouble.class, () -> machine.ports().named("/dev/ttyUSB9"));
        assertTrue(none.getMessage().contains("There are no serial ports here."), none.getMessage());
        machine.usb("1-1", "2341", "0043", "A", "Arduino Uno").port("1-1", "ttyACM0");
        PortTrouble one = assertThrows(PortTrouble.class, () -> machine.ports().named("/dev/ttyUSB9"));
        assertEquals("/dev/ttyUSB9 does not exist. Ports here: /dev/ttyACM0 (Arduino Uno).", one.getMessage());
    }
}

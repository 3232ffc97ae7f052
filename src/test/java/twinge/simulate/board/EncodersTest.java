package twinge.simulate.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Frames as the boards' own descriptions print them. */
class EncodersTest {
    @Test
    void aCytonsFrameHoldsEightChannelsAndTheAcceleration() {
        int[] counts = {4474, -4474, 0, 1, -1, 8_388_607, -8_388_608, 44_741};
        assertEquals(
                "A0 07 00 11 7A FF EE 86 00 00 00 00 00 01 FF FF FF 7F FF FF 80 00 00 00 AE C5 00 00 00 00 1F 40 C0",
                Hex.of(CytonFrame.encode(7, counts, CytonFrame.words(0, 0, 8000), 0xC0)));
    }

    @Test
    void aBitalinosFramesArePackedFromTheEndAndChecked() {
        assertEquals("E4 E7 07", Hex.of(BitalinoFrame.encode(0, 0b1110, 505)));
        assertEquals("E4 E7 14", Hex.of(BitalinoFrame.encode(1, 0b1110, 505)));
        assertEquals("EC E7 22", Hex.of(BitalinoFrame.encode(2, 0b1110, 507)));
        assertEquals("30 A0 80 01 02 E8 5B", Hex.of(BitalinoFrame.encode(5, 0b1110, 512, 513, 514, 515)));
        assertEquals("6C 08 19 4B C8 90 E1 FF", Hex.of(BitalinoFrame.encode(15, 0b1110, 100, 200, 300, 400, 33, 44)));
    }

    @Test
    void aChordsFrameIsSixteenBitsAChannelBetweenMarks() {
        assertEquals(
                "C7 7C 00 02 00 02 00 02 00 02 00 02 00 02 00 01",
                Hex.of(ChordsFirmware.encode(0, 512, 512, 512, 512, 512, 512)));
        assertEquals(
                "C7 7C 01 01 FE 01 FF 02 00 02 01 02 02 02 03 01",
                Hex.of(ChordsFirmware.encode(1, 510, 511, 512, 513, 514, 515)));
    }

    @Test
    void aSpikerFrameMarksItsFirstByteAndItsTextsStandBetweenFrames() {
        assertEquals("84 00", Hex.of(SpikerFirmware.encode(512)));
        assertEquals("84 58", Hex.of(SpikerFirmware.encode(600)));
        assertEquals("87 7F", Hex.of(SpikerFirmware.encode(1023)));
        assertEquals("80 00", Hex.of(SpikerFirmware.encode(0)));
        assertEquals("84 00 02 2C", Hex.of(SpikerFirmware.encode(512, 300)));
        assertEquals("84 01 02 2D", Hex.of(SpikerFirmware.encode(513, 301)));
        assertEquals(
                "FF FF 01 01 80 FF 48 57 54 3A 4D 55 53 43 4C 45 53 53 3B FF FF 01 01 81 FF",
                Hex.of(SpikerFirmware.message("HWT:MUSCLESS;")));
    }

    @Test
    void aShimmersCrcIsTheOneOfItsMakers() {
        assertEquals(0x155D, ShimmerFirmware.crc(Hex.bytes("00 E8 03 00 80 00 03 E8 FF FC 18")));
    }
}

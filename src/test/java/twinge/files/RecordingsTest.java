package twinge.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import twinge.frames.MalformedInput;

class RecordingsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "RIFF....WAVEfmt, a WAV",
        "PK\u0003\u0004zip, a ZIP archive",
        "XDF:<info>, an XDF file",
        "q\u0001\u0002\u0003\u0004q, it begins with 71 01 02 03 04 71"
    })
    void unknownContentIsRefusedSayingWhatItLooksLikeAndWhatIsRead(String content, String looks) {
        String message = refusal(content, "unknown.dat");
        assertTrue(message.startsWith("unknown.dat, byte 0: this looks like"), message);
        assertTrue(message.contains(looks), message);
        assertTrue(message.endsWith("read here are EDF, EDF+, BDF, BDF+, tapes and CSV or TSV text"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty.edf, the file is empty; record or copy it again",
        "'', empty.csv, the file is empty; record or copy it again",
        "a text about muscles, notes.txt, the first 64 kB; name a table of samples",
        "0       short, short.edf, the header is truncated: 13 of 256 bytes; fetch the file again",
    })
    void whatCanNotBeReadIsRefusedWithTheReason(String content, String name, String reason) {
        assertTrue(refusal(content, name).contains(reason), refusal(content, name));
    }

    @Test
    void theContentDecidesNotTheName() throws IOException {
        String text = "time,emg\n0,1\n0.001,2\n0.002,3\n";
        for (String name : new String[] {"a.csv", "b.dat", "c"}) {
            try (Recording recording = Recordings.open(stream(text), name, ReadOptions.standard())) {
                assertEquals("CSV", recording.format());
                assertEquals(1000, recording.streams().get(0).rateHz());
            }
        }
    }

    @Test
    void aMissingFileAndAFolderAreToldApart() {
        assertTrue(
                assertThrows(IOException.class, () -> Recordings.open(folder.resolve("no.edf"), ReadOptions.standard()))
                        .getMessage()
                        .endsWith("no.edf: there is no such file"));
        assertTrue(assertThrows(IOException.class, () -> Recordings.open(folder, ReadOptions.standard()))
                .getMessage()
                .endsWith("is a folder; name the recordings in it"));
    }

    @Test
    void aStreamsContentIsKnownAtItsEndAndIsThatOfTheFile() throws IOException {
        byte[] bytes = "some bytes".getBytes(StandardCharsets.US_ASCII);
        try (ByteSource stream = ByteSource.of(new ByteArrayInputStream(bytes), "-");
                ByteSource file = ByteSource.of(Files.write(folder.resolve("f"), bytes))) {
            assertArrayEquals("some".getBytes(StandardCharsets.US_ASCII), stream.peek(4));
            assertThrows(IllegalStateException.class, stream::contentId);
            byte[] into = new byte[100];
            assertEquals(bytes.length, stream.read(into, 0, into.length));
            assertEquals(file.contentId(), stream.contentId());
            assertEquals(8, file.contentId().version());
            // printf 'some bytes' | sha256sum, the first 16 bytes with version 8 and variant 2 put in
            assertEquals(SHA_OF_SOME_BYTES, file.contentId().toString());
        }
    }

    private static final String SHA_OF_SOME_BYTES = "0d22cdcc-10e6-8049-9be1-af5123d50873";

    private static String refusal(String content, String name) {
        return assertThrows(MalformedInput.class, () -> Recordings.open(stream(content), name, ReadOptions.standard()))
                .getMessage();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}

package twinge.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Tells overheard bytes of the twinge protocol though no HELLO is among them: the checksum of data begins with the
 * layout's hash, and what it differs by from one without is the same for all frames of a length (a checksum is linear).
 */
final class TwingeOverheard {
    private static final int FRAMES_THAT_CONVINCE = 3;
    private static final int LEAST_DATA_BYTES = 12 + 1 + 4;

    private record Kind(int type, int length, long difference) {}

    private final Map<Kind, Integer> alike = new HashMap<>();
    private int messages;
    private int hellos;
    private int bytesOfMessages;

    void accept(byte[] bytes, int length) {
        TwingeFrames frames = new TwingeFrames(null, (message, size) -> {
            messages++;
            bytesOfMessages += size + 6; // checksum, stuffing and zero
            hellos += message[0] == TwingeHello.TYPE ? 1 : 0;
        });
        frames.accept(bytes, 0, length);
        int begin = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                stretch(Arrays.copyOfRange(bytes, begin, i));
                begin = i + 1;
            }
        }
    }

    private void stretch(byte[] stuffed) {
        byte[] message = new byte[stuffed.length + 1];
        int size = Cobs.decode(stuffed, 0, stuffed.length, message);
        if (size >= LEAST_DATA_BYTES && TwingeFrames.isData(message[0] & 0xFF)) {
            CRC32 checksum = new CRC32();
            checksum.update(message, 0, size - 4);
            long difference = checksum.getValue() ^ TwingeFrames.checksum(message, size - 4);
            alike.merge(new Kind(message[0] & 0xFF, size, difference), 1, Integer::sum);
        }
    }

    Fit fit(int length) {
        int data = 0;
        List<String> words = new ArrayList<>();
        int covered = bytesOfMessages;
        for (Map.Entry<Kind, Integer> each : alike.entrySet()) {
            if (each.getValue() >= FRAMES_THAT_CONVINCE) {
                data += each.getValue();
                covered += each.getValue() * (each.getKey().length() + 2);
                words.add(each.getValue() + " data frames of " + (each.getKey().length() + 2) + " bytes");
            }
        }
        words.sort(null);
        if (hellos > 0) {
            words.add(hellos + " HELLO");
        } else if (messages > 0) {
            words.add(messages + " messages");
        }
        if (words.isEmpty()) {
            return Fit.NONE;
        }
        double coverage = Math.min(1, (double) covered / length);
        return new Fit(data + messages, coverage, true, String.join(", ", words));
    }
}

package twinge.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import twinge.frames.Channel;

/**
 * How the frames of one Shimmer3 are made up: a 0, the time, the signals in the order it listed them, and a CRC of no, one
 * or two bytes ({@code firmware-protocol/shimmer3}).
 *
 * @param signals their numbers, in order
 * @param clockBytes of the time: 3, in old firmware 2
 */
record ShimmerFrame(List<Integer> signals, int clockBytes, int crcBytes) {
    static final int CLOCK_HZ = 32_768;
    static final int HEADER = 0x00;

    ShimmerFrame {
        signals = List.copyOf(signals);
        for (int id : signals) {
            if (ShimmerSignal.of(id).isEmpty()) {
                throw new IllegalArgumentException("a Shimmer3 signal of the unknown number 0x"
                        + Integer.toHexString(id) + "; its length is not known, so its frames can not be read");
            }
        }
        if (clockBytes < 2 || clockBytes > 3 || crcBytes < 0 || crcBytes > 2) {
            throw new IllegalArgumentException(
                    "a Shimmer3 with a clock of " + clockBytes + " and a CRC of " + crcBytes + " bytes");
        }
    }

    static ShimmerFrame of(Board board) {
        List<Integer> signals = new ArrayList<>();
        for (String id : board.option("signals", "").split(",")) {
            signals.add(Integer.parseInt(id, 16));
        }
        return new ShimmerFrame(
                signals, Integer.parseInt(board.option("clock", "3")), Integer.parseInt(board.option("crc", "0")));
    }

    String listed() {
        return signals.stream().map(id -> String.format("%02X", id)).collect(Collectors.joining(","));
    }

    List<Channel> channels(double gain) {
        return signals.stream()
                .filter(id -> !signal(id).isStatus())
                .map(id -> signal(id).channel(id, gain))
                .toList();
    }

    private static ShimmerSignal signal(int id) {
        return ShimmerSignal.of(id).orElseThrow();
    }

    int bytes() {
        return checkedBytes() + crcBytes;
    }

    private int checkedBytes() {
        return 1
                + clockBytes
                + signals.stream().mapToInt(id -> signal(id).bytes).sum();
    }

    /** Whether a frame with a good CRC, or any at all without one, begins here. */
    boolean sound(byte[] bytes, int at) {
        return bytes[at] == HEADER && checks(bytes, at, checkedBytes());
    }

    /** Whether the CRC that follows {@code length} bytes is theirs; true if there is none. */
    boolean checks(byte[] bytes, int at, int length) {
        int crc = crc(bytes, at, length);
        for (int i = 0; i < crcBytes; i++) {
            if ((bytes[at + length + i] & 0xFF) != (crc >> 8 * i & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    int time(byte[] bytes, int at) {
        int time = 0;
        for (int i = clockBytes; i > 0; i--) {
            time = time << 8 | bytes[at + i] & 0xFF;
        }
        return time;
    }

    /** Counts of the channels, and after them the status bytes. */
    int[] counts(byte[] bytes, int at) {
        int[] counts = new int[signals.size()];
        int channel = 0;
        int status = counts.length - statuses();
        int place = at + 1 + clockBytes;
        for (int id : signals) {
            ShimmerSignal signal = signal(id);
            counts[signal.isStatus() ? status++ : channel++] = signal.count(bytes, place);
            place += signal.bytes;
        }
        return counts;
    }

    int statuses() {
        return (int) signals.stream().filter(id -> signal(id).isStatus()).count();
    }

    String statusLabel(int status) {
        return signals.stream()
                .filter(id -> signal(id).isStatus())
                .map(id -> signal(id).label(id))
                .toList()
                .get(status);
    }

    /** The CCITT step of the board's processor from 0xB0CA on; an odd length is filled up with a 0. */
    static int crc(byte[] bytes, int at, int length) {
        int crc = 0xB0CA;
        for (int i = 0; i < length + length % 2; i++) {
            crc = (crc >> 8 | crc << 8) & 0xFFFF;
            crc ^= i < length ? bytes[at + i] & 0xFF : 0;
            crc ^= (crc & 0xFF) >> 4;
            crc ^= crc << 12 & 0xFFFF;
            crc ^= (crc & 0xFF) << 5;
        }
        return crc;
    }
}

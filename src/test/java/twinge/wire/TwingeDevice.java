package twinge.wire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import twinge.frames.Block;
import twinge.simulate.TwingeEncoder;
import twinge.simulate.TwingeStream;

/** A board for tests whose every count tells its own place, so that a sample in a wrong place or of a wrong value shows. */
final class TwingeDevice {
    final int channels;
    final int samplesPerFrame;
    final TwingeEncoder encoder;

    TwingeDevice(int rateHz, int channels, int samplesPerFrame) {
        this.channels = channels;
        this.samplesPerFrame = samplesPerFrame;
        List<TwingeStream.Input> inputs = IntStream.rangeClosed(1, channels)
                .mapToObj(number -> new TwingeStream.Input(number, 1, 16, true, 1, 5_000_000, 0, 0, "A" + number))
                .toList();
        encoder = new TwingeEncoder(
                "test 1", "TEST", "", 100, List.of(new TwingeStream(rateHz * 1000L, samplesPerFrame, inputs)));
    }

    /** The 16 bits that channel {@code channel} has at a sampling instant; about one byte in 30 is zero. */
    static int count(long sample, int channel) {
        long mixed = (sample * 31 + channel + 1) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        mixed *= 0xD6E8FEB86659FD93L;
        int bits = (int) (mixed >>> 40);
        return (short) ((bits & 0x70000) == 0 ? bits & 0xFF : bits);
    }

    /** The frame that begins at a sampling instant; its clock shows the same as the count. */
    byte[] data(long sequence, long sample) {
        return data(
                sequence,
                sample,
                Math.round(sample * 1e9 / encoder.streams().get(0).rateMillihertz()),
                sample);
    }

    /** The same with a clock of its own, and counts that tell another place. */
    byte[] data(long sequence, long sample, long micros, long place) {
        int[][] counts = new int[samplesPerFrame][channels];
        for (int i = 0; i < samplesPerFrame; i++) {
            for (int channel = 0; channel < channels; channel++) {
                counts[i][channel] = count(place + i, channel);
            }
        }
        return encoder.data(0, 0, sequence, sample, micros, counts);
    }

    Board board() {
        return new TwingeProtocol().board(wishes(encoder.hello(true, false)));
    }

    Decoder decoder() {
        return new TwingeProtocol().decoder(board());
    }

    /** Wishes that state the board by a HELLO frame. */
    static Wishes wishes(byte[] helloFrame) {
        byte[] body = new byte[helloFrame.length];
        int length = Cobs.decode(helloFrame, 0, helloFrame.length - 1, body);
        String model = java.util.HexFormat.of().formatHex(body, 0, length - 4);
        return new Wishes(
                Optional.of(model),
                OptionalDouble.empty(),
                List.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false);
    }

    /** How many samples of a block differ from what was sent at their place. */
    long wrong(Block block) {
        long wrong = 0;
        for (int frame = 0; frame < block.frames(); frame++) {
            for (int channel = 0; channel < block.channels(); channel++) {
                wrong += block.count(channel, frame) != count(block.firstFrame() + frame, channel) ? 1 : 0;
            }
        }
        return wrong;
    }
}

package twinge.wire;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a board says of itself in its HELLO: the layout of its data above all. The page is {@code
 * firmware-protocol/twinge/README.md}.
 *
 * @param incompatible flags of forms that a reader must know
 * @param schema hash of the layout; the checksum of every data frame begins with it
 * @param booted whether it was sent because the board has just started
 * @param message it was read from, from the type to before the checksum
 */
record TwingeHello(
        int major,
        int incompatible,
        long schema,
        String firmware,
        String model,
        String serialNumber,
        boolean streaming,
        boolean booted,
        List<Stream> streams,
        String message) {
    static final int TYPE = 0x01;
    private static final int MAJOR = 1;

    /** Channels that are sampled together and travel in frames of one type. */
    record Stream(long rateMillihertz, int samplesPerFrame, List<Input> inputs) {
        static final int HEADER_BYTES = 12;

        Stream {
            inputs = List.copyOf(inputs);
        }

        /** Length of its data message, from the type to before the checksum. */
        int messageBytes() {
            return HEADER_BYTES
                    + samplesPerFrame * inputs.stream().mapToInt(Input::bytes).sum();
        }

        double rateHz() {
            return rateMillihertz / 1000.0;
        }
    }

    /**
     * One channel as the board describes it.
     *
     * @param number of the input on the board, from 1
     * @param rangeMillionths what 2^bits counts are at the converter, in millionths of the unit
     * @param gainThousandths of the amplifier before it, 0 if not known
     * @param zero the count that means nothing is there
     */
    record Input(
            int number,
            int kind,
            int bits,
            boolean signed,
            int unit,
            long rangeMillionths,
            long gainThousandths,
            int zero,
            String label) {
        static final int EMG = 1;
        static final int ENVELOPE = 2;
        static final int VOLT = 1;

        int bytes() {
            return (bits + 7) / 8;
        }

        int least() {
            return signed ? (int) -(1L << bits - 1) : 0;
        }

        int greatest() {
            return (int) ((1L << (signed ? bits - 1 : bits)) - 1);
        }
    }

    /** @param digits of {@link #message}, hexadecimal */
    static TwingeHello of(String digits) {
        byte[] message;
        try {
            message = HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException notHexadecimal) {
            message = new byte[0];
        }
        return TwingeHelloReader.read(message, message.length)
                .orElseThrow(() -> new IllegalArgumentException("'" + digits
                        + "' is no HELLO of the twinge protocol; it wants the message in hexadecimal digits, from the"
                        + " type to before the checksum"));
    }

    /** Why this program can not read the board's data, or nothing. */
    Optional<String> refusal() {
        if (major != MAJOR) {
            return Optional.of("the board speaks version " + major + " of the twinge protocol, this program version "
                    + MAJOR + "; update the older of the two");
        }
        if (incompatible != 0) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "the board uses forms of the twinge protocol that this program does not know (flags %02X); update it",
                    incompatible));
        }
        return Optional.empty();
    }
}

package twinge.simulate.board;

import java.util.HexFormat;

/** Bytes as pages and data sheets print them. */
final class Hex {
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ").withUpperCase();

    private Hex() {}

    static byte[] bytes(String hex) {
        return SPACED.parseHex(hex);
    }

    static String of(byte[] bytes) {
        return SPACED.formatHex(bytes);
    }
}

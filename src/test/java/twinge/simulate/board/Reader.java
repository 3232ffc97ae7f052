package twinge.simulate.board;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads a virtual board through its link, in time that only passes for the reading. */
final class Reader {
    final VirtualBoard board;
    final VirtualLink link;
    private final byte[] buffer = new byte[4096];

    Reader(String model, double seconds, String faults) {
        this(model, new Ramp(2, Models.named(model).orElseThrow().rateHz(), seconds), faults, 0);
    }

    Reader(String model, twinge.frames.FrameSource worn, String faults, int baud) {
        board = new VirtualBoard(Models.named(model).orElseThrow(), worn, FaultPlan.parse(faults), 1);
        link = new VirtualLink(board, Pace.leaping(), baud == 0 ? board.model().baud() : baud);
    }

    /** All that comes within so long after something was said. */
    byte[] ask(String said, double seconds) throws IOException {
        return ask(said.getBytes(StandardCharsets.ISO_8859_1), seconds);
    }

    byte[] ask(byte[] said, double seconds) throws IOException {
        link.write(said);
        return hear(seconds);
    }

    byte[] hear(double seconds) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        long until = link.nanos() + Math.round(seconds * 1e9);
        while (link.nanos() < until) {
            int length = link.read(buffer);
            if (length < 0) {
                break;
            }
            heard.write(buffer, 0, length);
        }
        return heard.toByteArray();
    }

    String told(String said, double seconds) throws IOException {
        return new String(ask(said, seconds), StandardCharsets.ISO_8859_1);
    }
}

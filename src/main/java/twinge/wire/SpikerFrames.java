package twinge.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds frames and messages of Backyard Brains' boards. The first byte of a frame alone has its highest bit set, so a frame
 * is whole if the next such byte comes just behind it. Messages stand between two marks of six bytes, which can not occur
 * in data.
 */
final class SpikerFrames {
    /** Who takes what is found. */
    interface Found {
        /**
         * @param counts not kept by the giver
         * @param damagedFrames how many frames the damaged bytes before it may have been
         */
        void frame(int[] counts, int damagedFrames);

        void message(String text);
    }

    private static final int[] OPENS = {0xFF, 0xFF, 0x01, 0x01, 0x80, 0xFF};
    private static final int[] CLOSES = {0xFF, 0xFF, 0x01, 0x01, 0x81, 0xFF};
    private static final int LONGEST_MESSAGE = 300;
    private static final byte[] START_UP = "StartUp!\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Intake intake;
    private final int frameBytes;
    private final byte[] latest = new byte[START_UP.length]; // of the damaged bytes
    private int damaged;

    SpikerFrames(Intake intake, int channels) {
        this.intake = intake;
        frameBytes = 2 * channels;
    }

    /** Takes as much as can be told yet. @param last nothing more will come */
    void search(boolean last, Found found) {
        while (intake.size() > 0) {
            int mark = matches(OPENS, 0);
            if (mark == OPENS.length) {
                if (!message(last, found)) {
                    return;
                }
            } else if (mark > 1 && mark == intake.size() && !last) {
                return; // may yet become a message
            } else if (intake.at(0) < 0x80) {
                skip(found);
            } else {
                int run = run();
                if (run < frameBytes || run > 2 * frameBytes) {
                    if (run == intake.size() && run < frameBytes && !last) {
                        return;
                    }
                    skip(found);
                } else if (run == intake.size() && !last) {
                    return;
                } else if (run % frameBytes == 0) {
                    frame(found);
                } else {
                    skip(found);
                }
            }
        }
    }

    /** What comes next has nothing to do with what came before. */
    void restart() {
        intake.discard(intake.size());
        damaged = 0;
    }

    /** How many of a mark's bytes lie there. */
    private int matches(int[] mark, int at) {
        int length = 0;
        while (length < mark.length && at + length < intake.size() && intake.at(at + length) == mark[length]) {
            length++;
        }
        return length;
    }

    /** Bytes until the next that has its highest bit set; no more are counted than tell a frame from damage. */
    private int run() {
        int length = 1;
        while (length < intake.size() && length <= 2 * frameBytes && intake.at(length) < 0x80) {
            length++;
        }
        return length;
    }

    /** A run of two frames is one whose follower has lost its mark: what comes first is whole, the rest is skipped. */
    private void frame(Found found) {
        int[] counts = new int[frameBytes / 2];
        for (int channel = 0; channel < counts.length; channel++) {
            counts[channel] = (intake.at(2 * channel) & 0x7F) << 7 | intake.at(2 * channel + 1);
        }
        int frames = damaged == 0 ? 0 : Math.max(1, Math.round((float) damaged / frameBytes));
        damaged = 0;
        intake.use(frameBytes);
        found.frame(counts, frames);
    }

    /** @return false: its end has not come yet */
    private boolean message(boolean last, Found found) {
        for (int end = OPENS.length; end < Math.min(intake.size(), LONGEST_MESSAGE); end++) {
            if (matches(CLOSES, end) == CLOSES.length) {
                StringBuilder text = new StringBuilder();
                for (int at = OPENS.length; at < end; at++) {
                    text.append((char) intake.at(at));
                }
                intake.use(end + CLOSES.length);
                found.message(text.toString());
                return true;
            }
        }
        if (intake.size() < LONGEST_MESSAGE && !last) {
            return false;
        }
        skip(found);
        return true;
    }

    private void skip(Found found) {
        System.arraycopy(latest, 1, latest, 0, latest.length - 1);
        latest[latest.length - 1] = (byte) intake.at(0);
        intake.discard(1);
        damaged++;
        if (Arrays.equals(latest, START_UP)) {
            intake.reclaim(START_UP.length);
            damaged = 0;
            found.message("StartUp!");
        }
    }
}

package twinge.wire;

/**
 * Finds frames of fixed length that only their first and last bytes tell from what they carry. In step, a frame begins
 * where the one before it ended. Out of step every byte is tried as a beginning, so that damage costs no frame but its
 * own; and a frame counts only when another follows it at once, as a lone match may be chance.
 */
final class FrameFinder {
    /** What frames look like. */
    interface Shape {
        /** How many bytes {@link #begins} looks at. */
        int head();

        boolean begins(Intake intake, int at);

        /** Whether a whole frame lies there. */
        boolean fits(Intake intake, int at);
    }

    /** Who takes what is found, while it lies at the front of the intake. */
    interface Found {
        /** @param inStep whether it follows the frame before it without a byte between */
        void frame(boolean inStep);

        /** Readable text between frames that ended as the board's texts do. */
        void text(String text);
    }

    private static final int LONGEST_TEXT = 2000;

    private final Intake intake;
    private final Shape shape;
    private final int length;
    private final String textEnd;
    private final StringBuilder text = new StringBuilder();
    private boolean inStep;
    private boolean confirmed; // a frame lies here, though out of step

    /** @param textEnd what the board's texts end with */
    FrameFinder(Intake intake, Shape shape, int length, String textEnd) {
        this.intake = intake;
        this.shape = shape;
        this.length = length;
        this.textEnd = textEnd;
    }

    /** Takes as much as can be told yet. @param last nothing more will come */
    void search(boolean last, Found found) {
        while (intake.size() >= shape.head() || last && intake.size() > 0) {
            if (!wholeAhead(0)) {
                if (canBegin(0) && !last) {
                    return;
                }
                skip(found);
            } else if (inStep || confirmed || followed(last)) {
                if (!shape.fits(intake, 0)) {
                    skip(found);
                    continue;
                }
                text.setLength(0);
                found.frame(inStep);
                intake.use(length);
                confirmed = false;
                inStep = true;
            } else if (mayBeFollowed() && !last) {
                return;
            } else {
                skip(found);
            }
        }
    }

    /** What comes next has nothing to do with what came before. */
    void restart() {
        intake.discard(intake.size());
        text.setLength(0);
        inStep = false;
        confirmed = false;
    }

    private boolean canBegin(int at) {
        return intake.size() - at < shape.head() || shape.begins(intake, at);
    }

    private boolean wholeAhead(int at) {
        return intake.size() - at >= length && shape.begins(intake, at);
    }

    private boolean followed(boolean last) {
        if (!shape.fits(intake, 0)) {
            return false;
        }
        boolean second = wholeAhead(length) && shape.fits(intake, length);
        confirmed = second || last && canBegin(length) && intake.size() < 2 * length;
        return confirmed;
    }

    private boolean mayBeFollowed() {
        return shape.fits(intake, 0) && intake.size() < 2 * length && canBegin(length);
    }

    private void skip(Found found) {
        int value = intake.at(0);
        intake.discard(1);
        inStep = false;
        confirmed = false;
        boolean readable = value >= ' ' && value < 127 || value == '\r' || value == '\n' || value == '\t';
        if (!readable || text.length() == LONGEST_TEXT) {
            text.setLength(0);
            return;
        }
        text.append((char) value);
        int from = text.length() - textEnd.length();
        if (from >= 0 && text.indexOf(textEnd, from) == from) {
            intake.reclaim(text.length());
            found.text(text.toString());
            text.setLength(0);
        }
    }
}

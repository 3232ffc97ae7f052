package twinge.wire;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Listens to a board that prints lines until it is known what they are made of and how fast they come. The rate is not on
 * the wire: it is estimated, and said to be.
 */
final class LinesConversation implements Conversation {
    private static final int LEARN_MILLIS = 5300;
    private static final int KNOWN_MILLIS = 1500; // where the rate is stated, the form alone is learnt
    private static final int SILENCE_MILLIS = 3000;
    private static final int FEWEST_LINES = 12;
    private static final double AGREEMENT = 0.6;

    private final Wishes wishes;
    private final Board again; // the board as it was, or null
    private final Backlog heard = new Backlog();
    private final LineSample sample = new LineSample();
    private int searched;
    private boolean torn = true; // what was heard so far may have begun inside a line
    private long received;
    private long lastMillis;

    LinesConversation(Wishes wishes) {
        this.wishes = wishes;
        again = null;
    }

    LinesConversation(Board board) {
        wishes = Wishes.none();
        again = board;
    }

    @Override
    public Step next(byte[] bytes, long elapsedMillis) {
        heard.add(bytes, 0, bytes.length);
        received += bytes.length;
        for (; searched < heard.length(); searched++) {
            if (heard.get(searched) != '\n') {
                continue;
            }
            if (torn) {
                torn = false;
                heard.take(searched + 1);
                searched = -1;
            } else {
                int from = heard.start() + lineBegin(searched);
                sample.add(NumberLine.of(heard.array(), from, heard.start() + searched), elapsedMillis / 1e3);
            }
        }
        lastMillis = elapsedMillis;
        sample.read(elapsedMillis / 1e3);
        return decide();
    }

    private int lineBegin(int end) {
        int begin = end;
        while (begin > 0 && heard.get(begin - 1) != '\n') {
            begin--;
        }
        return begin;
    }

    private Step decide() {
        if (again != null) {
            return sample.numberLines() > 0
                    ? new Step.Streaming(again, heard.copy())
                    : lastMillis >= SILENCE_MILLIS ? failed() : new Step.Listen((int) (SILENCE_MILLIS - lastMillis));
        }
        if (lastMillis >= SILENCE_MILLIS && sample.numberLines() == 0) {
            return failed();
        }
        int wanted = wishes.rateHz().isPresent() ? KNOWN_MILLIS : LEARN_MILLIS;
        if (lastMillis < wanted) {
            return new Step.Listen((int) (wanted - lastMillis));
        }
        int fewest = wishes.rateHz().isPresent() ? 2 : FEWEST_LINES;
        if (sample.numberLines() < fewest || sample.agreement() < AGREEMENT) {
            return failed();
        }
        return learnt();
    }

    private Step failed() {
        String met = received == 0
                ? "nothing came"
                : received + " bytes came, in them " + sample.numberLines() + " lines of numbers and "
                        + sample.unreadable() + " that can not be read";
        return new Step.Failed("no lines of numbers: " + met + " in " + lastMillis
                + " ms; check that the sketch prints with println and that its speed (baud) is the one set here");
    }

    private Step learnt() {
        LineForm form = sample.form();
        if (!wishes.channels().isEmpty()) {
            form = new LineForm(form.columns(), form.clock(), form.decimals(), wishes.channels(), form.bars());
        }
        double measured = sample.rateHz(form);
        double rate = wishes.rateHz().orElse(measured);
        if (!(rate > 0)) {
            return failed();
        }
        Map<String, String> more = new TreeMap<>();
        more.put("signal", sample.nature(form, rate));
        more.put("rate", wishes.rateHz().isPresent() ? "stated" : said(form, measured));
        try {
            Board board = Lines.board(form, sample.labels(), wishes, rate, more);
            return new Step.Streaming(board, heard.copy());
        } catch (IllegalArgumentException unfit) {
            return new Step.Failed(unfit.getMessage());
        }
    }

    private String said(LineForm form, double rateHz) {
        String by = form.clock() == LineForm.Clock.NONE
                ? "the arrival of its lines"
                : "its column of " + form.clock().word();
        return String.format(
                Locale.ROOT, "estimated by %s over %.1f s as %.4g frames a second", by, lastMillis / 1e3, rateHz);
    }
}

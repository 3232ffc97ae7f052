package twinge.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import twinge.events.Evidence;
import twinge.events.Verdict;

/** Why an episode was judged as it was: each piece of evidence in words with a bar for its weight. */
final class EvidencePanel {
    static final double WIDTH = 330;
    private static final double LINE = 16;
    private static final double BAR = 9;
    private static final double HEAD = 62;
    private static final double NUMBER = 44; // pixels for the number behind a bar
    private static final int MOST = 12;
    private static final double LEAST_FULL = 1; // nats a full bar stands for at least

    private final Theme theme;
    private final Verdict verdict;
    private final List<List<String>> words = new ArrayList<>();

    EvidencePanel(Theme theme, Verdict verdict) {
        this.theme = theme;
        this.verdict = verdict;
        for (Evidence evidence : shown()) {
            words.add(Lettering.wrap(Picture.visible(evidence.words()), Lettering.BODY, WIDTH));
        }
    }

    private List<Evidence> shown() {
        return verdict.evidence().subList(0, Math.min(MOST, verdict.evidence().size()));
    }

    double height() {
        return HEAD
                + words.stream()
                        .mapToDouble(lines -> lines.size() * LINE + BAR + 14)
                        .sum()
                + 3 * LINE;
    }

    /** Draws it with its upper left corner at x, y. */
    void paint(Graphics2D g2, double x, double y) {
        Color colour = theme.of(verdict.kind());
        g2.setPaint(colour);
        g2.fill(KindMark.shape(verdict.kind(), x + 8, y + 10, 15));
        g2.setPaint(theme.ink());
        g2.setFont(Lettering.TITLE);
        g2.drawString(
                String.format(Locale.ROOT, "%s  %.0f %%", verdict.kind().words(), 100 * verdict.probability()),
                (float) x + 24,
                (float) y + 17);
        probability(g2, x, y + 28, colour);
        double most = LEAST_FULL;
        double least = 0;
        for (Evidence evidence : shown()) {
            most = Math.max(most, evidence.weight());
            least = Math.min(least, evidence.weight());
        }
        double perNat = (WIDTH - NUMBER) / (most - least);
        double zero = x - least * perNat;
        double at = y + HEAD;
        for (int i = 0; i < words.size(); i++) {
            g2.setFont(Lettering.BODY);
            g2.setPaint(theme.ink());
            for (String line : words.get(i)) {
                g2.drawString(line, (float) x, (float) at);
                at += LINE;
            }
            bar(g2, zero, at - 9, shown().get(i).weight(), perNat, colour);
            at += BAR + 14;
        }
        foot(g2, x, at);
    }

    private void probability(Graphics2D g2, double x, double y, Color colour) {
        g2.setPaint(theme.grid());
        g2.fill(new Rectangle2D.Double(x, y, WIDTH, 5));
        boolean unsure = verdict.probability() < EpisodeSpan.SURE;
        g2.setPaint(unsure ? Theme.faint(colour, 0.45) : colour);
        g2.fill(new Rectangle2D.Double(x, y, WIDTH * verdict.probability(), 5));
    }

    /** Full to the right for, hollow and hatched to the left against. */
    private void bar(Graphics2D g2, double zero, double y, double weight, double perNat, Color colour) {
        double length = weight * perNat;
        Rectangle2D bar = new Rectangle2D.Double(Math.min(zero, zero + length), y, Math.abs(length), BAR);
        g2.setStroke(new BasicStroke(1));
        g2.setPaint(colour);
        if (weight >= 0) {
            g2.fill(bar);
        } else {
            Path2D hatch = new Path2D.Double();
            Hatch.RISING.append(hatch, bar);
            g2.draw(hatch);
            g2.draw(bar);
        }
        g2.setPaint(theme.muted());
        g2.draw(new Line2D.Double(zero, y - 3, zero, y + BAR + 3));
        g2.setFont(Lettering.SMALL);
        String number = String.format(Locale.ROOT, "%s%.1f", weight < 0 ? "\u2212" : "+", Math.abs(weight));
        g2.drawString(number, (float) (Math.max(zero, bar.getMaxX()) + 6), (float) (y + BAR));
    }

    private void foot(Graphics2D g2, double x, double y) {
        int left = verdict.evidence().size() - words.size();
        String what = words.isEmpty()
                ? "no evidence is stated"
                : "bars: weight in nats of log odds; full speaks for it, hatched against"
                        + (left > 0 ? "; " + left + " lesser ones left out" : "");
        g2.setFont(Lettering.SMALL);
        g2.setPaint(theme.muted());
        float at = (float) y;
        for (String line : Lettering.wrap(what, Lettering.SMALL, WIDTH)) {
            g2.drawString(line, (float) x, at);
            at += (float) LINE;
        }
    }
}

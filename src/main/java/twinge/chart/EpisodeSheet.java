package twinge.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import twinge.events.Episode;
import twinge.events.Evidence;

/** Lays out the picture of one episode: signals on the left, the reasons on the right. */
final class EpisodeSheet {
    private static final double LEFT = 190;
    private static final double PANEL_FROM = 112; // pixels right of the plots; scale and colour bar come before
    private static final double RIGHT = PANEL_FROM + EvidencePanel.WIDTH;
    private static final int LEAST_SPECTROGRAM = 150;

    private final Look look;
    private final Theme theme;
    private final Caption caption;
    private final Episode episode;
    private final List<Row> rows;
    private final Spectrogram spectrogram;
    private final Row strongest;
    private final Optional<Span> leftOut;
    private final TimeLine time;

    EpisodeSheet(
            Look look,
            Caption caption,
            Episode episode,
            Span span,
            List<Row> rows,
            Spectrogram spectrogram,
            Row strongest,
            Optional<Span> leftOut) {
        this.look = look;
        theme = look.theme();
        this.caption = caption;
        this.episode = episode;
        this.rows = rows;
        this.spectrogram = spectrogram;
        this.strongest = strongest;
        this.leftOut = leftOut;
        double length = Sheet.plotWidth(look.width(), LEFT, RIGHT);
        time = new TimeLine(theme, span, length, caption.session().start());
    }

    Picture picture() {
        Sheet sheet = new Sheet(theme, look.width(), LEFT, RIGHT, time.axis());
        sheet.beside(time::paintClock);
        EvidencePanel panel = new EvidencePanel(theme, episode.verdict());
        sheet.beside((g2, plots) -> panel.paint(
                g2, plots.get(0).getMaxX() + PANEL_FROM, plots.get(0).getMinY()));
        int tall = Math.max(90, Math.min(170, 420 / rows.size()));
        EpisodeSpan drawn = EpisodeSpan.of(episode);
        new ChannelStack(sheet, look, time, LEFT, List.of(drawn)).add(rows, tall, drawn.extent());
        leftOut.ifPresent(gap -> sheet.overAll(
                new Overlay((g2, area, xOf) -> new SpanPainter(theme).leftOut(g2, area, xOf, gap, gapWords(gap)))));
        double sofar = rows.size() * 1.5 * tall;
        addSpectrogram(sheet, (int) Math.max(LEAST_SPECTROGRAM, panel.height() - sofar));
        String title = String.format(
                Locale.ROOT,
                "%s, %s at %s",
                episode.kind().words(),
                TimeTicks.length(episode.seconds()),
                TimeTicks.moment(episode.onsetSeconds()));
        String subtitle = caption.title() + "  \u00b7  " + caption.subtitle(strongest.treatment());
        return sheet.picture(title, subtitle, caption.footer(), words(title));
    }

    private void addSpectrogram(Sheet sheet, int tall) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(0, spectrogram.highestHz());
        axis.setTickUnit(
                new NumberTickUnit(ScaleBar.round(spectrogram.highestHz() / 2.5), ChannelPlots.plain(), 0),
                false,
                true);
        XYPlot plot = sheet.add(tall, axis);
        plot.setDomainGridlinesVisible(false);
        int hop = spectrogram.hop(time.length());
        BufferedImage image = spectrogram.image(hop);
        if (image != null) {
            plot.addAnnotation(new XYDataImageAnnotation(
                    image, spectrogram.imageFrom(hop), 0, spectrogram.imageSeconds(hop), spectrogram.imageHz()));
        }
        plot.setRenderer(Sheet.line(theme.ink(), new java.awt.BasicStroke(1)));
        sheet.nameLast("frequency (Hz)");
        sheet.besideLast((g2, area) -> {
            g2.drawString(
                    Lettering.fit("of " + Picture.visible(strongest.channel().label()), Lettering.SMALL, LEFT - 42),
                    16,
                    (float) area.getMinY() + 29);
            colourBar(g2, area);
        });
    }

    private void colourBar(Graphics2D g2, Rectangle2D area) {
        double x = area.getMaxX() + 14;
        double top = area.getMinY() + 20;
        double height = area.getHeight() - 24;
        int steps = 60;
        for (int i = 0; i < steps; i++) {
            g2.setPaint(Viridis.of(1 - (i + 0.5) / steps));
            g2.fill(new Rectangle2D.Double(x, top + i * height / steps, 12, height / steps + 0.5));
        }
        g2.setFont(Lettering.SMALL);
        g2.setPaint(theme.ink());
        String unit = strongest.channel().calibrated() ? "dB re 1 \u00b5V\u00b2/Hz" : "dB re median";
        g2.drawString(unit, (float) x, (float) area.getMinY() + 10);
        double range = Spectrogram.HIGHEST_DECIBELS - Spectrogram.LOWEST_DECIBELS;
        for (double at = Spectrogram.LOWEST_DECIBELS; at <= Spectrogram.HIGHEST_DECIBELS; at += 20) {
            double y = top + (Spectrogram.HIGHEST_DECIBELS - at) / range * height;
            String number = String.format(Locale.ROOT, "%s%.0f", at < 0 ? "\u2212" : "", Math.abs(at));
            g2.drawString(number, (float) x + 17, (float) y + 4);
        }
    }

    private static String gapWords(Span gap) {
        return String.format(Locale.ROOT, "left out: %.0f s", gap.to() - gap.from());
    }

    private String words(String title) {
        String channels = rows.stream().map(row -> row.channel().label()).collect(Collectors.joining(", "));
        StringBuilder words = new StringBuilder(String.format(
                Locale.ROOT,
                "%s in %s, probability %.2f, on %s.\n",
                title,
                caption.title(),
                episode.verdict().probability(),
                channels));
        leftOut.ifPresent(gap -> words.append(
                String.format(Locale.ROOT, "%s, from %s on\n", gapWords(gap), TimeTicks.moment(gap.from()))));
        words.append("weight\tevidence\n");
        for (Evidence evidence : episode.verdict().evidence()) {
            words.append(String.format(Locale.ROOT, "%+.1f\t%s\n", evidence.weight(), evidence.words()));
        }
        return words.toString();
    }
}

package twinge.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.DefaultXYDataset;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.SampleStream;
import twinge.signal.Spectra;

/** The power spectrum of one channel: at rest and during bursts, with median frequencies and the mains marked. */
public final class SpectrumChart {
    private static final double LEFT = 70;
    private static final double RIGHT = 20;
    private static final int TALL = 420;
    private static final double HIGHEST_HZ = 500;
    private static final double MEDIAN_FROM_HZ = 20;
    private static final double LEAST_DECIBELS = -60; // below the loudest bin; deeper is not drawn
    private static final BasicStroke BURST = new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
    private static final BasicStroke REST =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, new float[] {6, 3}, 0);
    private static final BasicStroke MAINS =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, new float[] {1.5f, 3}, 0);

    private final SampleStream stream;
    private final Channel channel;
    private final double mainsHz;
    private final StretchSpectrum rest;
    private final StretchSpectrum bursts;

    /** One of the lines: its name, density, and how it is drawn. */
    private record Curve(
            String name, double[] density, double medianHz, int windows, Color colour, BasicStroke stroke) {}

    /**
     * @param rest where the muscle rests, may be empty
     * @param bursts where it does not, may be empty
     * @param mainsHz 50 or 60, 0 if it is not known
     */
    public SpectrumChart(SampleStream stream, int channel, List<Span> rest, List<Span> bursts, double mainsHz) {
        this.stream = stream;
        this.channel = stream.montage().channel(channel);
        this.mainsHz = mainsHz;
        this.rest = new StretchSpectrum(stream, channel, rest);
        this.bursts = new StretchSpectrum(stream, channel, bursts);
    }

    /** Takes the next block of any stream. */
    public void accept(Block block) {
        if (block.stream() == stream.index()) {
            rest.accept(block);
            bursts.accept(block);
        }
    }

    /**
     * Draws what has been taken so far.
     *
     * @throws IllegalStateException if there were no samples in any of the stretches
     */
    public Picture picture(Caption caption, Look look) {
        List<Curve> curves = curves(look.theme());
        if (curves.isEmpty()) {
            throw new IllegalStateException("no samples of " + channel.label() + " in the stretches asked for, so "
                    + caption.title() + " has no spectrum there; ask for stretches inside the recording");
        }
        double highest = Math.min(HIGHEST_HZ, stream.rateHz() / 2);
        NumberAxis across = new NumberAxis("frequency (Hz)");
        across.setRange(0, highest);
        across.setTickUnit(new NumberTickUnit(ScaleBar.round(highest / 8), ChannelPlots.plain(), 0), false, true);
        Sheet sheet = new Sheet(look.theme(), look.width(), LEFT, RIGHT, across);
        String unit = channel.calibrated() ? "\u00b5V" : "counts";
        NumberAxis up = new NumberAxis("power (dB re 1 " + unit + "\u00b2/Hz)");
        XYPlot plot = sheet.add(TALL, up);
        plot.setRangeGridlinesVisible(true);
        plot.setRangeGridlinePaint(look.theme().grid());
        plot.setRangeGridlineStroke(new BasicStroke(1));
        range(up, curves, highest);
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            plot.setDataset(i, dataset(curve, highest));
            plot.setRenderer(i, Sheet.line(curve.colour(), curve.stroke()));
            sheet.explain(ChannelPlots.item(
                    curve.name() + ", " + curve.windows() + " windows", curve.colour(), curve.stroke()));
        }
        if (mainsHz > 0) {
            sheet.explain(ChannelPlots.item(
                    "mains, " + ScaleBar.number(mainsHz) + " Hz and multiples",
                    look.theme().muted(),
                    MAINS));
        }
        plot.addAnnotation(new Overlay((g2, area, xOf) -> marks(g2, area, xOf, curves, look.theme(), highest)));
        String title = Picture.visible("power spectrum of " + channel.label());
        String subtitle = caption.title() + (caption.subtitle().isEmpty() ? "" : "  \u00b7  ") + caption.subtitle();
        return sheet.picture(title, subtitle, caption.footer(), words(title, caption, curves));
    }

    private List<Curve> curves(Theme theme) {
        List<Curve> curves = new ArrayList<>();
        add(curves, "rest", rest, theme.muted(), REST);
        add(curves, "bursts", bursts, theme.ink(), BURST);
        return curves;
    }

    private void add(List<Curve> curves, String name, StretchSpectrum of, Color colour, BasicStroke stroke) {
        if (of.windows() > 0) {
            double[] density = of.density();
            double median = Spectra.medianFrequency(
                    density, of.binHz(), Math.min(MEDIAN_FROM_HZ, stream.rateHz() / 8), stream.rateHz() / 2);
            curves.add(new Curve(name, density, median, of.windows(), colour, stroke));
        }
    }

    private double decibels(double density, double loudest) {
        return Math.max(10 * StrictMath.log10(density), loudest + LEAST_DECIBELS);
    }

    private double loudest(Curve curve) {
        return 10
                * StrictMath.log10(
                        Math.max(1e-30, Arrays.stream(curve.density()).max().orElse(1)));
    }

    /** The mean is taken off each window, so the lowest two bins say nothing. */
    private DefaultXYDataset dataset(Curve curve, double highestHz) {
        int from = 2;
        int to = (int) Math.min(curve.density().length, Math.floor(highestHz / rest.binHz()) + 1);
        double[][] line = new double[2][to - from];
        for (int bin = from; bin < to; bin++) {
            line[0][bin - from] = bin * rest.binHz();
            line[1][bin - from] = decibels(curve.density()[bin], loudest(curve));
        }
        DefaultXYDataset dataset = new DefaultXYDataset();
        dataset.addSeries("", line);
        return dataset;
    }

    private void range(NumberAxis axis, List<Curve> curves, double highestHz) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            DefaultXYDataset line = dataset(curve, highestHz);
            for (int i = 0; i < line.getItemCount(0); i++) {
                least = Math.min(least, line.getYValue(0, i));
                most = Math.max(most, line.getYValue(0, i));
            }
        }
        axis.setRange(10 * Math.floor(least / 10 - 0.2), 10 * Math.ceil(most / 10 + 0.6));
        axis.setTickUnit(new NumberTickUnit(10, ChannelPlots.plain(), 0), false, true);
    }

    private void marks(
            Graphics2D g2,
            Rectangle2D area,
            DoubleUnaryOperator xOf,
            List<Curve> curves,
            Theme theme,
            double highestHz) {
        g2.setFont(Lettering.SMALL);
        g2.setPaint(theme.muted());
        g2.setStroke(MAINS);
        for (double at = mainsHz; mainsHz > 0 && at < highestHz; at += mainsHz) {
            double x = xOf.applyAsDouble(at);
            g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
        }
        double y = area.getMinY() + 16;
        for (Curve curve : curves) {
            if (!Double.isNaN(curve.medianHz())) {
                double x = xOf.applyAsDouble(curve.medianHz());
                g2.setPaint(curve.colour());
                g2.setStroke(curve.stroke());
                g2.draw(new Line2D.Double(x, y - 10, x, area.getMaxY()));
                String words = String.format(Locale.ROOT, "%s: median %.0f Hz", curve.name(), curve.medianHz());
                double width = Lettering.width(words, Lettering.SMALL);
                g2.setPaint(theme.paper());
                g2.fill(new Rectangle2D.Double(x + 4, y - 11, width + 4, 15));
                g2.setPaint(theme.ink());
                g2.drawString(words, (float) x + 6, (float) y);
                y += 18;
            }
        }
    }

    private String words(String title, Caption caption, List<Curve> curves) {
        StringBuilder words = new StringBuilder(title + " in " + caption.title() + ".\n");
        words.append("stretch\twindows\tmedian frequency (Hz)\n");
        for (Curve curve : curves) {
            words.append(String.format(Locale.ROOT, "%s\t%d\t%.1f\n", curve.name(), curve.windows(), curve.medianHz()));
        }
        return words.toString();
    }
}

package twinge.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUtils;

/** A finished picture and its text twin. The same picture gives the same bytes each time. */
public final class Picture {
    private static final double MOST_PIXELS = 100e6;

    private final JFreeChart chart;
    private final int width;
    private final int height;
    private final String title;
    private final String words;
    private final Margin margin;

    /** Draws beside the plots, once it is known where they are. */
    interface Margin {
        /** @param plots the area of each plot, from top to bottom */
        void paint(Graphics2D g2, List<Rectangle2D> plots);
    }

    Picture(JFreeChart chart, int width, int height, String title, String words, Margin margin) {
        this.chart = chart;
        this.width = width;
        this.height = height;
        this.title = title;
        this.words = words;
        this.margin = margin;
    }

    /** Pixels at scale 1. */
    public int width() {
        return width;
    }

    /** Pixels at scale 1. */
    public int height() {
        return height;
    }

    /** What is shown, in a few words. */
    public String title() {
        return title;
    }

    /** The text twin: what a reader who cannot see the picture should know, in lines; lists are tab-separated. */
    public String words() {
        return words;
    }

    /**
     * Writes it as PNG.
     *
     * @param scale 1 for a screen, 2 to 4 for paper: words and lines grow with it
     */
    public void writePng(OutputStream out, double scale) throws IOException {
        if (!(scale > 0 && width * scale * height * scale <= MOST_PIXELS)) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels at scale " + scale
                    + "; the scale must be above 0 and leave at most " + (long) MOST_PIXELS + " pixels");
        }
        ImageIO.write(image(scale), "png", out);
    }

    /** As pixels in memory, for a window. */
    public BufferedImage image(double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.scale(scale, scale);
        draw(g2);
        g2.dispose();
        return image;
    }

    /** As an SVG document in UTF-8; the text twin is its title and description. */
    public String svg() {
        SVGGraphics2D g2 = new SVGGraphics2D(width, height);
        // Made from what is shown, not from the clock: the same on each run, and different from its neighbours on a
        // page.
        g2.setDefsKeyPrefix("t" + Integer.toHexString((title + words).hashCode()) + "-");
        g2.setGeomDoubleConverter(value -> decimals(value, 10));
        g2.setTransformDoubleConverter(value -> decimals(value, 1000));
        draw(g2);
        String element = g2.getSVGElement(null, true, null, null, null);
        int body = element.indexOf('>') + 1;
        String lines = "<title>" + SVGUtils.escapeForXML(visible(title)) + "</title>\n<desc>"
                + SVGUtils.escapeForXML(visible(words)) + "</desc>\n";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element.substring(0, body - 1) + " role=\"img\">\n"
                + lines + element.substring(body);
    }

    private void draw(Graphics2D g2) {
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(g2, new Rectangle2D.Double(0, 0, width, height), info);
        List<Rectangle2D> plots = new ArrayList<>();
        for (int i = 0; i < info.getPlotInfo().getSubplotCount(); i++) {
            plots.add(info.getPlotInfo().getSubplotInfo(i).getDataArea());
        }
        g2.setClip(null);
        margin.paint(g2, plots);
    }

    private static String decimals(double value, long perUnit) {
        long rounded = Math.round(value * perUnit);
        if (rounded % perUnit == 0) {
            return Long.toString(rounded / perUnit);
        }
        String digits =
                String.format(Locale.ROOT, "%0" + (Long.toString(perUnit).length()) + "d", Math.abs(rounded));
        int point = digits.length() - Long.toString(perUnit).length() + 1;
        return (rounded < 0 ? "-" : "") + digits.substring(0, point) + "." + digits.substring(point);
    }

    /** Characters that no XML document may hold, control characters above all, become a question mark. */
    static String visible(String words) {
        StringBuilder allowed = new StringBuilder();
        words.codePoints()
                .map(c -> c == '\n'
                                || c == '\t'
                                || c >= 0x20 && c != 0x7F && !(c >= 0xD800 && c < 0xE000) && c < 0xFFFE
                                || c >= 0x10000
                        ? c
                        : '?')
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }
}

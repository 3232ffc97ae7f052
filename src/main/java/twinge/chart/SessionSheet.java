package twinge.chart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.XYPlot;

/** Lays out the picture of a session. */
final class SessionSheet {
    static final double LEFT = 190;
    static final double RIGHT = 96;
    private static final int MOST_EPISODE_ROWS = 3;
    private static final int MOST_MARK_ROWS = 2;

    private final Look look;
    private final Theme theme;
    private final Caption caption;
    private final List<Row> rows;
    private final List<EpisodeSpan> episodes;
    private final List<Mark> marks;
    private final int marksLeftOut;
    private final TimeLine time;
    private final Sheet sheet;
    private final SpanPainter painter;

    SessionSheet(
            Look look,
            Caption caption,
            Span shown,
            List<Row> rows,
            List<EpisodeSpan> episodes,
            List<Mark> marks,
            int marksLeftOut) {
        this.look = look;
        theme = look.theme();
        this.caption = caption;
        this.rows = rows;
        this.episodes = episodes;
        this.marks = marks;
        this.marksLeftOut = marksLeftOut;
        double length = Sheet.plotWidth(look.width(), LEFT, RIGHT);
        time = new TimeLine(theme, shown, length, caption.session().start());
        sheet = new Sheet(theme, look.width(), LEFT, RIGHT, time.axis());
        painter = new SpanPainter(theme);
    }

    Picture picture() {
        sheet.beside(time::paintClock);
        if (!episodes.isEmpty()) {
            Lane lane = new Lane(SpanPainter.items(episodes, time::xOf), MOST_EPISODE_ROWS, time.length());
            lane("episodes", lane.rows())
                    .addAnnotation(
                            new Overlay((g2, area, xOf) -> painter.lane(g2, area, xOf, episodes, lane.places())));
        }
        if (!marks.isEmpty()) {
            Lane lane = new Lane(markItems(), MOST_MARK_ROWS, time.length());
            lane("markers", lane.rows())
                    .addAnnotation(
                            new Overlay((g2, area, xOf) -> painter.markers(g2, area, xOf, marks, lane.places())));
        }
        // Few channels are drawn taller than many.
        int tall = Math.max(72, Math.min(150, 640 / rows.size()));
        new ChannelStack(sheet, look, time, LEFT, episodes).add(rows, tall, time.span());
        String words = SessionWords.of(caption, time.span(), rows, episodes, marks.size() + marksLeftOut);
        return sheet.picture(caption.title(), caption.subtitle(rows.get(0).treatment()), caption.footer(), words);
    }

    private List<Lane.Item> markItems() {
        List<Lane.Item> items = new ArrayList<>();
        for (Mark mark : marks) {
            double to = time.xOf(mark.seconds() + mark.durationSeconds());
            items.add(new Lane.Item(time.xOf(mark.seconds()), to, List.of(mark.text()), 0));
        }
        return items;
    }

    private XYPlot lane(String name, int laneRows) {
        XYPlot plot = sheet.add((int) (laneRows * SpanPainter.LANE_ROW), Sheet.blank());
        plot.setOutlineVisible(false);
        plot.setRenderer(Sheet.line(theme.ink(), new BasicStroke(1)));
        sheet.nameLast(name);
        return plot;
    }
}

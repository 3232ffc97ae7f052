package twinge.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twinge.events.Kind;

class KindMarkTest {
    @Test
    void onAGreyPrintEachKindStillHasItsOwnLetterHatchAndShape() {
        Set<String> letters = new HashSet<>();
        Set<Hatch> hatches = new HashSet<>();
        for (Kind kind : Kind.values()) {
            letters.add(KindMark.letter(kind));
            hatches.add(KindMark.hatch(kind));
            for (Kind other : Kind.values()) {
                Area difference = new Area(KindMark.shape(kind, 0, 0, 10));
                difference.exclusiveOr(new Area(KindMark.shape(other, 0, 0, 10)));
                assertEquals(kind == other, difference.isEmpty(), kind + " against " + other);
            }
        }
        assertEquals(Kind.values().length, letters.size());
        assertEquals(Kind.values().length, hatches.size());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aShapeKeepsToItsSize(Kind kind) {
        Rectangle2D box = new Rectangle2D.Double(15, 25, 10, 10);
        assertTrue(box.contains(KindMark.shape(kind, 20, 30, 10).getBounds2D()));
    }

    @ParameterizedTest
    @EnumSource(Hatch.class)
    void hatchLinesStayInTheirArea(Hatch hatch) {
        Rectangle2D area = new Rectangle2D.Double(103.3, 57.1, 41.7, 23.9);
        Path2D lines = new Path2D.Double();
        hatch.append(lines, area);
        Rectangle2D room = new Rectangle2D.Double(103.2999, 57.0999, 41.7002, 23.9002);
        double[] point = new double[6];
        int points = 0;
        for (PathIterator i = lines.getPathIterator(null); !i.isDone(); i.next()) {
            i.currentSegment(point);
            assertTrue(room.contains(point[0], point[1]), point[0] + ", " + point[1]);
            points++;
        }
        assertEquals(hatch == Hatch.NONE, points == 0);
    }
}

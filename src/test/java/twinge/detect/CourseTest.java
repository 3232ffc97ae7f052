package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is remembered of a channel for comparing it: five seconds, asked in seconds. */
class CourseTest {
    private static final int FRAMES = 10; // a bin of 10 ms at 1000 frames a second

    /** Bins whose middles lie at 0.005, 0.015, ... s; the level is the time of the middle, the area grows by 2 a second. */
    private static Course course(double startSeconds, int bins) {
        Course course = new Course(1000, startSeconds);
        for (int bin = 0; bin < bins; bin++) {
            double middle = FRAMES * bin + 5;
            course.add(middle, FRAMES, startSeconds + middle / 1000, 2);
        }
        return course;
    }

    @Test
    void levelAndAreaAreKnownBetweenTheBins() {
        Course course = course(0, 400);
        assertEquals(1.2345, course.levelAt(1.2345), 1e-9);
        assertEquals(2 * 1.2345, course.areaUntil(3.2345) - course.areaUntil(2), 1e-9);
        assertEquals(1.2345, course.measuredUntil(3.2345) - course.measuredUntil(2), 1e-9);
    }

    @Test
    void timesAreThoseOfTheRecording() {
        Course course = course(1.7, 400);
        assertEquals(3, course.levelAt(3), 1e-9);
        assertEquals(2, course.areaUntil(3) - course.areaUntil(2), 1e-9);
    }

    @Test
    void beforeTheFirstAndAfterTheLastBinNothingIsKnown() {
        Course course = course(0, 100);
        assertTrue(Double.isNaN(course.levelAt(0.001)));
        assertTrue(Double.isNaN(course.levelAt(0.996)));
        assertEquals(1, course.measuredUntil(50) - course.measuredUntil(-1), 1e-9);
    }

    @Test
    void afterFiveSecondsItIsForgotten() {
        Course course = course(0, 2000); // 20 s; of 5.12 s the sums are known
        assertTrue(Double.isNaN(course.areaUntil(14.8)));
        assertEquals(10, course.areaUntil(20) - course.areaUntil(15), 1e-9);
        assertTrue(Double.isNaN(course.levelAt(14.8)));
        assertEquals(15, course.levelAt(15), 1e-9);
    }

    @Test
    void binsThatAreLeftOutAreNeitherLevelNorArea() {
        Course course = course(0, 100);
        course.add(FRAMES * 150 + 5, FRAMES, 7, 2); // 1.5 to 1.51 s
        assertTrue(Double.isNaN(course.levelAt(1.2)));
        assertEquals(0, course.areaUntil(1.5) - course.areaUntil(1), 1e-9);
        assertEquals(0.01, course.measuredUntil(1.6) - course.measuredUntil(1), 1e-9);
        course.add(FRAMES * 9000 + 5, FRAMES, 7, 2);
        assertEquals(0, course.areaUntil(90) - course.areaUntil(86), 1e-9);
        assertEquals(0.01, course.measuredUntil(91) - course.measuredUntil(86), 1e-9);
    }
}

package twinge.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BinsTest {
    @Test
    void rmsIsTheRootOfTheMeanOfTheLatestBins() {
        Bins bins = new Bins();
        bins.add(7, 100);
        bins.add(8, 9);
        bins.add(9, 16);
        assertEquals(4, bins.rms(1));
        assertEquals(Math.sqrt((9 + 16) / 2.0), bins.rms(2));
        assertEquals(Math.sqrt((100 + 9 + 16) / 3.0), bins.rms(3));
    }

    @Test
    void atTheStartFewerBinsAreAveraged() {
        Bins bins = new Bins();
        assertEquals(0, bins.rms(5), "nothing yet");
        bins.add(0, 4);
        assertEquals(2, bins.rms(5));
        assertEquals(2, bins.rms(4, 5));
    }

    @Test
    void binsApartLeaveOutTheOnesBetween() {
        Bins bins = new Bins();
        for (int bin = 0; bin < 200; bin++) {
            bins.add(bin, bin % 5 == 4 ? 9 : 1000);
        }
        assertEquals(3, bins.rms(4, 5), 1e-12); // bins 199, 194, 189, 184
    }

    @Test
    void loudBinsLongAgoLeaveNoTrace() {
        Bins bins = new Bins();
        for (int bin = 0; bin < 100; bin++) {
            bins.add(bin, 1e12);
        }
        for (int bin = 100; bin < 164; bin++) {
            bins.add(bin, 1e-12);
        }
        assertEquals(1e-6, bins.rms(64), 1e-18);
    }

    @Test
    void clearedItIsAsNew() {
        Bins bins = new Bins();
        bins.add(3, 4);
        bins.clear();
        assertEquals(0, bins.rms(1));
        bins.add(90, 25);
        assertEquals(5, bins.rms(10));
    }
}

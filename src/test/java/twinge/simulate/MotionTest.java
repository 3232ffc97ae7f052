package twinge.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import twinge.frames.Channel.Side;

class MotionTest {
    private static final int SENSOR_RATE = 200;

    private static final List<Site> LOOSE =
            List.of(Site.erectorSpinae(Side.LEFT, "L3").withPickup(2, 0, 0, 80));

    private static Scenario.Builder scenario() {
        return Scenario.of("motion", 1, 12, LOOSE).drift(0).motionSensor(SENSOR_RATE);
    }

    private static double mean(double[] signal, double from, double to) {
        return Arrays.stream(signal, (int) (from * SENSOR_RATE), (int) (to * SENSOR_RATE))
                .average()
                .getAsDouble();
    }

    @Test
    void gravityPullsAlongTheSpineStandingAndAcrossItLying() {
        double[][] standing = Measured.play(new Simulation(scenario().build()), 1);
        double[][] lying = Measured.play(new Simulation(scenario().lying().build()), 1);
        assertEquals(1, mean(standing[0], 0, 12), 0.01);
        assertEquals(0, mean(standing[2], 0, 12), 0.02);
        assertEquals(0, mean(lying[0], 0, 12), 0.01);
        assertEquals(1, mean(lying[2], 0, 12), 0.01);
    }

    @Test
    void aBendTurnsGravityByItsAngleAndTheGyroscopeFeelsItsSpeed() {
        double[] values = new double[Movement.VALUES];
        Movement bend = new Movement(Movement.Shape.BEND, 10, 14, 60, 1);
        bend.addTo(values, 12);
        assertEquals(Math.cos(Math.PI / 3) - 1, values[0], 1e-12); // at the lowest point
        assertEquals(Math.sin(Math.PI / 3), values[2], 1e-12);
        double turned = 0;
        for (int i = 0; i < 20_000; i++) {
            Arrays.fill(values, 0);
            bend.addTo(values, 10 + 2 * (i + 0.5) / 20_000);
            turned += values[4] * 2 / 20_000;
        }
        assertEquals(60, turned, 1e-3); // degrees a second over 2 s
    }

    @Test
    void aKnockIsFeltByElectrodeAndSensorAtTheSameMoment() {
        Scenario knocked =
                scenario().add(Event.fault(Behaviour.KNOCK, 5, 0.3, 0.5, 0)).build();
        double[] electrode = Measured.play(knocked)[0];
        double[] sensor = Measured.play(new Simulation(knocked), 1)[0];
        int inElectrode = 0;
        int inSensor = 0;
        for (int frame = 0; frame < electrode.length; frame++) {
            inElectrode = Math.abs(electrode[frame]) > Math.abs(electrode[inElectrode]) ? frame : inElectrode;
        }
        for (int frame = 0; frame < sensor.length; frame++) {
            inSensor = Math.abs(sensor[frame] - 1) > Math.abs(sensor[inSensor] - 1) ? frame : inSensor;
        }
        assertEquals(inElectrode / 1000.0, inSensor / (double) SENSOR_RATE, 0.012);
        assertTrue(Math.abs(electrode[inElectrode]) > 30);
        double slow = 0;
        double[] power = Measured.power(Measured.part(electrode, 4.5, 5.6), 1024);
        for (int bin = 0; bin < 21; bin++) {
            slow += power[bin];
        }
        assertTrue(slow > 0.8 * Arrays.stream(power).sum(), "most of it below 20 Hz");
    }

    @Test
    void stepsShakeTheSensorAtTheirRate() {
        Scenario walk = scenario()
                .add(Event.rhythmic(Behaviour.WALKING, 1, 10, 0.15, 1.8, 0.01, 0.3, 0))
                .build();
        double[] up = Measured.play(new Simulation(walk), 1)[0];
        int strikes = 0;
        boolean high = false;
        for (double g : up) {
            if (g > 1.12 && !high) {
                strikes++;
            }
            high = g > (high ? 0.95 : 1.12);
        }
        assertEquals(18, strikes, 2); // 10 s at 1.8 Hz
    }
}

package twinge.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import twinge.events.Kind;

class ThemeTest {
    private static final double[][] SEEN = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    /** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
    private static final double[][] DEUTERANOPE = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    private static final double[][] PROTANOPE = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyKindStandsOutFromThePaper(Theme theme) {
        for (Kind kind : Kind.values()) {
            double contrast = contrast(theme.of(kind), theme.paper());
            assertTrue(contrast >= 3, kind + " has a contrast of " + contrast); // WCAG 2.2, 1.4.11
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsAreReadable(Theme theme) {
        assertTrue(contrast(theme.ink(), theme.paper()) >= 7); // WCAG 2.2, 1.4.6
        assertTrue(contrast(theme.muted(), theme.paper()) >= 4.5); // WCAG 2.2, 1.4.3
        assertTrue(contrast(theme.trace(), theme.paper()) >= 4.5);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void kindsDifferInColourAlsoToTheColourBlind(Theme theme) {
        for (double[][] eye : new double[][][] {SEEN, DEUTERANOPE, PROTANOPE}) {
            for (Kind one : Kind.values()) {
                for (Kind other : Kind.values()) {
                    double difference = difference(lab(theme.of(one), eye), lab(theme.of(other), eye));
                    assertTrue(one == other || difference > 10, one + " and " + other + " differ by " + difference);
                }
            }
        }
    }

    @Test
    void aThemeIsAskedForByItsName() {
        assertEquals(Theme.DARK, Theme.of("dark"));
        var refused = assertThrows(IllegalArgumentException.class, () -> Theme.of("neon"));
        assertEquals("a theme called neon; there are light and dark", refused.getMessage());
    }

    /** WCAG 2.2, definition of contrast ratio. */
    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        double[] rgb = linear(colour);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double[] linear(Color colour) {
        double[] rgb = {colour.getRed() / 255.0, colour.getGreen() / 255.0, colour.getBlue() / 255.0};
        for (int i = 0; i < 3; i++) {
            rgb[i] = rgb[i] <= 0.04045 ? rgb[i] / 12.92 : Math.pow((rgb[i] + 0.055) / 1.055, 2.4);
        }
        return rgb;
    }

    /** CIE 1976 L*a*b* under D65 of the colour as that eye sees it. */
    private static double[] lab(Color colour, double[][] eye) {
        double[] rgb = times(eye, linear(colour));
        for (int i = 0; i < 3; i++) {
            rgb[i] = Math.max(0, Math.min(1, rgb[i]));
        }
        double[] xyz = times(
                new double[][] {
                    {0.4124564, 0.3575761, 0.1804375},
                    {0.2126729, 0.7151522, 0.0721750},
                    {0.0193339, 0.1191920, 0.9503041}
                },
                rgb);
        double x = bent(xyz[0] / 0.95047);
        double y = bent(xyz[1]);
        double z = bent(xyz[2] / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double bent(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                product[row] += matrix[row][column] * vector[column];
            }
        }
        return product;
    }

    private static double difference(double[] one, double[] other) {
        return Math.sqrt(
                Math.pow(one[0] - other[0], 2) + Math.pow(one[1] - other[1], 2) + Math.pow(one[2] - other[2], 2));
    }
}

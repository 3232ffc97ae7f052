package twinge.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void everyDefaultLiesWithinItsLimits() {
        for (Key key : Key.values()) {
            assertEquals(
                    key.standard(),
                    Settings.standard().with(key, key.standard()).get(key),
                    key.path());
            assertTrue(key.path().matches("[a-z]+(\\.[a-z0-9_]+)+"), key.path());
            assertEquals(key, Key.byPath(key.path()).get(), "two keys are called " + key.path());
        }
    }

    @Test
    void aValueOutsideItsLimitsIsRefusedAndTheOriginalIsLeftAsItWas() {
        Settings settings = Settings.standard();
        assertThrows(IllegalArgumentException.class, () -> settings.with(Key.ENVELOPE, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> settings.with(Key.ENVELOPE, 1.001));
        settings.with(Key.ENVELOPE, 0.1);
        assertEquals(Settings.standard(), settings);
    }

    @Test
    void whatIsWrittenReadsBackEqual() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            Settings settings = Settings.standard();
            for (Key key : Key.values()) {
                double any = key.least() + random.nextDouble() * (key.most() - key.least());
                double choice = key.choices().isEmpty()
                        ? any
                        : key.choices().get(random.nextInt(key.choices().size()));
                settings = settings.with(key, choice);
            }
            assertEquals(
                    settings,
                    Layers.standard().toml("all.toml", settings.toToml()).settings());
        }
    }

    @Test
    void everySettingIsWrittenWithUnitMeaningAndLimits() {
        String text = Settings.standard().with(Key.ENVELOPE, 0.1).toToml();
        assertTrue(
                text.contains("# " + Key.ENVELOPE.meaning()
                        + "\n# from 0.005 s to 1 s; default "
                        + Settings.standard().text(Key.ENVELOPE)
                        + "\nenvelope = \"0.1 s\"\n"),
                text);
        for (Key key : Key.values()) {
            assertTrue(text.contains("# " + key.meaning() + "\n"), key.path());
        }
    }

    @Test
    void theDigestIsTheSha256OfTheSortedLines() throws NoSuchAlgorithmException {
        Settings settings = Settings.standard().with(Key.ON_THRESHOLD, 4.5);
        TreeMap<String, String> lines = new TreeMap<>();
        for (Key key : Key.values()) {
            lines.put(key.path(), key.path() + "=" + Double.toHexString(settings.get(key)) + "\n");
        }
        assertEquals("detect.on_threshold=0x1.2p2\n", lines.get("detect.on_threshold")); // 4.5 = 1.125 * 2^2
        byte[] text = String.join("", lines.values()).getBytes(StandardCharsets.UTF_8);
        String expected = String.format(
                "%064x", new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(text)));
        assertEquals(expected, settings.digest());
    }

    @Test
    void anyChangeOfAnyValueChangesTheDigest() {
        Settings settings = Settings.standard();
        for (Key key : Key.values()) {
            double next = key.standard() < key.most() ? Math.nextUp(key.standard()) : Math.nextDown(key.standard());
            double other = key.choices().isEmpty() ? next : key.choices().get(1);
            assertNotEquals(settings.digest(), settings.with(key, other).digest(), key.path());
        }
        assertEquals(settings.digest(), settings.with(Key.MAINS, -0.0).digest());
    }
}

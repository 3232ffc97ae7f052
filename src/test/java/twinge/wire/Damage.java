package twinge.wire;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/** What a bad link does to bytes, each chosen by chance on its own. */
enum Damage {
    NONE("none", 0),
    LOSS("1e-4 of the bytes lost", 1e-4),
    CORRUPTION("1e-4 of the bytes changed", 1e-4),
    BURSTS("bursts of 1-200 bytes overwritten or lost, 1e-5 a byte", 1e-5);

    private final String words;
    private final double chance;

    Damage(String words, double chance) {
        this.words = words;
        this.chance = chance;
    }

    /** Keeps what is left of a burst from one frame to the next. */
    final class Link {
        private final Random random;
        private int burst;
        private boolean overwriting;
        private long framesHit;

        private Link(long seed) {
            random = new Random(seed);
        }

        /** Frames of which a byte was lost or changed. */
        long framesHit() {
            return framesHit;
        }

        void pass(byte[] frame, ByteArrayOutputStream into) {
            boolean whole = true;
            for (byte each : frame) {
                boolean hit = chance > 0 && random.nextDouble() < chance;
                whole &= !hit && burst == 0;
                if (hit && Damage.this == BURSTS && burst == 0) {
                    burst = 1 + random.nextInt(200);
                    overwriting = random.nextBoolean();
                }
                if (burst > 0) {
                    burst--;
                    if (overwriting) {
                        into.write(random.nextInt(256));
                    }
                } else if (hit && Damage.this == CORRUPTION) {
                    into.write(each ^ 1 + random.nextInt(255));
                } else if (!(hit && Damage.this == LOSS)) {
                    into.write(each);
                }
            }
            framesHit += whole ? 0 : 1;
        }
    }

    Link link(long seed) {
        return new Link(seed);
    }

    @Override
    public String toString() {
        return words;
    }
}

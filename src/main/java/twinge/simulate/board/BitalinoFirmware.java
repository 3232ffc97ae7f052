package twinge.simulate.board;

import java.util.ArrayList;
import java.util.List;

/**
 * A BITalino (r)evolution, firmware 5.2. Commands of one byte; the lowest two bits tell their kind. While it streams it
 * hears only stop and the digital outputs. {@code 10} instead of {@code 01} streams a made-up wave: here a sine of 1 Hz over
 * half the range, whatever the electrodes have.
 */
final class BitalinoFirmware implements Firmware {
    /** 3.3 V over ten bits behind an amplifier of 1009 (EMG sensor data sheet). */
    static final double MICROVOLTS_PER_COUNT = 3.3e6 / 1009 / 1024;

    private static final Converter CONVERTER = Converter.unsigned(10, MICROVOLTS_PER_COUNT);
    private static final double[] RATES_HZ = {1, 10, 100, 1000};
    private static final int INPUTS = 6;
    private static final int WIDE = 4; // inputs of ten bits
    private static final int BATTERY = 0x2A0;
    private static final int RELEASED = 0b1100; // the inputs I1 and I2 are pulled up

    private int rateCode = 3;
    private List<Integer> inputs = List.of();
    private boolean madeUp;
    private int outputs;
    private int batteryThreshold;
    private int sequence;
    private int firstSequence;
    private long sampled;

    @Override
    public void power(Uart uart) {
        inputs = List.of();
        rateCode = 3;
        outputs = 0;
    }

    @Override
    public boolean streaming() {
        return !inputs.isEmpty();
    }

    @Override
    public double rateHz() {
        return RATES_HZ[rateCode];
    }

    @Override
    public int channels() {
        return INPUTS;
    }

    @Override
    public void wrapsAfter(int frames) {
        firstSequence = Math.floorMod(-frames, 16);
    }

    @Override
    public void heard(int octet, Uart uart) {
        if ((octet & 0xF3) == 0xB3) {
            outputs = octet >> 2 & 3; // O2 O1
        } else if (streaming()) {
            if (octet == 0 || octet == 0xFF) {
                inputs = List.of();
            }
        } else if (octet == 0x07) {
            uart.say("BITalino_v5.2\n");
        } else if (octet == 0x0B) {
            uart.send(state());
        } else {
            byKind(octet);
        }
    }

    private void byKind(int octet) {
        switch (octet & 3) {
            case 0 -> batteryThreshold = octet >> 2;
            case 1 -> start(octet, false);
            case 2 -> start(octet, true);
            default -> {
                if ((octet & 0x3F) == 3) {
                    rateCode = octet >> 6;
                }
            }
        }
    }

    private void start(int octet, boolean sine) {
        List<Integer> chosen = new ArrayList<>();
        for (int input = 0; input < INPUTS; input++) {
            if ((octet >> 2 + input & 1) != 0) {
                chosen.add(input);
            }
        }
        inputs = List.copyOf(chosen);
        madeUp = sine;
        sequence = firstSequence;
        sampled = 0;
    }

    /** Sixteen bytes: six inputs and the battery, lower byte first, its threshold, and the ports beside a checksum. */
    private byte[] state() {
        byte[] state = new byte[16];
        for (int input = 0; input < INPUTS; input++) {
            state[2 * input] = 0;
            state[2 * input + 1] = 2; // 512: nothing at the electrodes
        }
        state[12] = (byte) BATTERY;
        state[13] = (byte) (BATTERY >> 8);
        state[14] = (byte) batteryThreshold;
        state[15] = (byte) (ports() << 4);
        state[15] |= (byte) BitalinoFrame.checksum(state);
        return state;
    }

    private int ports() {
        return RELEASED | (outputs & 1) << 1 | outputs >> 1;
    }

    @Override
    public Frame frame(Wearer wearer, Uart uart) {
        int[] counts = new int[inputs.size()];
        for (int i = 0; i < counts.length; i++) {
            int input = inputs.get(i);
            int count = madeUp
                    ? 512 + (int) Math.round(256 * StrictMath.sin(2 * Math.PI * sampled / rateHz()))
                    : CONVERTER.count(wearer.microvolts(input));
            counts[i] = i < WIDE ? count : count >> 4; // the fifth and sixth of a frame have six bits
        }
        byte[] bytes = BitalinoFrame.encode(sequence, ports(), counts);
        sequence = sequence + 1 & 15;
        sampled++;
        return new Frame(bytes, counts);
    }
}

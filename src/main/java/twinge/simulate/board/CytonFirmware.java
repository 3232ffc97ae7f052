package twinge.simulate.board;

import java.util.Arrays;

/**
 * An OpenBCI Cyton behind its dongle, with or without a Daisy. It streams after {@code b}, and goes on as it was when the
 * port is opened again: only {@code v} makes its state known.
 *
 * <p>Facts: OpenBCI Cyton data format and SDK documents, firmware 3.1.2. With a Daisy, frame n holds the mean of samples n-1
 * and n of one half: odd counters the Cyton's, even ones the Daisy's.
 */
final class CytonFirmware implements Firmware {
    static final double RATE_HZ = 250;
    private static final double REFERENCE_MICROVOLTS = 4.5e6;
    private static final int[] GAINS = {1, 2, 4, 6, 8, 12, 24};
    private static final int HALF = 8;
    private static final int CHANNEL_SETTING = 9; // x, channel, six digits, X
    private static final int LEAD_OFF_SETTING = 5; // z, channel, two digits, Z
    private static final double COUNTS_PER_G = 16 / 0.002;
    private static final int EVERY = 10; // frames from one fresh acceleration to the next: 25 Hz

    private final boolean daisyFitted;
    private final Converter[] converters = new Converter[2 * HALF];
    private final boolean[] off = new boolean[2 * HALF];
    private final int[] before = new int[2 * HALF];
    private final int[] fresh = new int[3];
    private final StringBuilder begun = new StringBuilder(); // a command of several bytes, begun
    private boolean daisy;
    private boolean streaming;
    private boolean stamped;
    private boolean stampJustSet;
    private boolean toDongle;
    private int mode; // of the six auxiliary bytes
    private int marker;
    private int counter;
    private int firstCounter;
    private long sampled; // frames of this run
    private byte[]
            left; // the last frame of a run: it lies in the radio and comes once more, before the next run's first

    CytonFirmware(boolean daisy) {
        daisyFitted = daisy;
    }

    @Override
    public void power(Uart uart) {
        reset(uart);
        left = null;
    }

    @Override
    public boolean streaming() {
        return streaming;
    }

    @Override
    public double rateHz() {
        return RATE_HZ;
    }

    @Override
    public int channels() {
        return daisyFitted ? 2 * HALF : HALF;
    }

    @Override
    public void wrapsAfter(int frames) {
        firstCounter = Math.floorMod(-frames, 256);
    }

    private void reset(Uart uart) {
        streaming = false;
        stamped = false;
        mode = 0;
        daisy = daisyFitted;
        Arrays.fill(off, false);
        Arrays.fill(converters, converter(6));
        uart.say("OpenBCI V3 8-16 channel\nOn Board ADS1299 Device ID: 0x3E\n"
                + (daisy ? "On Daisy ADS1299 Device ID: 0x3E\n" : "")
                + "LIS3DH Device ID: 0x33\nFirmware: v3.1.2\n$$$");
    }

    private static Converter converter(int gainCode) {
        return Converter.signed(24, REFERENCE_MICROVOLTS / GAINS[gainCode] / ((1 << 23) - 1));
    }

    @Override
    public void heard(int octet, Uart uart) {
        if (toDongle) {
            toDongle = false;
            dongle(octet, uart);
        } else if (octet == 0xF0) {
            toDongle = true;
        } else if (!begun.isEmpty()) {
            begun.append((char) octet);
            several(uart);
        } else if ("xz`/".indexOf(octet) >= 0) {
            begun.append((char) octet);
        } else {
            single((char) octet, uart);
        }
    }

    private void dongle(int command, Uart uart) {
        switch (command) {
            case 0x00 -> uart.say("Success: Host and Device on Channel Number: 0x05$$$");
            case 0x03 -> uart.say("Success: Poll Time 0x44$$$");
            case 0x05 -> changeSpeed(115_200, uart);
            case 0x06 -> changeSpeed(230_400, uart);
            case 0x0A -> changeSpeed(921_600, uart);
            case 0x07 -> uart.say("Success: System is Up$$$");
            default -> uart.say("Failure: Command not recognized$$$");
        }
    }

    private static void changeSpeed(int baud, Uart uart) {
        uart.say("Success: Switch your baud rate to " + baud + "$$$");
        uart.speed(baud);
    }

    private void several(Uart uart) {
        int length = switch (begun.charAt(0)) {
            case 'x' -> CHANNEL_SETTING;
            case 'z' -> LEAD_OFF_SETTING;
            default -> 2;
        };
        if (begun.length() < length) {
            return;
        }
        String command = begun.toString();
        begun.setLength(0);
        switch (command.charAt(0)) {
            case 'x' -> answer(channelSetting(command), uart);
            case 'z' ->
                answer(
                        command.endsWith("Z")
                                ? "Success: Lead off set for " + (index(command.charAt(1)) + 1)
                                : "Failure: 5th char not Z",
                        uart);
            case '/' -> boardMode(command.charAt(1), uart);
            default -> marker = command.charAt(1);
        }
    }

    private String channelSetting(String command) {
        int channel = index(command.charAt(1));
        int gain = command.charAt(3) - '0';
        if (!command.endsWith("X")) {
            return "Failure: 9th char not X";
        }
        if (channel < 0 || channel >= channels() || gain < 0 || gain >= GAINS.length) {
            return "Failure: Err: too many chars";
        }
        off[channel] = command.charAt(2) == '1';
        converters[channel] = converter(gain);
        return "Success: Channel set for " + (channel + 1);
    }

    /** 1 to 8, then Q W E R T Y U I of the Daisy. */
    private static int index(char name) {
        return "12345678QWERTYUI".indexOf(name);
    }

    private void boardMode(char digit, Uart uart) {
        String[] names = {"default", "debug", "analog", "digital", "marker"};
        if (digit < '0' || digit > '4') {
            answer("Failure: Mode not recognized", uart);
            return;
        }
        mode = digit - '0';
        answer("Success: " + names[mode], uart);
    }

    private void single(char command, Uart uart) {
        int on = "!@#$%^&*QWERTYUI".indexOf(command);
        int offIndex = "12345678qwertyui".indexOf(command);
        if (on >= 0) {
            off[on] = false;
        } else if (offIndex >= 0) {
            off[offIndex] = true;
        } else {
            switch (command) {
                case 'v' -> {
                    stop();
                    reset(uart);
                }
                case 'b' -> start(uart);
                case 's' -> stop();
                case 'd' -> {
                    Arrays.fill(converters, converter(6));
                    Arrays.fill(off, false);
                    answer("updating channel settings to default", uart);
                }
                case 'D' -> answer("060110", uart);
                case 'V' -> answer("v3.1.2", uart);
                case '?' -> answer(registers(), uart);
                case 'C' -> {
                    daisy = daisyFitted;
                    answer(daisy ? "16" : "no daisy to attach!8", uart);
                }
                case 'c' -> {
                    if (daisy) {
                        answer("daisy removed", uart);
                    }
                    daisy = false;
                }
                case '<' -> {
                    stampJustSet = true;
                    stamped = true;
                    answer("Time stamp ON", uart);
                }
                case '>' -> {
                    stamped = false;
                    answer("Time stamp OFF", uart);
                }
                case '~' -> answer("Success: Sample rate is 250Hz", uart);
                default -> {}
            }
        }
    }

    private void answer(String text, Uart uart) {
        if (!streaming) { // it says nothing while it streams
            uart.say(text + "$$$");
        }
    }

    private static String registers() {
        return "\nBoard ADS Registers\nADS_ID, 00, 3E, 0, 0, 1, 1, 1, 1, 1, 0\nCONFIG1, 01, 96, 1, 0, 0, 1, 0, 1, 1, 0\n";
    }

    private void start(Uart uart) {
        if (streaming) {
            return;
        }
        streaming = true;
        counter = firstCounter;
        sampled = 0;
        if (left != null) {
            uart.send(left);
            left = null;
        }
    }

    private void stop() {
        streaming = false;
    }

    @Override
    public Frame frame(Wearer wearer, Uart uart) {
        int[] samples = new int[channels()];
        for (int channel = 0; channel < samples.length; channel++) {
            samples[channel] = off[channel] ? 0 : converters[channel].count(wearer.microvolts(channel));
        }
        int from = daisy && counter % 2 == 0 ? HALF : 0;
        int[] sent = new int[HALF];
        for (int channel = 0; channel < HALF; channel++) {
            int sample = samples[from + channel];
            sent[channel] = daisy ? (before[from + channel] + sample) / 2 : sample;
        }
        System.arraycopy(samples, 0, before, 0, samples.length);
        byte[] bytes = CytonFrame.encode(counter, sent, auxiliary(wearer, uart), stopByte());
        counter = counter + 1 & 255;
        sampled++;
        stampJustSet = false;
        left = bytes;
        return new Frame(bytes, sent);
    }

    private int stopByte() {
        boolean raw = mode >= 2;
        return stamped ? (raw ? 0xC5 : 0xC3) + (stampJustSet ? 0 : 1) : raw ? 0xC1 : 0xC0;
    }

    private byte[] auxiliary(Wearer wearer, Uart uart) {
        int[] words = new int[3];
        int axis = counter % EVERY - 7;
        if (mode >= 2) {
            words[0] = mode == 4 ? marker << 8 : 512;
            words[1] = mode == 2 ? 512 : 0;
            marker = 0;
        } else {
            boolean due = sampled % EVERY == 7; // its own 25 Hz, whatever the counter says
            if (due) {
                for (int i = 0; i < fresh.length; i++) {
                    fresh[i] = (int) Math.round(wearer.acceleration(i) * COUNTS_PER_G);
                }
            }
            if (stamped) {
                words[0] = axis >= 0 ? fresh[axis] : 0;
            } else if (due) {
                System.arraycopy(fresh, 0, words, 0, words.length);
            }
        }
        if (stamped) {
            long millis = uart.micros() / 1000;
            words[1] = (int) (millis >> 16);
            words[2] = (int) millis;
        }
        return CytonFrame.words(words);
    }
}

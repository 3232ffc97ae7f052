package twinge.simulate.board;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An Arduino sketch that prints what it measures, in one of the shapes that sketches for EMG sensors have. It hears nothing. */
final class LinesFirmware implements Firmware {
    /** How its lines look. */
    enum Shape {
        /** {@code 512}: Upside Down Labs' fixed sampling, raw. */
        RAW(500, 1),
        /** {@code -12,34}: their EMG envelope, the filtered signal and its envelope. */
        SIGNAL_AND_ENVELOPE(500, 1),
        /** A banner, then {@code 512}: MyoWare's example for one sensor, its envelope, with a pause of 50 ms. */
        MYOWARE(20, 1),
        /** Four values of eight bits with tabs between: MyoWare's example for several. */
        MYOWARE_MULTI(100, 4),
        /** {@code 2.51}: volts, as fast as 9600 baud let it. */
        VOLTS(160, 1),
        /** {@code 10001}, the value, {@code 10010}: three lines, as fast as 9600 baud let it. */
        BAR_GRAPH(50, 1),
        /** {@code left:512,right:498}: what the Arduino IDE plots. */
        PLOTTER(200, 2),
        /** {@code 123456,512,498}: milliseconds since power-on first. */
        MILLIS(250, 2),
        /** {@code 123456789;512}: microseconds since power-on first, which begin anew after 71 minutes. */
        MICROS(500, 1);

        private final double rateHz;
        private final int channels;

        Shape(double rateHz, int channels) {
            this.rateHz = rateHz;
            this.channels = channels;
        }
    }

    /** Ten bits over 5 V behind Upside Down Labs' amplifier of 2420. */
    private static final Converter BIO_AMP = Converter.unsigned(10, 5e6 / 2420 / 1024);

    private static final double ENVELOPE_HZ = 3;
    private static final double ENVELOPE_COUNTS_PER_MICROVOLT = 2;
    private static final int TEN_BITS = 1023;

    private final Shape shape;
    private final double[] envelope = new double[4];

    LinesFirmware(Shape shape) {
        this.shape = shape;
    }

    @Override
    public void power(Uart uart) {
        if (shape == Shape.MYOWARE) {
            uart.say("MyoWare Example_01_analogRead_SINGLE\r\n");
        }
    }

    @Override
    public void heard(int octet, Uart uart) {
        // such sketches never listen
    }

    @Override
    public boolean streaming() {
        return true;
    }

    @Override
    public double rateHz() {
        return shape.rateHz;
    }

    @Override
    public int channels() {
        return shape.channels;
    }

    @Override
    public Frame frame(Wearer wearer, Uart uart) {
        int[] raw = new int[shape.channels];
        int[] smooth = new int[shape.channels];
        for (int channel = 0; channel < raw.length; channel++) {
            double microvolts = wearer.microvolts(channel);
            raw[channel] = BIO_AMP.count(microvolts);
            double share = 1 - StrictMath.exp(-2 * Math.PI * ENVELOPE_HZ / shape.rateHz);
            envelope[channel] += share * (Math.abs(microvolts) - envelope[channel]);
            smooth[channel] = (int) Math.min(TEN_BITS, envelope[channel] * ENVELOPE_COUNTS_PER_MICROVOLT);
        }
        int centred = raw[0] - 512;
        return switch (shape) {
            case RAW -> line(raw, "%d", raw[0]);
            case SIGNAL_AND_ENVELOPE -> line(new int[] {centred, smooth[0]}, "%d,%d", centred, smooth[0]);
            case MYOWARE -> line(smooth, "%d", smooth[0]);
            case MYOWARE_MULTI -> {
                int[] narrow = {smooth[0] / 4, smooth[1] / 4, smooth[2] / 4, smooth[3] / 4};
                yield line(narrow, "%d\t%d\t%d\t%d", narrow[0], narrow[1], narrow[2], narrow[3]);
            }
            case VOLTS -> {
                int hundredths = (int) Math.round(raw[0] * 500 / 1024.0);
                yield line(new int[] {hundredths}, "%d.%02d", hundredths / 100, hundredths % 100);
            }
            case BAR_GRAPH -> line(raw, "10001\r\n%d\r\n10010", raw[0]);
            case PLOTTER -> line(raw, "left:%d,right:%d", raw[0], raw[1]);
            case MILLIS -> line(raw, "%d,%d,%d", uart.micros() / 1000 & 0xFFFFFFFFL, raw[0], raw[1]);
            case MICROS -> line(raw, "%d;%d", uart.micros() & 0xFFFFFFFCL, raw[0]); // in steps of four
        };
    }

    private static Frame line(int[] counts, String form, Object... values) {
        String text = String.format(Locale.ROOT, form + "\r\n", values);
        return new Frame(text.getBytes(StandardCharsets.US_ASCII), counts);
    }
}

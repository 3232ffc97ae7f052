package twinge.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import twinge.detect.Detector;
import twinge.detect.Finding;
import twinge.frames.Block;
import twinge.frames.Channel;
import twinge.frames.SampleStream;
import twinge.settings.Settings;
import twinge.wire.Board;
import twinge.wire.Decoder;
import twinge.wire.Link;
import twinge.wire.Tally;

/**
 * Listens to a board for some seconds and says what is wrong with what it sends: whether all of it comes, at the rate it
 * should, and whether each channel looks like muscle.
 */
final class BoardCheck {
    /** What was looked at, whether it is in order, and what was found with what to do. */
    record Line(String check, boolean fault, String words) {}

    private static final double OFF_RATE = 0.02;
    private static final double MUCH_LOST = 0.02;
    private static final double MUCH_FLAT = 0.25;
    private static final double MUCH_AT_RAIL = 0.02;
    private static final double LOUD_MAINS_DECIBELS = 6; // above all the rest of the quietest second
    private static final long BACKLOG_NANOS = 500_000_000; // what came before may have waited for us
    private static final double ENOUGH_FOR_RATE_SECONDS = 2;

    private static final Set<Finding.Reason> UNUSABLE =
            EnumSet.of(Finding.Reason.RAIL, Finding.Reason.FLAT, Finding.Reason.NOISE);

    private final LongSupplier clock;
    private final Decoder decoder;
    private final Detector detector;
    private final List<SignalCheck> signals = new ArrayList<>();
    private final List<HeartCheck> hearts = new ArrayList<>();
    private final List<Finding.Quality> qualities = new ArrayList<>();
    private final SampleStream first;
    private long firstFrame = -1;
    private long endFrame;
    private long firstNanos;
    private long lastNanos;
    private long began;
    private long nanos;

    /** @param clock monotonic, nanoseconds */
    BoardCheck(Board board, Decoder decoder, Settings settings, LongSupplier clock) {
        this.clock = clock;
        this.decoder = decoder;
        detector = new Detector(board.streams(), settings);
        first = board.streams().get(0);
        for (Channel channel : first.montage().channels()) {
            signals.add(new SignalCheck(channel, first.rateHz()));
            hearts.add(new HeartCheck(channel.scale(), first.rateHz()));
        }
    }

    /** @return false if the board was gone before the time was over */
    boolean listen(Link link, byte[] unread, double seconds) throws IOException {
        began = clock.getAsLong();
        nanos = began;
        decoder.accept(unread, 0, unread.length, nanos, this::block);
        byte[] into = new byte[4096];
        int count = 0;
        while (count >= 0 && nanos - began < seconds * 1e9) {
            count = link.read(into);
            nanos = clock.getAsLong();
            decoder.accept(into, 0, Math.max(0, count), nanos, this::block);
        }
        decoder.finish(this::block);
        detector.finish(this::finding);
        return count >= 0;
    }

    private void block(Block block) {
        detector.accept(block, this::finding);
        if (block.stream() != 0) {
            return;
        }
        if (firstFrame < 0 && nanos - began > BACKLOG_NANOS) {
            firstFrame = block.firstFrame() + block.frames();
            firstNanos = nanos;
        }
        endFrame = block.firstFrame() + block.frames();
        lastNanos = nanos;
        for (int channel = 0; channel < signals.size(); channel++) {
            signals.get(channel).accept(block, channel);
            hearts.get(channel).accept(block, channel);
        }
    }

    private void finding(Finding finding) {
        if (finding instanceof Finding.Quality quality && quality.stream() == 0) {
            qualities.add(quality);
        }
    }

    /** @param otherReaders programs that have the port open as well */
    List<Line> lines(List<String> otherReaders) {
        List<Line> lines = new ArrayList<>();
        Tally tally = decoder.tally();
        if (tally.frames() == 0) {
            lines.add(new Line(
                    "data",
                    true,
                    String.format(
                            Locale.ROOT,
                            "no sample for %.1f s (%d bytes came). Press the board's reset, and plug it out and in again",
                            (nanos - began) / 1e9,
                            tally.bytes())));
            return lines;
        }
        lines.add(losses(tally, otherReaders));
        lines.add(rate());
        for (int channel = 0; channel < signals.size(); channel++) {
            if (first.montage().channel(channel).type() == Channel.Type.EMG) {
                lines.add(signal(channel));
            }
        }
        return lines;
    }

    private Line losses(Tally tally, List<String> otherReaders) {
        double share = (double) (tally.lost() + tally.suspect()) / (tally.frames() + tally.lost() + tally.suspect());
        String counted =
                tally.frames() + " frames accepted, " + tally.lost() + " lost, " + tally.suspect() + " suspect";
        if (share < MUCH_LOST) {
            return new Line("losses", false, counted);
        }
        String words = String.format(Locale.ROOT, "frames arrive with gaps (%.0f %% lost). ", 100 * share);
        String others = otherReaders.isEmpty()
                ? "Another program may be reading the same port: close serial monitors. If there is none, take a shorter"
                        + " cable, or bring a radio board nearer"
                : "Another program reads the same port: close " + String.join(", ", otherReaders);
        return new Line("losses", true, words + others);
    }

    private Line rate() {
        double seconds = (lastNanos - firstNanos) / 1e9;
        if (firstFrame < 0 || seconds < ENOUGH_FOR_RATE_SECONDS) {
            return new Line("rate", false, "heard too shortly to measure the rate");
        }
        double measured = (endFrame - firstFrame) / seconds;
        double off = measured / first.rateHz() - 1;
        String sends = String.format(
                Locale.ROOT,
                "the board sends %.1f frames a second, and should send %s (%+.1f %%)",
                measured,
                Cell.exact(first.rateHz()).text(),
                100 * off);
        return Math.abs(off) <= OFF_RATE
                ? new Line("rate", false, sends)
                : new Line(
                        "rate",
                        true,
                        sends
                                + String.format(
                                        Locale.ROOT,
                                        ". Times would drift by %.1f s a minute. State the measured rate with --rate, or correct the"
                                                + " board's program",
                                        Math.abs(60 * off)));
    }

    private Line signal(int channel) {
        String check = first.montage().channel(channel).label();
        SignalCheck signal = signals.get(channel);
        if (signal.flatShare() >= MUCH_FLAT) {
            return new Line(
                    check,
                    true,
                    String.format(
                            Locale.ROOT,
                            "has not changed for %.0f %% of the time. Electrode off, or wrong pin",
                            100 * signal.flatShare()));
        }
        if (signal.railShare() >= MUCH_AT_RAIL) {
            return new Line(
                    check,
                    true,
                    String.format(
                            Locale.ROOT,
                            "is at the limit %.0f %% of the time. Lower the gain or press the electrodes on again",
                            100 * signal.railShare()));
        }
        double decibels = mainsDecibels(signal);
        if (decibels >= LOUD_MAINS_DECIBELS) {
            return new Line(
                    check,
                    true,
                    String.format(
                            Locale.ROOT,
                            "%.0f Hz is %.0f dB above all the rest. Unplug the charger, move the cable, wet the electrodes",
                            signal.mainsHz(),
                            decibels));
        }
        for (Finding.Quality quality : qualities) {
            if (quality.channel() == channel && UNUSABLE.contains(quality.reason())) {
                return new Line(check, true, quality.words());
            }
        }
        String unit = first.montage().channel(channel).calibrated() ? " uV" : " counts (uncalibrated)";
        String hum = qualities.stream()
                .filter(quality -> quality.channel() == channel && quality.reason() == Finding.Reason.MAINS)
                .map(quality -> "; " + quality.words() + " and is filtered out")
                .findFirst()
                .orElse("");
        double beat = hearts.get(channel).beatSeconds();
        return new Line(
                check,
                false,
                "in order, quietest second " + Cell.digits(signal.quietestRms(), 1) + unit
                        + (Double.isNaN(beat)
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        "; something repeats every %.2f s: at rest this is the heart, which is told from spasms",
                                        beat)));
    }

    /** How far mains stands above the rest of the signal in the quietest second, as the ratio of their RMS. */
    private static double mainsDecibels(SignalCheck signal) {
        double mains = signal.mainsRms() * signal.mainsRms();
        double rest = Math.max(signal.quietestRms() * signal.quietestRms() - mains, 1e-6 * mains);
        return 10 * StrictMath.log10(mains / rest);
    }
}

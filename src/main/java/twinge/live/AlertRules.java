package twinge.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import twinge.detect.Finding;
import twinge.detect.Placement;
import twinge.events.Burst;
import twinge.events.Evidence;
import twinge.events.Kind;
import twinge.events.Verdict;
import twinge.frames.Channel;
import twinge.frames.SampleStream;

/**
 * When the wearer of one board is told, and when not: of an involuntary episode once it is sure enough, of a burst that looks
 * like one while it still lasts, and of silence of the board. A site that was told of is left alone for 30 s, so that what
 * was told while it lasted is not told again when it is confirmed. Without a clock: it goes by the times that it is given.
 */
public final class AlertRules {
    /** At most one alert a site in this time; silence of the board is told again after it. */
    public static final double PAUSE_SECONDS = 30;

    private static final int REASONS = 2;

    private final int board;
    private final String boardWords;
    private final List<SampleStream> streams;
    private final Map<String, Double> toldSeconds = new HashMap<>(); // by site
    private boolean muted;
    private boolean silent;
    private double silentSince;
    private double silenceTold;

    /**
     * @param board from 0
     * @param boardWords what a person calls it
     */
    public AlertRules(int board, String boardWords, List<SampleStream> streams) {
        this.board = board;
        this.boardWords = boardWords;
        this.streams = List.copyOf(streams);
    }

    /** While muted nobody is told of anything; what is decided meanwhile is not told later. */
    public void mute(boolean on) {
        muted = on;
    }

    public boolean muted() {
        return muted;
    }

    /** Whether a finding is to be told. */
    public Optional<Alert> finding(Finding finding) {
        if (finding instanceof Finding.Suspected suspected) {
            return involuntary(
                    Alert.Cause.PROVISIONAL,
                    channel(suspected.stream(), suspected.channel()),
                    suspected.verdict(),
                    seconds(suspected.stream(), suspected.onsetFrame()),
                    decided(finding));
        }
        if (finding instanceof Finding.Confirmed confirmed) {
            Burst strongest = confirmed.episode().strongest();
            return involuntary(
                    Alert.Cause.CONFIRMED,
                    channel(strongest.stream(), strongest.channel()),
                    confirmed.episode().verdict(),
                    confirmed.episode().onsetSeconds(),
                    decided(finding));
        }
        return Optional.empty();
    }

    /**
     * Whether what is heard of the board is to be told.
     *
     * @param seconds since the session began
     */
    public Optional<Alert> link(LinkState state, double seconds) {
        boolean now = state == LinkState.SILENT || state == LinkState.GONE;
        boolean begins = now && !silent;
        silent = now;
        if (!begins) {
            return Optional.empty();
        }
        silentSince = seconds;
        return silence(seconds);
    }

    /** Whether silence that lasts is to be told again. */
    public Optional<Alert> passing(double seconds) {
        return silent && seconds - silenceTold >= PAUSE_SECONDS ? silence(seconds) : Optional.empty();
    }

    /** What a person calls the place of a channel. */
    public static String site(Channel channel) {
        String words = Placement.words(channel);
        return words.isEmpty() ? channel.label() : words;
    }

    private Optional<Alert> involuntary(
            Alert.Cause cause, Channel channel, Verdict verdict, double onsetSeconds, double atSeconds) {
        if (muted || !verdict.kind().involuntary()) {
            return Optional.empty();
        }
        String site = site(channel);
        Double last = toldSeconds.get(site);
        if (last != null && atSeconds - last < PAUSE_SECONDS) {
            return Optional.empty();
        }
        toldSeconds.put(site, atSeconds);
        return Optional.of(new Alert(
                cause, board, site, verdict.kind(), verdict.probability(), onsetSeconds, atSeconds, why(verdict)));
    }

    private Optional<Alert> silence(double seconds) {
        silenceTold = seconds;
        return muted
                ? Optional.empty()
                : Optional.of(new Alert(
                        Alert.Cause.NO_DATA,
                        board,
                        boardWords,
                        Kind.UNCERTAIN,
                        0,
                        silentSince,
                        seconds,
                        "no data comes from the board; nothing is watched"));
    }

    private double decided(Finding finding) {
        return seconds(finding.stream(), finding.decidedFrame());
    }

    private double seconds(int stream, long frame) {
        return streams.get(stream).seconds(frame);
    }

    private Channel channel(int stream, int channel) {
        return streams.get(stream).montage().channel(channel);
    }

    private static String why(Verdict verdict) {
        return String.join(
                "; ",
                verdict.evidence().stream()
                        .filter(evidence -> evidence.weight() > 0)
                        .limit(REASONS)
                        .map(Evidence::words)
                        .toList());
    }
}

package twinge.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import twinge.detect.Finding;
import twinge.events.Calibration;
import twinge.events.Episode;
import twinge.events.Kind;
import twinge.events.Verdict;
import twinge.frames.Block;
import twinge.frames.SampleStream;
import twinge.wire.Tally;

/** What there is to be seen of a live session at a moment; whoever draws it asks for a {@link #view} as often as it likes. */
public final class Scene implements LiveListener {
    private static final int MOST_EVENTS = 12;
    private static final double RATE_SECONDS = 2;

    /**
     * Something that happened.
     *
     * @param seconds from the start of its board's recording
     * @param lasted its duration, 0 while it goes on
     * @param words why
     */
    public record Event(
            int board, double seconds, String site, Kind kind, double probability, double lasted, String words) {}

    /**
     * One board.
     *
     * @param rateHz frames a second that came of late, of its first stream; 0 if none
     * @param seconds how much of its recording there is
     */
    public record BoardView(
            LinkState link, double rateHz, double seconds, Tally tally, List<ChannelScene.View> channels) {
        public BoardView {
            channels = List.copyOf(channels);
        }
    }

    /**
     * All of it.
     *
     * @param events the latest first
     * @param alarms that hold, in words
     * @param blocks from the read of the bytes to this listener, of every block
     * @param findings the same of every finding but traces
     */
    public record View(
            List<BoardView> boards,
            List<Event> events,
            List<String> alarms,
            Latency.Figures blocks,
            Latency.Figures findings) {
        public View {
            boards = List.copyOf(boards);
            events = List.copyOf(events);
            alarms = List.copyOf(alarms);
        }
    }

    private static final class OfBoard {
        private LinkState link = LinkState.STREAMING;
        private List<SampleStream> streams = List.of();
        private final Map<Long, ChannelScene> channels = new LinkedHashMap<>();
        private Tally tally = Tally.NOTHING;
        private double seconds;
        private long countedSince = -1;
        private long counted;
        private double rateHz;
    }

    private final LongSupplier nanos;
    private final IntFunction<Optional<Calibration>> calibrations;
    private final List<OfBoard> boards = new ArrayList<>();
    private final Deque<Event> events = new ArrayDeque<>();
    private final Map<String, String> alarms = new LinkedHashMap<>();
    private final Latency blocks = new Latency();
    private final Latency findings = new Latency();

    /**
     * @param nanos the session's clock
     * @param calibrations of each board, from 0
     */
    public Scene(LongSupplier nanos, IntFunction<Optional<Calibration>> calibrations) {
        this.nanos = nanos;
        this.calibrations = calibrations;
    }

    public synchronized View view() {
        List<BoardView> views = new ArrayList<>();
        for (OfBoard board : boards) {
            boolean comes = board.link == LinkState.STREAMING;
            List<ChannelScene.View> channels = board.channels.values().stream()
                    .map(channel -> channel.view(board.seconds, comes))
                    .toList();
            views.add(new BoardView(board.link, comes ? board.rateHz : 0, board.seconds, board.tally, channels));
        }
        return new View(
                views, new ArrayList<>(events), new ArrayList<>(alarms.values()), blocks.figures(), findings.figures());
    }

    @Override
    public synchronized void began(int board, List<SampleStream> streams) {
        OfBoard of = board(board);
        of.streams = streams;
        for (SampleStream stream : streams) {
            for (int channel = 0; channel < stream.montage().size(); channel++) {
                ChannelScene.of(stream, channel, calibrations.apply(board))
                        .ifPresent(scene -> of.channels.put(scene.key(), scene));
            }
        }
    }

    @Override
    public synchronized void block(int board, Block block, long readNanos) {
        blocks.add(nanos.getAsLong() - readNanos);
        OfBoard of = board(board);
        if (block.stream() != 0) {
            return;
        }
        of.seconds = Math.max(of.seconds, of.streams.get(0).seconds(block.endFrame()));
        of.countedSince = of.countedSince < 0 ? readNanos : of.countedSince;
        double since = (readNanos - of.countedSince) / 1e9;
        if (since >= RATE_SECONDS) {
            of.rateHz = of.counted / since;
            of.countedSince = readNanos;
            of.counted = 0;
        }
        of.counted += block.frames();
    }

    @Override
    public synchronized void finding(int board, Finding finding, long readNanos) {
        OfBoard of = board(board);
        of.channels.values().forEach(channel -> channel.finding(finding));
        if (finding instanceof Finding.Trace) {
            return;
        }
        findings.add(nanos.getAsLong() - readNanos);
        if (finding instanceof Finding.Suspected suspected) {
            SampleStream stream = of.streams.get(suspected.stream());
            add(new Event(
                    board,
                    stream.seconds(suspected.onsetFrame()),
                    AlertRules.site(stream.montage().channel(suspected.channel())),
                    suspected.verdict().kind(),
                    suspected.verdict().probability(),
                    0,
                    why(suspected.verdict())));
        } else if (finding instanceof Finding.Confirmed confirmed) {
            add(event(board, of, confirmed.episode(), 0));
        } else if (finding instanceof Finding.EpisodeEnded ended
                && isShown(ended.episode().kind())) {
            add(event(board, of, ended.episode(), ended.episode().seconds()));
        }
    }

    @Override
    public synchronized void link(int board, LinkState state, long at) {
        OfBoard of = board(board);
        of.link = state;
        of.countedSince = -1;
        of.counted = 0;
    }

    @Override
    public synchronized void tally(int board, Tally tally, long at) {
        board(board).tally = tally;
    }

    @Override
    public synchronized void alarm(Alarm alarm) {
        String key = alarm.kind() + "/" + alarm.board();
        if (alarm.raised()) {
            alarms.put(key, alarm.words());
        } else {
            alarms.remove(key);
        }
    }

    private OfBoard board(int board) {
        while (boards.size() <= board) {
            boards.add(new OfBoard());
        }
        return boards.get(board);
    }

    /** An event that is told again, because more is known of it by now, takes the place of what was told before. */
    private void add(Event event) {
        events.removeIf(older -> older.board() == event.board()
                && older.site().equals(event.site())
                && older.kind() == event.kind()
                && older.lasted() == 0
                && Math.abs(older.seconds() - event.seconds()) < 1);
        events.addFirst(event);
        if (events.size() > MOST_EVENTS) {
            events.removeLast();
        }
    }

    private static Event event(int board, OfBoard of, Episode episode, double lasted) {
        SampleStream stream = of.streams.get(episode.strongest().stream());
        return new Event(
                board,
                episode.onsetSeconds(),
                AlertRules.site(stream.montage().channel(episode.strongest().channel())),
                episode.kind(),
                episode.verdict().probability(),
                lasted,
                why(episode.verdict()));
    }

    private static boolean isShown(Kind kind) {
        return kind.involuntary() || kind == Kind.UNCERTAIN;
    }

    private static String why(Verdict verdict) {
        return verdict.evidence().isEmpty() ? "" : verdict.evidence().get(0).words();
    }
}

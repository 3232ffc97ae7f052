package twinge.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.wire.Board;

/** Puts the wearer's words for electrode sites on a board's EMG channels: side, muscle and position. */
final class Sites {
    private static final Pattern NUMBERED = Pattern.compile("([0-9]{1,3})=(.*)");
    private static final Pattern LEFT = Pattern.compile("(?i)l|left");
    private static final Pattern RIGHT = Pattern.compile("(?i)r|right");
    private static final Pattern MIDDLE = Pattern.compile("(?i)m|middle");
    private static final Pattern VERTEBRA = Pattern.compile("(?i)[CTLS][0-9]{1,2}(-[CTLS]?[0-9]{1,2})?");

    private Sites() {}

    /**
     * The board with named channels.
     *
     * @param sites words for the channels in order, or {@code 3=words} for the third of the board's first stream
     * @throws IllegalArgumentException if there is no such channel, or nothing is said of it
     */
    static Board on(Board board, List<String> sites) {
        SampleStream first = board.streams().get(0);
        List<Channel> channels = new ArrayList<>(first.montage().channels());
        int next = 0;
        for (String site : sites) {
            Matcher numbered = NUMBERED.matcher(site.strip());
            boolean stated = numbered.matches();
            int place = stated ? Integer.parseInt(numbered.group(1)) - 1 : next;
            if (place < 0 || place >= channels.size()) {
                throw new IllegalArgumentException("--site is '" + site + "', but there is no channel " + (place + 1)
                        + "; the board has " + channels.size());
            }
            channels.set(place, at(channels.get(place), stated ? numbered.group(2) : site));
            next = place + 1;
        }
        List<SampleStream> named = new ArrayList<>(board.streams());
        named.set(0, new SampleStream(first.index(), first.rateHz(), first.startSeconds(), new Montage(channels)));
        return board.with(named);
    }

    private static Channel at(Channel channel, String site) {
        Channel.Side side = channel.side();
        String position = channel.position();
        List<String> muscle = new ArrayList<>();
        for (String word : site.strip().split("[\\s,;]+")) {
            if (side == Channel.Side.UNKNOWN && LEFT.matcher(word).matches()) {
                side = Channel.Side.LEFT;
            } else if (side == Channel.Side.UNKNOWN && RIGHT.matcher(word).matches()) {
                side = Channel.Side.RIGHT;
            } else if (side == Channel.Side.UNKNOWN && MIDDLE.matcher(word).matches()) {
                side = Channel.Side.MIDDLE;
            } else if (VERTEBRA.matcher(word).matches()) {
                position = word.toUpperCase(Locale.ROOT);
            } else if (!word.isEmpty()) {
                muscle.add(Ink.harmless(word));
            }
        }
        if (muscle.isEmpty()) {
            throw new IllegalArgumentException(
                    "--site is '" + site + "'; name the muscle, for example \"L longissimus L1\"");
        }
        return new Channel(channel.label(), channel.type(), String.join(" ", muscle), side, position, channel.scale());
    }
}

package twinge.files.tape;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;
import twinge.wire.Board;

/** The header of a tape as JSON; numbers are printed so that they read back as the very same. */
final class HeaderJson {
    private static final int VERSION = 1;

    private HeaderJson() {}

    static String write(TapeHeader header) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", VERSION);
        json.put("session", header.session().toString());
        json.put("wearing", header.wearing().toString());
        json.put("boardNumber", header.boardNumber());
        json.put("boards", header.boards());
        json.put("athlete", header.athlete());
        json.put("tag", header.tag());
        json.put("program", header.program());
        json.put("nanos", header.anchor().nanos());
        json.put("wall", header.anchor().wall().toString());
        json.put("offsetSeconds", header.anchor().offset().getTotalSeconds());
        json.put("zone", header.zone());
        json.put("board", write(header.board()));
        json.put("calibration", header.calibration());
        json.put("settings", header.settings());
        return JsonText.write(json);
    }

    /** A board with all that its decoder has to know. */
    static Map<String, Object> write(Board board) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("protocol", board.protocol());
        json.put("model", board.model());
        json.put("serialNumber", board.serialNumber());
        json.put("firmware", board.firmware());
        json.put("options", board.options());
        List<Object> streams = new ArrayList<>();
        for (SampleStream stream : board.streams()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("rateHz", stream.rateHz());
            each.put("startSeconds", stream.startSeconds());
            each.put(
                    "channels",
                    stream.montage().channels().stream().map(HeaderJson::write).toList());
            streams.add(each);
        }
        json.put("streams", streams);
        return json;
    }

    private static Map<String, Object> write(Channel channel) {
        Scale scale = channel.scale();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", channel.label());
        json.put("type", channel.type().name());
        json.put("muscle", channel.muscle());
        json.put("side", channel.side().name());
        json.put("position", channel.position());
        json.put("digitalMinimum", scale.digitalMinimum());
        json.put("digitalMaximum", scale.digitalMaximum());
        json.put("physicalMinimum", scale.physicalMinimum());
        json.put("physicalMaximum", scale.physicalMaximum());
        json.put("unit", scale.unit());
        return json;
    }

    /** @throws IllegalArgumentException in words, if it is no such header */
    static TapeHeader read(String text) {
        try {
            return header(object(JsonText.read(text)));
        } catch (IOException | ClassCastException | NullPointerException | DateTimeException e) {
            throw new IllegalArgumentException("its header can not be read (" + e.getMessage() + ")", e);
        }
    }

    private static TapeHeader header(Map<String, Object> header) {
        long version = number(header, "version").longValue();
        if (version != VERSION) {
            throw new IllegalArgumentException("it is of version " + version + ", this program reads " + VERSION
                    + "; use the version that wrote it");
        }
        WallAnchor anchor = new WallAnchor(
                number(header, "nanos").longValue(),
                Instant.parse(text(header, "wall")),
                ZoneOffset.ofTotalSeconds(number(header, "offsetSeconds").intValue()));
        return new TapeHeader(
                UUID.fromString(text(header, "session")),
                UUID.fromString(text(header, "wearing")),
                number(header, "boardNumber").intValue(),
                number(header, "boards").intValue(),
                text(header, "athlete"),
                text(header, "tag"),
                text(header, "program"),
                text(header, "settings"),
                text(header, "calibration"),
                anchor,
                text(header, "zone"),
                board(object(header.get("board"))));
    }

    private static Board board(Map<String, Object> board) {
        List<SampleStream> streams = new ArrayList<>();
        for (Object each : list(board.get("streams"))) {
            Map<String, Object> stream = object(each);
            List<Channel> channels = new ArrayList<>();
            list(stream.get("channels")).forEach(channel -> channels.add(channel(object(channel))));
            streams.add(new SampleStream(
                    streams.size(),
                    number(stream, "rateHz").doubleValue(),
                    number(stream, "startSeconds").doubleValue(),
                    new Montage(channels)));
        }
        TreeMap<String, String> options = new TreeMap<>();
        object(board.get("options")).forEach((name, value) -> options.put(name, (String) value));
        return new Board(
                text(board, "protocol"),
                text(board, "model"),
                text(board, "serialNumber"),
                text(board, "firmware"),
                streams,
                options);
    }

    private static Channel channel(Map<String, Object> channel) {
        return new Channel(
                text(channel, "label"),
                Channel.Type.valueOf(text(channel, "type")),
                text(channel, "muscle"),
                Channel.Side.valueOf(text(channel, "side")),
                text(channel, "position"),
                new Scale(
                        number(channel, "digitalMinimum").intValue(),
                        number(channel, "digitalMaximum").intValue(),
                        number(channel, "physicalMinimum").doubleValue(),
                        number(channel, "physicalMaximum").doubleValue(),
                        text(channel, "unit")));
    }

    private static Map<String, Object> object(Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((name, each) -> object.put((String) name, each));
        return object;
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static Number number(Map<String, Object> object, String name) {
        return present((Number) object.get(name), name);
    }

    private static String text(Map<String, Object> object, String name) {
        return present((String) object.get(name), name);
    }

    private static <T> T present(T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("its header states no " + name);
        }
        return value;
    }
}

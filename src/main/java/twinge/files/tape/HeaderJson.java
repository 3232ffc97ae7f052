package twinge.files.tape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
    private static final JsonFactory JSON = new JsonFactory();
    private static final int VERSION = 1;

    private HeaderJson() {}

    static String write(TapeHeader header) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("session", header.session().toString());
            json.writeStringField("wearing", header.wearing().toString());
            json.writeNumberField("boardNumber", header.boardNumber());
            json.writeNumberField("boards", header.boards());
            json.writeStringField("athlete", header.athlete());
            json.writeStringField("tag", header.tag());
            json.writeStringField("program", header.program());
            json.writeNumberField("nanos", header.anchor().nanos());
            json.writeStringField("wall", header.anchor().wall().toString());
            json.writeNumberField("offsetSeconds", header.anchor().offset().getTotalSeconds());
            json.writeStringField("zone", header.zone());
            json.writeFieldName("board");
            write(header.board(), json);
            json.writeStringField("calibration", header.calibration());
            json.writeStringField("settings", header.settings());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Board board, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("protocol", board.protocol());
        json.writeStringField("model", board.model());
        json.writeStringField("serialNumber", board.serialNumber());
        json.writeStringField("firmware", board.firmware());
        json.writeObjectFieldStart("options");
        for (Map.Entry<String, String> option : board.options().entrySet()) {
            json.writeStringField(option.getKey(), option.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("streams");
        for (SampleStream stream : board.streams()) {
            json.writeStartObject();
            json.writeNumberField("rateHz", stream.rateHz());
            json.writeNumberField("startSeconds", stream.startSeconds());
            json.writeArrayFieldStart("channels");
            for (Channel channel : stream.montage().channels()) {
                write(channel, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Channel channel, JsonGenerator json) throws IOException {
        Scale scale = channel.scale();
        json.writeStartObject();
        json.writeStringField("label", channel.label());
        json.writeStringField("type", channel.type().name());
        json.writeStringField("muscle", channel.muscle());
        json.writeStringField("side", channel.side().name());
        json.writeStringField("position", channel.position());
        json.writeNumberField("digitalMinimum", scale.digitalMinimum());
        json.writeNumberField("digitalMaximum", scale.digitalMaximum());
        json.writeNumberField("physicalMinimum", scale.physicalMinimum());
        json.writeNumberField("physicalMaximum", scale.physicalMaximum());
        json.writeStringField("unit", scale.unit());
        json.writeEndObject();
    }

    /** @throws IllegalArgumentException in words, if it is no such header */
    static TapeHeader read(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            return header(object(value(json)));
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

    private static Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                object.put(name, value(json));
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(json));
            }
            return list;
        }
        if (token == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        return token == JsonToken.VALUE_NUMBER_FLOAT ? (Number) json.getDoubleValue() : (Number) json.getLongValue();
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

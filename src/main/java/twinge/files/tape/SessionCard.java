package twinge.files.tape;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import twinge.wire.Board;
import twinge.wire.Tally;

/**
 * What a person or a program wants to know of a session without reading its tapes: the {@code session.json} beside them.
 *
 * @param state how far it is
 * @param log the file in which it is or is to be logged; empty if it is not
 * @param start wall time of its begin, ISO 8601 with the distance to UTC
 * @param remarks what happened to it, in sentences
 */
public record SessionCard(
        UUID id,
        State state,
        String log,
        String start,
        String zone,
        String athlete,
        String tag,
        String program,
        String settingsDigest,
        String calibration,
        List<OfBoard> boards,
        List<String> remarks) {
    /** How far a session is. */
    public enum State {
        /** It is being recorded, or whoever recorded it died. */
        RECORDING,
        /** It ended and all of it is there, but for the log. */
        NOT_LOGGED,
        /** It ended and all is done. */
        DONE
    }

    /**
     * One board of it.
     *
     * @param tape name of its file
     * @param recording name of its file; empty if there is none
     * @param seconds how long it was recorded
     * @param effectiveRateHz what its clock really gave, by ours; 0 if unknown
     * @param driftPpm how much faster than stated its clock runs, in millionths
     * @param firstFrameNanos when frame 0 was taken, since the session's begin, as far as it can be told
     */
    public record OfBoard(
            String tape,
            String recording,
            Board board,
            double seconds,
            Tally tally,
            double effectiveRateHz,
            double driftPpm,
            long firstFrameNanos) {
        public OfBoard {
            Objects.requireNonNull(tape, "tape");
            Objects.requireNonNull(recording, "recording");
            Objects.requireNonNull(board, "board");
            Objects.requireNonNull(tally, "tally");
        }
    }

    public SessionCard {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        boards = List.copyOf(boards);
        remarks = List.copyOf(remarks);
    }

    /** As it stands in the file. */
    public String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("session", id.toString());
        json.put("state", state.name());
        json.put("log", log);
        json.put("start", start);
        json.put("zone", zone);
        json.put("athlete", athlete);
        json.put("tag", tag);
        json.put("program", program);
        json.put("settingsDigest", settingsDigest);
        json.put("calibration", calibration);
        List<Object> each = new ArrayList<>();
        boards.forEach(board -> each.add(json(board)));
        json.put("boards", each);
        json.put("remarks", remarks);
        return JsonText.write(json, true) + "\n";
    }

    private static Map<String, Object> json(OfBoard of) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tape", of.tape());
        json.put("recording", of.recording());
        json.put("seconds", of.seconds());
        json.put("frames", of.tally().frames());
        json.put("framesLost", of.tally().lost());
        json.put("framesSuspect", of.tally().suspect());
        json.put("gaps", of.tally().gaps());
        json.put("longestGapFrames", of.tally().longestGapFrames());
        json.put("bytes", of.tally().bytes());
        json.put("bytesDiscarded", of.tally().bytesDiscarded());
        json.put("framesDroppedByBoard", of.tally().deviceDropped());
        json.put("effectiveRateHz", of.effectiveRateHz());
        json.put("driftPpm", of.driftPpm());
        json.put("firstFrameNanos", of.firstFrameNanos());
        json.put("board", HeaderJson.write(of.board()));
        return json;
    }

    /** What of a card has to be known to finish its session: how far it is, where it is logged, what happened to it. */
    public record Brief(State state, String log, List<String> remarks) {}

    /** Reads a card's text; nothing if it can not be read. */
    public static Optional<Brief> brief(String text) {
        try {
            if (!(JsonText.read(text) instanceof Map<?, ?> card)) {
                return Optional.empty();
            }
            List<String> remarks = new ArrayList<>();
            ((List<?>) card.get("remarks")).forEach(remark -> remarks.add((String) remark));
            return Optional.of(new Brief(State.valueOf((String) card.get("state")), (String) card.get("log"), remarks));
        } catch (IOException | IllegalArgumentException | ClassCastException | NullPointerException e) {
            return Optional.empty();
        }
    }
}

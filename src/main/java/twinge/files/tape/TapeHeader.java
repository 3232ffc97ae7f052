package twinge.files.tape;

import java.util.Objects;
import java.util.UUID;
import twinge.wire.Board;

/**
 * What stands first on a tape.
 *
 * @param session its id; each board of a session has an id of its own for its recording and its log
 * @param wearing the id that the boards of a session share
 * @param boardNumber from 1
 * @param boards how many there are in the session
 * @param athlete a name or pseudonym, empty if none was stated
 * @param tag what was done, empty if none was stated
 * @param program version of the program that recorded
 * @param settings those of the live run, as TOML text
 * @param calibration what was known of the wearer, as text; may be empty
 * @param anchor what the wall clock said when the session began
 * @param zone name of the wearer's time zone
 */
public record TapeHeader(
        UUID session,
        UUID wearing,
        int boardNumber,
        int boards,
        String athlete,
        String tag,
        String program,
        String settings,
        String calibration,
        WallAnchor anchor,
        String zone,
        Board board) {
    public TapeHeader {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(wearing, "wearing");
        Objects.requireNonNull(athlete, "athlete");
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(calibration, "calibration");
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(board, "board");
        if (boardNumber < 1 || boardNumber > boards) {
            throw new IllegalArgumentException("board " + boardNumber + " of " + boards);
        }
    }
}

package twinge.live;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import twinge.events.Calibrations;
import twinge.settings.Settings;

/**
 * What a session is begun with.
 *
 * @param id travels in tape, recording and log
 * @param folder made for it, or to be made; its files lie there
 * @param log the file in which it is logged, if it is
 * @param athlete a name or pseudonym, may be empty
 * @param tag what was done ({@code deadlift}), may be empty
 * @param programVersion names the analysis together with the settings
 * @param calibration what is known of the wearer's rest and strength, as {@link Calibrations#text}; may be empty
 */
public record Wearing(
        UUID id,
        Path folder,
        Optional<Path> log,
        String athlete,
        String tag,
        Settings settings,
        String programVersion,
        String calibration) {
    public Wearing {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(athlete, "athlete");
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(programVersion, "programVersion");
        Objects.requireNonNull(calibration, "calibration");
    }

    /** Under what conditions a board, from 0, is watched. */
    public Conditions conditions(int board) {
        return new Conditions(settings, Calibrations.parse(calibration).of(board + 1));
    }

    /** What a session's folder is called: {@code 2026-11-25T171530-1f3a9c04}, made of nothing that a user says. */
    public static String folderName(LocalDateTime start, UUID id) {
        return SessionFolder.name(start, id);
    }

    /** The session of one board: the first has the session's own id, the others ids that follow from it. */
    UUID idOf(int board) {
        byte[] name = (id + "/board-" + (board + 1)).getBytes(StandardCharsets.UTF_8);
        return board == 0 ? id : UUID.nameUUIDFromBytes(name);
    }
}

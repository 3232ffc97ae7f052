package twinge.files.edf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import twinge.files.Faults;
import twinge.files.Origin;

/** Who and when: the patient and recording fields, with the sub-fields that EDF+ gives them. */
final class OriginFields {
    static final int PATIENT = 8;
    static final int RECORDING = 88;
    /** What stands for the equipment in recordings of ours. */
    static final String OURS = "Twinge";

    private static final int LENGTH = 80;
    private static final LocalDateTime NO_START = LocalDateTime.of(1985, 1, 1, 0, 0);
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final HeaderFields fields;
    private final Faults faults;

    OriginFields(HeaderFields fields, Faults faults) {
        this.fields = fields;
        this.faults = faults;
    }

    Origin read(boolean plus, String source) {
        String patient = fields.text(PATIENT, LENGTH, "patient");
        String recording = fields.text(RECORDING, LENGTH, "recording");
        Dates dates = new Dates(fields, faults);
        if (!plus) {
            return new Origin(
                    Optional.empty(), athlete(patient), dates.start(Optional.empty()), Optional.empty(), source);
        }
        String[] who = parts(PATIENT, patient, "patient", "code sex birthdate name");
        String[] what = parts(RECORDING, recording, "recording", "Startdate dd-MMM-yyyy code technician equipment");
        checkPatient(who);
        boolean dateUnknown = part(what, 1).equals("X");
        Optional<LocalDate> date = Dates.longDate(part(what, 1));
        if (!part(what, 0).equals("Startdate") || date.isEmpty() && !dateUnknown) {
            faults.mended(
                    "recording",
                    RECORDING,
                    "recording reads \"" + recording + "\"; EDF+ wants Startdate dd-MMM-yyyy first",
                    "the short date is taken");
        }
        Optional<LocalDateTime> start = dates.start(date).filter(met -> !dateUnknown || !met.equals(NO_START));
        boolean ours = part(what, 4).equals(OURS);
        return new Origin(
                ours && UUID_TEXT.matcher(part(what, 2)).matches()
                        ? Optional.of(UUID.fromString(part(what, 2)))
                        : Optional.empty(),
                athlete(patient),
                start,
                ours ? zone(part(what, 5)) : Optional.empty(),
                source);
    }

    private String[] parts(int at, String text, String field, String wanted) {
        String[] parts = text.split(" +");
        if (text.contains("  ") || parts.length < wanted.split(" ").length) {
            faults.mended(
                    field,
                    at,
                    field + " reads \"" + text + "\"; EDF+ wants \"" + wanted + "\" with one blank between",
                    "read as far as it goes");
        }
        return parts;
    }

    private void checkPatient(String[] who) {
        if (!knownSexAndBirth(who)) {
            faults.mended(
                    "patient",
                    PATIENT,
                    "patient says sex \"" + part(who, 1) + "\" and birthdate \"" + part(who, 2)
                            + "\"; EDF+ wants M, F or X and dd-MMM-yyyy or X",
                    "neither is used");
        }
    }

    private static boolean knownSexAndBirth(String[] who) {
        boolean sex = who.length < 2 || who[1].matches("[MFX]");
        boolean born = who.length < 3
                || who[2].equals("X")
                || Dates.longDate(who[2]).isPresent() && who[2].equals(who[2].toUpperCase(Locale.ROOT));
        return sex && born;
    }

    /**
     * The code, or else the name, of a field as EDF+ has it; a lone word is a code. Free text names nobody that could be
     * told from a remark.
     */
    private static String athlete(String patient) {
        String[] who = patient.split(" +");
        if (who.length > 1 && who.length < 4 || !knownSexAndBirth(who)) {
            return "";
        }
        String code = known(who[0]);
        return (code.isEmpty() ? known(part(who, 3)) : code).replace('_', ' ');
    }

    /** Nothing if the sub-field only says that it is not known: {@code X}, {@code X,X}, {@code ?}, {@code -}. */
    private static String known(String subField) {
        return subField.matches("(?i)[^\\p{L}\\p{N}]*(x[^\\p{L}\\p{N}]*)*") ? "" : subField;
    }

    private static Optional<ZoneOffset> zone(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneOffset.of(text));
        } catch (DateTimeException e) { // somebody's own words there: no zone is stated
            return Optional.empty();
        }
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index] : "";
    }
}

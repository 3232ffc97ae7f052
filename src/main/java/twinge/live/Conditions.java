package twinge.live;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import twinge.detect.Detector;
import twinge.events.Calibration;
import twinge.events.Calibrations;
import twinge.files.tape.TapeHeader;
import twinge.frames.SampleStream;
import twinge.log.Analysis;
import twinge.settings.Layers;
import twinge.settings.Settings;

/**
 * All that decides, beside the signal and the program's version, what is found: the settings and what was known of the
 * wearer. The same conditions find the same bits, worn or replayed.
 */
public record Conditions(Settings settings, Optional<Calibration> calibration) {
    public Conditions {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(calibration, "calibration");
    }

    /**
     * Those of the session that a tape holds.
     *
     * @param source as messages call it
     * @throws IllegalArgumentException if this program does not understand them
     */
    public static Conditions of(TapeHeader header, String source) {
        return new Conditions(
                Layers.standard().toml(source, header.settings()).settings(),
                Calibrations.parse(header.calibration()).of(header.boardNumber()));
    }

    /**
     * Those of an analysis that the log holds; nothing if they were not kept.
     *
     * @throws IllegalArgumentException if this program does not understand them
     */
    public static Optional<Conditions> of(Analysis analysis) {
        return analysis.settings().isEmpty()
                ? Optional.empty()
                : Optional.of(new Conditions(
                        Layers.standard()
                                .toml("settings of the log", analysis.settings())
                                .settings(),
                        Calibrations.parse(analysis.calibration()).of(1)));
    }

    /** Names them: the digest of the settings, and behind a plus that of the calibration if there is one. */
    public String digest() {
        return settings.digest()
                + calibration.map(known -> "+" + Calibrations.digest(known)).orElse("");
    }

    /** An analysis under these conditions. */
    public Analysis analysis(String programVersion, boolean live) {
        return new Analysis(
                programVersion,
                digest(),
                settings.toToml(),
                calibration.map(known -> Calibrations.of(known).text()).orElse(""),
                live);
    }

    public Detector detector(List<SampleStream> streams) {
        return new Detector(streams, settings, calibration);
    }
}

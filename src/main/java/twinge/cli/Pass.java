package twinge.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import twinge.detect.Detector;
import twinge.detect.Finding;
import twinge.files.Recording;
import twinge.frames.Block;
import twinge.settings.Settings;

/** One pass of the detector over a recording, with everyone who follows it: open, push, hand on. */
final class Pass {
    private final Recording recording;
    private final Detector detector;
    private final List<Listener> listeners;
    private final List<Finding> found = new ArrayList<>();

    Pass(Recording recording, Settings settings, List<Listener> listeners) {
        this.recording = recording;
        this.listeners = List.copyOf(listeners);
        detector = new Detector(recording.streams(), settings);
    }

    void run(Progress progress) throws IOException {
        for (Block block = recording.next(); block != null; block = recording.next()) {
            for (Listener listener : listeners) {
                listener.block(block);
            }
            detector.accept(block, found::add);
            handOn();
            progress.at(recording.bytesRead());
        }
        detector.finish(found::add);
        handOn();
    }

    private void handOn() throws IOException {
        for (Finding finding : found) {
            for (Listener listener : listeners) {
                listener.finding(finding);
            }
        }
        found.clear();
    }
}

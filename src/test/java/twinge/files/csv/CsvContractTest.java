package twinge.files.csv;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import twinge.files.RecordingContract;

/** A table of samples keeps the contract of a recording. */
class CsvContractTest extends RecordingContract {
    @Override
    protected byte[] sound() {
        StringBuilder text = new StringBuilder("# made for a test\ntime,emg L (uV),emg R (uV)\n");
        for (int row = 0; row < 300; row++) {
            text.append(String.format(Locale.ROOT, "%.3f,%.2f,%d%n", row * 0.01, row * 0.25 - 40, row % 7));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected int headerBytes() {
        return 200;
    }

    @Override
    protected int changes() {
        return 2000; // finding out the layout takes a millisecond
    }

    @Override
    protected String suffix() {
        return ".csv";
    }
}

package twinge.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import twinge.chart.Picture;

/** Writes a picture in the form that the file's name asks for. */
final class PictureFile {
    private static final double PNG_SCALE = 2; // sharp on paper and on dense screens

    private PictureFile() {}

    static boolean known(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || name.endsWith(".svg");
    }

    static void write(Picture picture, Path file) throws IOException {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            Files.writeString(file, picture.svg());
            return;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            picture.writePng(out, PNG_SCALE);
        }
    }
}

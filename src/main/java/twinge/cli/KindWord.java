package twinge.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import twinge.events.Kind;
import twinge.settings.Spelling;

/** Reads a kind as files and the command line write it. */
final class KindWord implements ITypeConverter<Kind> {
    @Override
    public Kind convert(String word) {
        String code = word.strip().toLowerCase(Locale.ROOT);
        List<String> codes = Arrays.stream(Kind.values()).map(Kind::code).toList();
        if (codes.contains(code)) {
            return Kind.values()[codes.indexOf(code)];
        }
        throw new TypeConversionException("there is no kind '" + word + "'. "
                + Spelling.nearest(code, codes)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("There are " + String.join(", ", codes) + "."));
    }
}

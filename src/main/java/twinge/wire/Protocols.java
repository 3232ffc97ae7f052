package twinge.wire;

import java.util.List;
import java.util.Optional;

/** The protocols known here, in the order in which auto-detection asks for them: what disturbs other boards least comes first. */
public final class Protocols {
    private static final List<Protocol> ALL = List.of(new Spiker(), new Chords(), new Cyton(false), new Cyton(true));

    private Protocols() {}

    public static List<Protocol> all() {
        return ALL;
    }

    public static Optional<Protocol> named(String name) {
        return ALL.stream().filter(protocol -> protocol.name().equals(name)).findFirst();
    }
}

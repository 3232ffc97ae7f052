package twinge.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import twinge.frames.MalformedInput;

/**
 * What was wrong with a recording: mended and told when reading leniently, refused when reading strictly.
 *
 * <p>Of each kind the first few are kept and the rest counted, so that a file that is wrong everywhere stays readable.
 */
public final class Faults {
    private static final int KEPT = 8;

    private final String source;
    private final boolean strict;
    private final List<String> told = new ArrayList<>();
    private final Map<String, Integer> times = new LinkedHashMap<>();

    public Faults(String source, boolean strict) {
        this.source = source;
        this.strict = strict;
    }

    /**
     * Something against the rules of the format that could be mended.
     *
     * @param kind what it is counted under, in words: {@code malformed annotations}
     * @param byteOffset where, or -1
     * @param met what was met, told in both cases
     * @param done what is done about it, told only when it is
     * @throws MalformedInput when reading strictly
     */
    public void mended(String kind, long byteOffset, String met, String done) {
        told(kind, byteOffset, met, strict ? "leave out --strict to have it mended" : done);
    }

    /**
     * Something against the rules of the format that is read as it is and that only the user can mend.
     *
     * @throws MalformedInput when reading strictly
     */
    public void told(String kind, long byteOffset, String met, String remedy) {
        if (strict) {
            throw refusal(byteOffset, met, remedy);
        }
        remark(kind, (byteOffset < 0 ? "" : "byte " + byteOffset + ": ") + met + "; " + remedy);
    }

    /** Something worth knowing that breaks no rule. */
    public void remark(String kind, String text) {
        if (times.merge(kind, 1, Integer::sum) <= KEPT) {
            told.add(text);
        }
    }

    /**
     * For the caller to throw: something that can not be mended.
     *
     * @param byteOffset where, or -1
     * @param met what was met
     * @param remedy what the user can do about it
     */
    public MalformedInput refusal(long byteOffset, String met, String remedy) {
        return new MalformedInput(source, byteOffset, (met + "; " + remedy).replaceAll("\\p{Cntrl}", "?"));
    }

    /** All so far, in the order in which they were met, then how many more there were of each kind. */
    public List<String> warnings() {
        List<String> all = new ArrayList<>(told);
        times.forEach((kind, count) -> {
            if (count > KEPT) {
                all.add("and " + (count - KEPT) + " more: " + kind);
            }
        });
        return List.copyOf(all);
    }
}

package twinge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the package table: who may name which package of ours, and which library. */
class ArrowsTest {
    private record Row(Set<String> packages, Set<String> libraries) {}

    private static final Map<String, Row> TABLE = new LinkedHashMap<>();

    private static final String JSON = "com.fasterxml.jackson";

    static {
        row("frames", "", "");
        row("events", "", "");
        row("settings", "", "org.tomlj org.antlr");
        row("wire", "frames", "");
        row("serial", "wire", "com.fazecast.jSerialComm");
        row("files", "frames events wire", JSON);
        row("signal", "", "org.apache.commons.math3");
        row("detect", "frames events settings signal", "");
        row("simulate", "frames events wire signal", "");
        row("score", "frames events settings files signal detect", "");
        row("log", "frames events", "java.sql javax.sql org.sqlite org.flywaydb");
        row("chart", "frames events signal", "org.jfree java.awt javax.imageio");
        row("report", "frames events log chart signal score", JSON);
        row("live", "frames wire files settings detect events log", "org.HdrHistogram");
        row("monitor", "live chart events frames log settings", "java.awt javax.swing com.formdev.flatlaf");
        row("review", "frames events log report chart", JSON);
        row("stream", "frames events", JSON);
        row("cluster", "frames files settings detect events log", "org.apache.flink org.apache.kafka");
        row(
                "cli",
                "frames events settings wire serial files signal detect simulate score log chart report live monitor"
                        + " review stream cluster",
                "picocli me.tongfei.progressbar " + JSON);
    }

    /** Parts of the JDK that belong to one package as a library does. */
    private static final Set<String> GUARDED_JDK =
            Set.of("java.sql", "javax.sql", "java.awt", "javax.swing", "javax.imageio");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("twinge");

    private static void row(String name, String packages, String libraries) {
        TABLE.put(name, new Row(words(packages), words(libraries)));
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (!TABLE.containsKey(packageOf(type))) {
                strangers.add(type.getName());
            }
        }
        assertEquals(Set.of(), strangers);
    }

    @Test
    void everyArrowAndEveryLibraryIsAllowed() {
        Set<String> culprits = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            Row row = TABLE.get(packageOf(type));
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (row != null && !allowed(packageOf(type), row, target)) {
                    culprits.add(type.getName() + " names " + target.getName());
                }
            }
        }
        assertEquals(Set.of(), culprits);
    }

    @Test
    void theTableHasNoCircle() {
        TABLE.keySet().forEach(name -> walk(name, List.of()));
    }

    private static void walk(String name, List<String> path) {
        assertTrue(!path.contains(name), "a circle: " + path + " -> " + name);
        List<String> further = new java.util.ArrayList<>(path);
        further.add(name);
        TABLE.get(name).packages().forEach(next -> walk(next, further));
    }

    @Test
    void onlyTheCommandLinePrints() {
        Set<String> culprits = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (packageOf(type).equals("cli")) {
                continue;
            }
            type.getFieldAccessesFromSelf().stream()
                    .filter(access -> access.getTargetOwner().getName().equals("java.lang.System"))
                    .filter(access ->
                            Set.of("out", "err").contains(access.getTarget().getName()))
                    .forEach(access -> culprits.add(access.getDescription()));
        }
        assertEquals(Set.of(), culprits);
    }

    private static boolean allowed(String from, Row row, JavaClass target) {
        String name = target.getName();
        if (target.isPrimitive()) {
            return true;
        }
        if (name.startsWith("twinge.")) {
            return packageOf(target).equals(from) || row.packages().contains(packageOf(target));
        }
        if (GUARDED_JDK.stream().anyMatch(part -> name.startsWith(part + ".")) || !isJdk(name)) {
            return row.libraries().stream().anyMatch(library -> name.startsWith(library + "."));
        }
        return true;
    }

    private static boolean isJdk(String name) {
        return name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jdk.incubator.vector.");
    }

    private static String packageOf(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length < 2 ? "" : parts[1];
    }
}

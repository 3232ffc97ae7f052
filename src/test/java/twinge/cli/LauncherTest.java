package twinge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a copy of the repository whose Java and Maven are scripts that note how they were called. */
class LauncherTest {
    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    private Path folder;

    private Path home;
    private Path jar;
    private Path javaHome;
    private Path calls;
    private Path builds;

    private record Ended(long pid, int code, String out, String err) {}

    @BeforeEach
    void copyOfTheRepository() throws IOException {
        assumeTrue(Files.isExecutable(SHELL), "the launcher is for systems with a POSIX shell; Windows has twinge.cmd");
        home = Files.createDirectories(folder.resolve("my repository"));
        jar = home.resolve("target/twinge.jar");
        calls = folder.resolve("calls");
        builds = folder.resolve("builds");
        Files.copy(Path.of("twinge"), home.resolve("twinge"));
        Files.createDirectories(home.resolve("src/main/java"));
        Files.writeString(home.resolve("src/main/java/A.java"), "class A {}\n");
        Files.writeString(home.resolve("pom.xml"), "<project/>\n");
        script(
                home.resolve("mvnw"),
                "echo \"$*\" >>'" + builds + "'",
                "sleep 0.3",
                "mkdir -p target/lib",
                "touch target/twinge.jar");
        javaHome = folder.resolve("jdk");
        script(
                javaHome.resolve("bin/java"),
                "case \"$*\" in *DumpLoadedClassList*|*-Xshare:dump*) exit 0 ;; esac",
                "for word in \"$@\"; do echo \"$word\" >>'" + calls + "'; done",
                "echo $$",
                "exit 3");
        Files.writeString(javaHome.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.15\"\n");
    }

    private static void script(Path file, String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\nset -eu\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void jarIsThere() throws IOException {
        Files.createDirectories(home.resolve("target/lib"));
        Files.writeString(jar, "");
    }

    private Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(SHELL.toString(), launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().putAll(environment);
        builder.environment().values().removeIf(String::isEmpty);
        return builder.start();
    }

    private static Ended end(Process process) throws IOException, InterruptedException {
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the launcher hangs");
        return new Ended(
                process.pid(),
                process.exitValue(),
                new String(process.getInputStream().readAllBytes()),
                new String(process.getErrorStream().readAllBytes()));
    }

    @Test
    void argumentsAndExitCodePassUnchangedFromAnyFolderAndThroughLinks() throws Exception {
        jarIsThere();
        Path link = Files.createSymbolicLink(folder.resolve("second"), home.resolve("twinge"));
        Path relative = Files.createSymbolicLink(folder.resolve("first"), Path.of("second"));
        assertEquals(home.resolve("twinge").toRealPath(), link.toRealPath());
        Ended ended = end(start(relative, Map.of(), "replay", "two words.bdf", "*", "", "-o", "$HOME"));
        assertEquals("", ended.err());
        assertEquals(3, ended.code());
        List<String> words = Files.readAllLines(calls);
        assertEquals(
                List.of("-jar", jar.toRealPath().toString(), "replay", "two words.bdf", "*", "", "-o", "$HOME"),
                words.subList(words.indexOf("-jar"), words.size()));
    }

    @Test
    void javaTakesTheLaunchersPlaceSoThatSignalsReachIt() throws Exception {
        jarIsThere();
        Ended ended = end(start(home.resolve("twinge"), Map.of(), "replay"));
        assertEquals(Long.toString(ended.pid()), ended.out().strip());
    }

    @Test
    void onlyShortVerbsDoWithoutTheOptimisingCompiler() throws Exception {
        jarIsThere();
        end(start(home.resolve("twinge"), Map.of(), "--help"));
        assertTrue(Files.readAllLines(calls).contains("-XX:TieredStopAtLevel=1"));
        Files.delete(calls);
        end(start(home.resolve("twinge"), Map.of("TWINGE_JAVA_OPTIONS", "-Xmx128m -Da=b"), "replay", "x"));
        List<String> words = Files.readAllLines(calls);
        assertFalse(words.contains("-XX:TieredStopAtLevel=1"));
        assertTrue(words.containsAll(List.of("-Xmx128m", "-Da=b")), words.toString());
    }

    @Test
    void nobodyAtATerminalIsToldToTheProgram() throws Exception {
        jarIsThere();
        end(start(home.resolve("twinge"), Map.of(), "replay", "x"));
        assertTrue(Files.readAllLines(calls).contains("-Dtwinge.screen="));
    }

    @Test
    void theWidthOfTheTerminalIsToldToTheProgram() throws Exception {
        jarIsThere();
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script of util-linux makes the terminal");
        String line = "stty cols 83; sh '" + home.resolve("twinge") + "' replay x";
        ProcessBuilder builder = new ProcessBuilder("script", "-qc", line, "/dev/null");
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process inTerminal = builder.start();
        inTerminal.getOutputStream().close();
        assertTrue(inTerminal.waitFor(30, TimeUnit.SECONDS), "the launcher hangs");
        List<String> words = Files.readAllLines(calls);
        assertTrue(words.contains("-Dtwinge.columns=83"), words.toString());
    }

    @Test
    void aMissingJarIsBuiltOnceEvenByTwoStartsAtTheSameTime() throws Exception {
        Process one = start(home.resolve("twinge"), Map.of(), "help");
        Process two = start(home.resolve("twinge"), Map.of(), "help");
        String told = end(one).err() + end(two).err();
        assertEquals(List.of("-q -B -Dmaven.test.skip=true package"), Files.readAllLines(builds));
        assertEquals("twinge: building", told.split(" \\(")[0]);
        assertFalse(Files.exists(home.resolve("target/building")), "the lock is gone");
    }

    @Test
    void aSourceNewerThanTheJarIsBuiltOnceAndAnOldOneNever() throws Exception {
        jarIsThere();
        Path source = home.resolve("src/main/java/A.java");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(30)));
        end(start(home.resolve("twinge"), Map.of(), "help"));
        end(start(home.resolve("twinge"), Map.of(), "help"));
        assertEquals(1, Files.readAllLines(builds).size());
    }

    @Test
    void classesAreArchivedOnceAJarAndTakenFromThere() throws Exception {
        jarIsThere();
        Files.createFile(Files.createDirectories(home.resolve("sample-data")).resolve("lifting.bdf"));
        Path dumps = folder.resolve("dumps");
        script(
                javaHome.resolve("bin/java"),
                "for word in \"$@\"; do case $word in -XX:SharedArchiveFile=*) archive=${word#*=} ;; esac; done",
                "case \"$*\" in",
                "    *DumpLoadedClassList*) ;;",
                "    *-Xshare:dump*) echo once >>'" + dumps + "'; echo classes >\"$archive\" ;;",
                "    *) [ -s \"$archive\" ] ;;",
                "esac");
        for (int start = 0; start < 3; start++) {
            assertEquals(0, end(start(home.resolve("twinge"), Map.of(), "help")).code());
        }
        assertEquals(List.of("once"), Files.readAllLines(dumps));
    }

    @Test
    void aPackageWithoutSourcesRunsFromAppAndIsNeverBuilt() throws Exception {
        Files.delete(home.resolve("mvnw"));
        Files.createDirectories(home.resolve("app"));
        Ended incomplete = end(start(home.resolve("twinge"), Map.of(), "help"));
        assertEquals(1, incomplete.code());
        assertTrue(incomplete.err().contains("unpack the package again"), incomplete.err());
        Files.createDirectories(home.resolve("app/lib"));
        Files.createFile(home.resolve("app/twinge.jar"));
        script(javaHome.resolve("bin/java"), "echo \"$@\"");
        Ended run = end(start(home.resolve("twinge"), Map.of(), "help"));
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("-jar " + home.toRealPath().resolve("app/twinge.jar") + " help"), run.out());
    }

    @Test
    void aBuildLeftByAKilledStartIsTakenOver() throws Exception {
        Process gone = new ProcessBuilder(SHELL.toString(), "-c", "exit 0").start();
        gone.waitFor();
        Files.createDirectories(home.resolve("target/building"));
        Files.writeString(home.resolve("target/building/pid"), gone.pid() + "\n");
        assertEquals(3, end(start(home.resolve("twinge"), Map.of(), "help")).code());
        assertEquals(1, Files.readAllLines(builds).size());
    }

    @Test
    void aFailedBuildEndsWithAWordAndLeavesNoJar() throws Exception {
        script(home.resolve("mvnw"), "echo cannot find symbol", "touch target/twinge.jar", "exit 1");
        Ended ended = end(start(home.resolve("twinge"), Map.of(), "help"));
        assertEquals(1, ended.code());
        assertEquals("", ended.out());
        assertTrue(ended.err().contains("cannot find symbol") && ended.err().contains("the build failed"), ended.err());
        assertFalse(Files.exists(jar));
        assertFalse(Files.exists(home.resolve("target/building")));
    }

    @Test
    void anOldJavaIsNamedWithWhatToDo() throws Exception {
        jarIsThere();
        Files.writeString(javaHome.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Ended ended = end(start(home.resolve("twinge"), Map.of(), "help"));
        assertEquals(1, ended.code());
        assertTrue(ended.err().contains("Java 11.0.2") && ended.err().contains("Java 17 or newer"), ended.err());
    }

    @Test
    void noJavaAtAllIsToldWithWhatToDo() throws Exception {
        jarIsThere();
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "find")) {
            Path real = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            script(tools.resolve(tool), "exec " + real + " \"$@\"");
        }
        Ended ended = end(start(home.resolve("twinge"), Map.of("JAVA_HOME", "", "PATH", tools.toString()), "help"));
        assertEquals(1, ended.code());
        assertTrue(ended.err().startsWith("twinge: there is no Java; install Java 17 or newer"), ended.err());
        Ended wrong = end(start(home.resolve("twinge"), Map.of("JAVA_HOME", "/nowhere"), "help"));
        assertTrue(wrong.err().contains("JAVA_HOME is /nowhere"), wrong.err());
    }
}

package twinge.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which programs have a port open, from {@code /proc/PID/fd} as far as this user may look there. */
final class Holders {
    /** @param program as the kernel calls it, at most 15 characters */
    record Holder(long process, String program) {
        String words() {
            return program + " (process " + process + ")";
        }
    }

    private final Machine machine;

    Holders(Machine machine) {
        this.machine = machine;
    }

    /** @param device the port's path with all links followed */
    List<Holder> of(String device) {
        List<Holder> holders = new ArrayList<>();
        for (Path process : machine.processes()) {
            List<Path> descriptors = machine.in(process.resolve("fd"));
            if (anyLeadsTo(descriptors, device) && !madeIt(descriptors, device)) {
                holders.add(new Holder(
                        Long.parseLong(process.getFileName().toString()),
                        Printable.line(machine.text(process.resolve("comm")))));
            }
        }
        return holders;
    }

    /** The same without this program. */
    List<Holder> othersOf(String device) {
        return of(device).stream().filter(holder -> !isSelf(holder)).toList();
    }

    static String words(List<Holder> holders) {
        if (holders.isEmpty()) {
            return " is in use by a program of another user. Close that program, or ask whoever runs it";
        }
        if (holders.stream().anyMatch(Holders::isSelf)) {
            return " is already open in this run of twinge. Name each port once";
        }
        List<Holder> others = holders.stream().filter(holder -> !isSelf(holder)).toList();
        String names = others.stream().map(Holder::words).collect(Collectors.joining(", "));
        boolean monitor = holders.stream().anyMatch(holder -> holder.program().contains("arduino"));
        return " is in use by " + names + ". " + (monitor ? "Close its Serial Monitor." : "Close that program.");
    }

    private static boolean isSelf(Holder holder) {
        return holder.process() == ProcessHandle.current().pid();
    }

    /** Whoever made a pseudo-terminal keeps its far end open as well: that is the board, not a reader. */
    private static boolean madeIt(List<Path> descriptors, String device) {
        return device.startsWith("/dev/pts/")
                && (anyLeadsTo(descriptors, "/dev/ptmx") || anyLeadsTo(descriptors, "/dev/pts/ptmx"));
    }

    private static boolean anyLeadsTo(List<Path> descriptors, String device) {
        return descriptors.stream().anyMatch(descriptor -> leadsTo(descriptor, device));
    }

    private static boolean leadsTo(Path descriptor, String device) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(device);
        } catch (IOException | SecurityException e) {
            return false;
        }
    }
}

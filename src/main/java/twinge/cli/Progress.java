package twinge.cli;

import java.io.Closeable;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far a file has been read, on standard error: a bar for a person; elsewhere a line every tenth, and that only when
 * asked for or when the run takes long.
 */
final class Progress implements Closeable {
    private static final long LONG_RUN_NANOSECONDS = 30_000_000_000L;
    private static final int BAR_COLUMNS = 100;
    private static final long MEGABYTE = 1_000_000;

    private final LongConsumer step;
    private final Runnable end;

    private Progress(LongConsumer step, Runnable end) {
        this.step = step;
        this.end = end;
    }

    /**
     * @param asked whether lines are wanted even where no person looks on
     * @param totalBytes -1 if unknown
     */
    static Progress of(Twinge twinge, boolean asked, String name, long totalBytes) {
        if (twinge.quiet()) {
            return new Progress(bytes -> {}, () -> {});
        }
        return twinge.terminal().errIsScreen() ? bar(twinge, name, totalBytes) : lines(twinge, asked, name, totalBytes);
    }

    /** @param bytes read so far */
    void at(long bytes) {
        step.accept(bytes);
    }

    @Override
    public void close() {
        end.run();
    }

    private static Progress bar(Twinge twinge, String name, long totalBytes) {
        int columns = twinge.terminal().columns() > 0 ? twinge.terminal().columns() : BAR_COLUMNS;
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(Ink.harmless(name))
                .setInitialMax(totalBytes)
                .setUnit(" MB", MEGABYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .setConsumer(new ConsoleProgressBarConsumer(twinge.terminal().err(), columns))
                .clearDisplayOnFinish()
                .build();
        return new Progress(bar::stepTo, bar::close);
    }

    private static Progress lines(Twinge twinge, boolean asked, String name, long totalBytes) {
        long started = System.nanoTime();
        LongConsumer step = new LongConsumer() {
            private long tenth;

            @Override
            public void accept(long bytes) {
                long reached = totalBytes > 0 ? 10 * bytes / totalBytes : 0;
                if (reached > tenth && (asked || System.nanoTime() - started > LONG_RUN_NANOSECONDS)) {
                    twinge.remark(name + ": " + 10 * reached + " % read");
                }
                tenth = Math.max(tenth, reached);
            }
        };
        return new Progress(step, () -> {});
    }
}

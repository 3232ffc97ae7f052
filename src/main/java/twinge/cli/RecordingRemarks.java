package twinge.cli;

import java.util.List;
import twinge.live.Alarm;
import twinge.live.LinkState;
import twinge.live.LiveBoard;
import twinge.live.LiveListener;
import twinge.wire.Tally;

/** Says beside a recording what happens to it: boards that fall silent, disks that are full, and its sums at the end. */
final class RecordingRemarks implements LiveListener {
    private final Twinge twinge;
    private final List<LiveBoard> boards;
    private final Tally[] tallies; // [board]

    RecordingRemarks(Twinge twinge, List<LiveBoard> boards) {
        this.twinge = twinge;
        this.boards = boards;
        tallies = new Tally[boards.size()];
    }

    @Override
    public void link(int board, LinkState state, long nanos) {
        String name = boards.get(board).link().name();
        switch (state) {
            case STREAMING -> twinge.remark(name + ": data comes");
            case SILENT -> twinge.complain(name + ": no data; look at the board and its battery");
            case GONE -> twinge.complain(name + ": the board is gone; plug it in again, the session goes on");
            case ENDED -> {}
        }
    }

    @Override
    public void tally(int board, Tally tally, long nanos) {
        tallies[board] = tally;
    }

    @Override
    public void marked(int board, long frame, String text) {
        if (board == 0) {
            twinge.remark("marker: " + text);
        }
    }

    @Override
    public void alarm(Alarm alarm) {
        if (alarm.raised()) {
            twinge.complain(alarm.words());
        } else {
            twinge.remark(alarm.words());
        }
    }

    @Override
    public void ended(int board, long nanos) {
        Tally tally = tallies[board];
        twinge.remark(boards.get(board).link().name() + ": " + tally.frames() + " frames"
                + (tally.lost() + tally.suspect() == 0
                        ? ", none lost"
                        : ", " + tally.lost() + " lost in " + tally.gaps() + (tally.gaps() == 1 ? " gap" : " gaps")
                                + ", " + tally.suspect() + " suspect"));
    }
}

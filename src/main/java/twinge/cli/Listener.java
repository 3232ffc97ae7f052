package twinge.cli;

import java.io.IOException;
import twinge.detect.Finding;
import twinge.frames.Block;

/** Someone who follows the replay of a recording: the log, a picture, a count. */
interface Listener {
    /** Each block, before what was found out with it. */
    default void block(Block block) throws IOException {}

    default void finding(Finding finding) throws IOException {}
}

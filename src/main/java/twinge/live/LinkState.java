package twinge.live;

/** What is heard of a board. */
public enum LinkState {
    /** Data comes. */
    STREAMING,
    /** The port is open, but nothing has come for a second: nothing is watched meanwhile. */
    SILENT,
    /** The board is unplugged; it is looked for until it is there again. */
    GONE,
    /** The session has ended for this board. */
    ENDED
}

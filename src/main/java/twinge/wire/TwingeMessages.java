package twinge.wire;

/** The messages of the twinge protocol beside HELLO and DATA: their types, and what they are called. */
final class TwingeMessages {
    static final int STATS = 0x02;
    static final int EVENT = 0x03;
    static final int TEXT = 0x04;
    static final int PONG = 0x05;
    static final int ACK = 0x06;
    static final int MARK = 0x07;

    private TwingeMessages() {}

    /** What an event is called in a recording. */
    static String event(int code, int argument) {
        return switch (code) {
            case 1 -> "button " + argument + " down";
            case 2 -> "button " + argument + " up";
            case 3 -> "electrode " + argument + " off";
            case 4 -> "electrode " + argument + " on";
            case 5 -> "battery low";
            default -> "event " + code + " " + argument;
        };
    }

    /** Why a board did not do what it was told. */
    static String refusal(int error) {
        return switch (error) {
            case 1 -> "it does not know the command";
            case 2 -> "it can not do that";
            case 3 -> "the command is too long";
            case 4 -> "it is busy; try again";
            default -> "error " + error;
        };
    }
}

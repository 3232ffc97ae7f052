package twinge.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.SampleStream;
import twinge.frames.Scale;

/** Plain lines of numbers: MyoWare's examples and any other sketch that prints what it measures. */
final class Lines implements Protocol {
    static final String NAME = "lines";
    private static final int CERTAIN_LINES = 8;
    private static final double CERTAIN_COVERAGE = 0.9;
    private static final int MOST_COUNTS = 1_000_000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "lines of numbers";
    }

    @Override
    public List<Integer> baudRates() {
        return List.of(115_200, 9600, 57_600, 230_400, 1_000_000, 500_000, 250_000, 38_400, 19_200, 74_880, 921_600);
    }

    @Override
    public boolean streamsUnasked() {
        return true;
    }

    @Override
    public Fit fit(byte[] bytes, int length) {
        LineSample sample = new LineSample();
        int covered = 0;
        int from = 0;
        int begin = -1;
        for (int at = 0; at < length; at++) {
            if (bytes[at] == '\n') {
                NumberLine line = NumberLine.of(bytes, from, at);
                if (begin >= 0) { // not the first, which may be torn
                    sample.add(line, 0);
                    covered += line.kind() == NumberLine.Kind.NUMBERS ? at + 1 - from : 0;
                }
                from = at + 1;
                begin = begin < 0 ? from : begin;
            }
        }
        if (sample.numberLines() == 0 || sample.agreement() < 0.5) {
            return Fit.NONE;
        }
        double coverage = covered / (double) (from - begin);
        int count = sample.numberLines();
        boolean certain = count >= CERTAIN_LINES && coverage > CERTAIN_COVERAGE;
        return new Fit(count, coverage, certain, count + " lines of " + sample.columns() + " numbers");
    }

    /** The model tells the form in words: {@code columns3+micros+decimals2}, {@code bargraph}, {@code bits12}. */
    @Override
    public Board board(Wishes wishes) {
        if (wishes.rateHz().isEmpty()) {
            throw new IllegalArgumentException("lines of numbers do not tell their rate; state the frames a second");
        }
        List<Integer> inputs = new ArrayList<>(wishes.channels());
        int columns = 0;
        int decimals = 0;
        boolean bars = false;
        LineForm.Clock clock = LineForm.Clock.NONE;
        for (String word : words(wishes)) {
            if (word.startsWith("columns")) {
                columns = number(word, "columns");
            } else if (word.startsWith("decimals")) {
                decimals = number(word, "decimals");
            } else if (word.equals("bargraph")) {
                bars = true;
            } else if (LineForm.Clock.of(word) != LineForm.Clock.NONE) {
                clock = LineForm.Clock.of(word);
            } else if (!word.startsWith("bits")) {
                throw new IllegalArgumentException(
                        "lines of numbers have no " + word
                                + "; their model is made of columnsN, decimalsN, bitsN, millis, micros and bargraph, joined by +");
            }
        }
        int time = clock == LineForm.Clock.NONE ? 0 : 1;
        int most = inputs.stream().mapToInt(Integer::intValue).max().orElse(Math.max(1, columns - time));
        if (inputs.isEmpty()) {
            inputs.addAll(IntStream.rangeClosed(1, most).boxed().toList());
        }
        LineForm form = new LineForm(Math.max(columns, bars ? 1 : most + time), clock, decimals, inputs, bars);
        return board(form, List.of(), wishes, wishes.rateHz().getAsDouble(), Map.of());
    }

    private static List<String> words(Wishes wishes) {
        return wishes.model()
                .filter(model -> !model.isEmpty())
                .map(model -> List.of(model.split("\\+")))
                .orElse(List.of());
    }

    private static int number(String word, String name) {
        String digits = word.substring(name.length());
        if (!digits.matches("[0-9]{1,2}")) {
            throw new IllegalArgumentException(word + " wants a number after " + name + ", such as " + name + "2");
        }
        return Integer.parseInt(digits);
    }

    static Board board(LineForm form, List<String> labels, Wishes wishes, double rateHz, Map<String, String> more) {
        List<Integer> inputs = form.inputs();
        for (int input : inputs) {
            if (input < 1 || !form.bars() && form.place(input) >= form.columns()) {
                throw new IllegalArgumentException("the lines have " + form.columns() + " numbers"
                        + (form.clock() == LineForm.Clock.NONE ? "" : ", the first of them a time")
                        + "; there is no input "
                        + input);
            }
        }
        List<Channel> channels = new ArrayList<>();
        for (int input : inputs) {
            int place = form.place(input);
            String said =
                    !form.bars() && place < labels.size() ? labels.get(place).strip() : "";
            boolean taken = said.isEmpty()
                    || channels.stream().anyMatch(each -> each.label().equals(said));
            channels.add(Channel.of(taken ? "EMG" + input : said, Channel.Type.EMG, scale(form, wishes)));
        }
        TreeMap<String, String> options = new TreeMap<>(more);
        options.put("columns", "" + form.columns());
        options.put("clock", form.clock().word());
        options.put("decimals", "" + form.decimals());
        options.put("inputs", form.listed());
        options.put("bars", "" + form.bars());
        options.put("signal", wishes.envelope() ? "envelope" : more.getOrDefault("signal", "unknown"));
        SampleStream stream = new SampleStream(0, rateHz, 0, new Montage(channels));
        return Board.of(NAME, "", List.of(stream), options);
    }

    /** Plain numbers, unless the gain is known; then numbers with decimals are volts, others counts of the converter. */
    private static Scale scale(LineForm form, Wishes wishes) {
        if (wishes.gain().isEmpty()) {
            return HeaderScale.plain(form.decimals(), "");
        }
        double volts = Math.pow(10, -form.decimals());
        if (form.decimals() == 0) {
            double reference = wishes.referenceVolts()
                    .orElseThrow(() ->
                            new IllegalArgumentException("microvolts need the converter's reference voltage as well"
                                    + " as the amplifier's gain; state it too"));
            int bits = words(wishes).stream()
                    .filter(word -> word.startsWith("bits"))
                    .mapToInt(word -> number(word, "bits"))
                    .findFirst()
                    .orElse(10);
            volts = reference / (1 << bits);
        }
        double millivolts = 1e3 * volts / wishes.gain().getAsDouble();
        return HeaderScale.symmetric(MOST_COUNTS, MOST_COUNTS * millivolts, "mV");
    }

    @Override
    public Conversation converse(Wishes wishes) {
        return new LinesConversation(wishes);
    }

    @Override
    public byte[] farewell() {
        return new byte[0];
    }

    @Override
    public Conversation resume(Board board) {
        return new LinesConversation(board);
    }

    @Override
    public Decoder decoder(Board board) {
        if (!board.protocol().equals(NAME) || board.streams().size() != 1) {
            throw new IllegalArgumentException("not a board that prints lines: " + board);
        }
        return new LinesDecoder(LineForm.of(board), board.streams().get(0));
    }
}

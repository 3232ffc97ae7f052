package twinge.wire;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import twinge.frames.Channel;
import twinge.frames.Montage;
import twinge.frames.Scale;

/** Which of a board's inputs are recorded, in the order asked for; numbered from 1 as printed beside the pins. */
record Inputs(List<Integer> numbers) {
    /** The option of a {@link Board} under which they stand. */
    static final String OPTION = "inputs";

    Inputs {
        numbers = List.copyOf(numbers);
    }

    /** Those asked for, or all there are. */
    static Inputs of(Wishes wishes, int available) {
        List<Integer> wished = wishes.channels();
        for (int number : wished) {
            if (number < 1 || number > available) {
                throw new IllegalArgumentException(
                        "input " + number + " was asked for; this board has inputs 1 to " + available);
            }
        }
        if (wished.stream().distinct().count() < wished.size()) {
            throw new IllegalArgumentException("an input was asked for twice: " + wished);
        }
        return new Inputs(
                wished.isEmpty() ? IntStream.rangeClosed(1, available).boxed().toList() : wished);
    }

    /** Those of a board that was recognised before. */
    static Inputs of(Board board) {
        String option = board.option(OPTION, "");
        if (option.isEmpty()) {
            throw new IllegalArgumentException("the board " + board.protocol() + " does not say its inputs");
        }
        return new Inputs(Arrays.stream(option.split(",")).map(Integer::valueOf).toList());
    }

    /** Channels EMG1, EMG2 and so on, named after their inputs. */
    Montage montage(IntFunction<Scale> scaleOfInput) {
        return new Montage(numbers.stream()
                .map(number -> Channel.of("EMG" + number, Channel.Type.EMG, scaleOfInput.apply(number)))
                .toList());
    }

    int size() {
        return numbers.size();
    }

    /** Puts the counts of these inputs out of those of all into {@code into[0...]}. */
    void pick(int[] all, int[] into) {
        for (int channel = 0; channel < numbers.size(); channel++) {
            into[channel] = all[numbers.get(channel) - 1];
        }
    }

    /** The bits of these inputs, one a channel, out of those of all. */
    long pick(long bits) {
        long picked = 0;
        for (int channel = 0; channel < numbers.size(); channel++) {
            picked |= (bits >> numbers.get(channel) - 1 & 1) << channel;
        }
        return picked;
    }

    /** As an option's value: {@code 1,2,5}. */
    @Override
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}

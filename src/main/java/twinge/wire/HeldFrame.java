package twinge.wire;

/**
 * A frame on its way through the {@link Sequencer}, which holds it back until its place is sure.
 *
 * @param index its place, in ticks of the counter; the frame once that is sure
 * @param missing channels not to be delivered, one bit a channel
 * @param lifted its delay above the floor, ns
 * @param broken whether the counter jumped before it
 */
record HeldFrame(
        long index, int[] counts, long missing, boolean suspect, long arrivalNanos, double lifted, boolean broken) {
    HeldFrame at(long place) {
        return new HeldFrame(place, counts, missing, suspect, arrivalNanos, lifted, broken);
    }
}

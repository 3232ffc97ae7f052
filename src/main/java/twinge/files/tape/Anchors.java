package twinge.files.tape;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.ZoneOffset;

/** Wall anchors as records of a tape. */
final class Anchors {
    private Anchors() {}

    static TapeRecord write(WallAnchor anchor) {
        ByteBuffer rest = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        rest.putLong(anchor.wall().getEpochSecond())
                .putInt(anchor.wall().getNano())
                .putInt(anchor.offset().getTotalSeconds());
        return TapeRecord.of(TapeRecord.Type.ANCHOR, anchor.nanos(), rest.array(), 0, 16);
    }

    static WallAnchor read(TapeRecord record) {
        return new WallAnchor(
                record.nanos(),
                Instant.ofEpochSecond(record.longAt(8), record.intAt(16)),
                ZoneOffset.ofTotalSeconds(record.intAt(20)));
    }
}

package brukerplan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The caller's side of a {@code bplan_error}: its bytes, which every call empties before it fills them. */
final class NativeError {
    private static final int CODE = 4;
    private static final int ROW = 8;
    private static final int COLUMN = 16;
    private static final int MESSAGE = 24;
    private static final int MESSAGE_SIZE = 256;

    static final int SIZE = MESSAGE + MESSAGE_SIZE;

    final byte[] bytes = new byte[SIZE];
    private final ByteBuffer members = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());

    NativeError() {
        members.putInt(0, SIZE);
    }

    int code() {
        return members.getInt(CODE);
    }

    long row() {
        return members.getLong(ROW);
    }

    int column() {
        return members.getInt(COLUMN);
    }

    String message() {
        int end = MESSAGE;
        while (end < SIZE && bytes[end] != 0) {
            ++end;
        }
        return new String(bytes, MESSAGE, end - MESSAGE, StandardCharsets.UTF_8);
    }

    /** Throws what a code stands for, unless it is that of success. */
    void check(int code) {
        if (code != Capi.OK) {
            throw BrukerplanException.of(code, row(), column(), message());
        }
    }
}

package brukerplan;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;

/**
 * Ratings of many assessments, handed to the library some rows at a time: the memory that is needed does not grow with
 * their number, and what the library reads stays in the processor's cache.
 */
final class RatingParts {
    /** The most rows of a part. */
    static final int TOGETHER = 16384;

    /** What is done with the rows from {@code first}, which the library finds at {@code ratings}. */
    interface Part {
        void rows(int first, int count, Pointer ratings);
    }

    private RatingParts() {
    }

    static void requireDomains(int count) {
        if (count != Capi.DOMAINS) {
            throw new IllegalArgumentException("one for each of the eight domains");
        }
    }

    /** Number of rows of eight columns, which must be of the same length. */
    static int rows(byte[][] columns) {
        requireDomains(columns.length);
        int rows = columns[0].length;
        for (byte[] column : columns) {
            if (column.length != rows) {
                throw new IllegalArgumentException("columns: all of the same length");
            }
        }
        return rows;
    }

    private interface Filler {
        void fill(int first, int count);
    }

    private static void each(int rows, Filler filler) {
        for (int first = 0; first < rows; first += TOGETHER) {
            filler.fill(first, Math.min(rows - first, TOGETHER));
        }
    }

    private static Memory pointers() {
        return new Memory((long) Capi.DOMAINS * Native.POINTER_SIZE);
    }

    private static void point(Memory pointers, int domain, long address) {
        pointers.setPointer((long) domain * Native.POINTER_SIZE, new Pointer(address));
    }

    /** Columns of the heap: parts of them are copied beside each other. */
    static void columns(byte[][] columns, Part part) {
        int rows = rows(columns);
        int room = Math.max(1, Math.min(rows, TOGETHER));
        try (Memory ratings = new Memory((long) room * Capi.DOMAINS); Memory pointers = pointers()) {
            for (int domain = 0; domain < Capi.DOMAINS; ++domain) {
                point(pointers, domain, Pointer.nativeValue(ratings) + (long) domain * room);
            }
            each(rows, (first, count) -> {
                for (int domain = 0; domain < Capi.DOMAINS; ++domain) {
                    ratings.write((long) domain * room, columns[domain], first, count);
                }
                part.rows(first, count, pointers);
            });
        }
    }

    /** Structs in a direct buffer: read where they are. */
    static void strided(ByteBuffer buffer, long[] offsets, long[] strides, int rows, Part part) {
        requireDomains(offsets.length);
        requireDomains(strides.length);
        if (!buffer.isDirect() || rows < 0) {
            throw new IllegalArgumentException("a direct buffer, and no negative number of rows");
        }
        ByteBuffer bytes = buffer.slice();
        for (int domain = 0; rows > 0 && domain < Capi.DOMAINS; ++domain) {
            long last = Math.addExact(offsets[domain], Math.multiplyExact(rows - 1L, strides[domain]));
            if (Math.min(offsets[domain], last) < 0 || Math.max(offsets[domain], last) >= bytes.capacity()) {
                throw new IllegalArgumentException("ratings of domain " + domain + " outside the buffer");
            }
        }
        // Its lock is nobody else's: it keeps the memory from being freed while the library reads it.
        synchronized (bytes) {
            long base = Pointer.nativeValue(Native.getDirectBufferPointer(bytes));
            try (Memory pointers = pointers()) {
                each(rows, (first, count) -> {
                    for (int domain = 0; domain < Capi.DOMAINS; ++domain) {
                        point(pointers, domain, base + offsets[domain] + first * strides[domain]);
                    }
                    part.rows(first, count, pointers);
                });
            }
        }
    }

    /** Codes of the heap: parts of them are copied. */
    static void packed(short[] codes, Part part) {
        try (Memory ratings = new Memory((long) Math.max(1, Math.min(codes.length, TOGETHER)) * Short.BYTES)) {
            each(codes.length, (first, count) -> {
                ratings.write(0, codes, first, count);
                part.rows(first, count, ratings);
            });
        }
    }
}

package brukerplan;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * Arrays that the library writes answers to, and the struct that names them: its size, a reserved number, and a pointer to
 * each array. One block of memory.
 */
final class NativeColumns implements AutoCloseable {
    private static final int POINTERS = 8;

    private final Memory memory;
    private final long[] places;

    /** Arrays with room for {@code rows}, of elements with these numbers of bytes. */
    NativeColumns(long rows, int... widths) {
        long size = POINTERS + (long) widths.length * Native.POINTER_SIZE;
        int structSize = (int) size;
        places = new long[widths.length];
        for (int i = 0; i < widths.length; ++i) {
            size = (size + widths[i] - 1) / widths[i] * widths[i];
            places[i] = size;
            size += rows * widths[i];
        }
        memory = new Memory(size);
        memory.setInt(0, structSize);
        memory.setInt(4, 0);
        for (int i = 0; i < widths.length; ++i) {
            // By number: without rows an array begins at the end of the block, which Memory would refuse.
            memory.setPointer(POINTERS + (long) i * Native.POINTER_SIZE,
                    new Pointer(Pointer.nativeValue(memory) + places[i]));
        }
    }

    /** The struct. */
    Pointer struct() {
        return memory;
    }

    void read(int column, byte[] to, int first, int count) {
        memory.read(places[column], to, first, count);
    }

    void read(int column, short[] to, int first, int count) {
        memory.read(places[column], to, first, count);
    }

    void read(int column, int[] to, int first, int count) {
        memory.read(places[column], to, first, count);
    }

    @Override
    public void close() {
        memory.close();
    }
}

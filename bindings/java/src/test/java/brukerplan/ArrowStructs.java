package brukerplan;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Structs of the Arrow C data interface made by hand, of columns of strings: what Arrow's Java library gives with
 * {@code memoryAddress()}. It keeps the memory and the functions that the structs refer to.
 */
final class ArrowStructs {
    private static final int POINTER = Native.POINTER_SIZE;
    static final int SCHEMA_SIZE = 7 * POINTER + 2 * Long.BYTES;
    static final int ARRAY_SIZE = 5 * Long.BYTES + 5 * POINTER;
    static final int STREAM_SIZE = 5 * POINTER;

    /** A function that releases a struct. */
    interface Release extends Callback {
        void release(Pointer struct);
    }

    /** A function of a stream that writes a struct. */
    interface Next extends Callback {
        int next(Pointer stream, Pointer out);
    }

    private final List<Object> kept = new ArrayList<>();
    private final Release nothing = struct -> { };
    private int released;

    private Memory memory(long size) {
        Memory memory = new Memory(Math.max(8, size));
        memory.clear();
        kept.add(memory);
        return memory;
    }

    private Pointer text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Memory memory = memory(utf8.length + 1);
        memory.write(0, utf8, 0, utf8.length);
        return memory;
    }

    private Pointer function(Callback callback) {
        kept.add(callback);
        return CallbackReference.getFunctionPointer(callback);
    }

    private Memory pointers(List<? extends Pointer> pointers) {
        Memory memory = memory((long) pointers.size() * POINTER);
        for (int i = 0; i < pointers.size(); ++i) {
            memory.setPointer((long) i * POINTER, pointers.get(i));
        }
        return memory;
    }

    private void fillSchema(Pointer schema, String format, String name, List<Memory> children) {
        schema.setPointer(0, text(format));
        schema.setPointer(POINTER, text(name));
        long place = 3L * POINTER + Long.BYTES;
        schema.setLong(place, children.size());
        schema.setPointer(place + Long.BYTES, pointers(children));
        schema.setPointer(place + Long.BYTES + 2L * POINTER, function(nothing));
    }

    private void fillArray(Pointer array, long length, List<Pointer> buffers, List<Memory> children) {
        array.setLong(0, length);
        array.setLong(3L * Long.BYTES, buffers.size());
        array.setLong(4L * Long.BYTES, children.size());
        long place = 5L * Long.BYTES;
        array.setPointer(place, pointers(buffers));
        array.setPointer(place + POINTER, pointers(children));
        array.setPointer(place + 3L * POINTER, function(nothing));
    }

    private Memory strings(String[] values) {
        StringBuilder all = new StringBuilder();
        Memory offsets = memory((values.length + 1L) * Integer.BYTES);
        for (int i = 0; i < values.length; ++i) {
            all.append(values[i]);
            offsets.setInt((i + 1L) * Integer.BYTES, all.length());
        }
        List<Pointer> buffers = new ArrayList<>();
        buffers.add(Pointer.NULL);
        buffers.add(offsets);
        buffers.add(text(all.toString()));
        Memory array = memory(ARRAY_SIZE);
        fillArray(array, values.length, buffers, new ArrayList<>());
        return array;
    }

    private void writeSchema(Pointer schema, Map<String, String[]> columns) {
        List<Memory> children = new ArrayList<>();
        for (String name : columns.keySet()) {
            Memory child = memory(SCHEMA_SIZE);
            fillSchema(child, "u", name, new ArrayList<>());
            children.add(child);
        }
        fillSchema(schema, "+s", "", children);
    }

    private void writeBatch(Pointer batch, Map<String, String[]> columns) {
        List<Memory> children = new ArrayList<>();
        long rows = 0;
        for (String[] values : columns.values()) {
            children.add(strings(values));
            rows = values.length;
        }
        List<Pointer> buffers = new ArrayList<>();
        buffers.add(Pointer.NULL);
        fillArray(batch, rows, buffers, children);
    }

    /** Address of a schema of these columns. */
    long schema(Map<String, String[]> columns) {
        Memory schema = memory(SCHEMA_SIZE);
        writeSchema(schema, columns);
        return Pointer.nativeValue(schema);
    }

    /** Address of a batch of these columns, of ASCII. */
    long batch(Map<String, String[]> columns) {
        Memory batch = memory(ARRAY_SIZE);
        writeBatch(batch, columns);
        return Pointer.nativeValue(batch);
    }

    /** Address of a stream that gives the same columns some times. */
    long stream(Map<String, String[]> columns, int batches) {
        int[] left = {batches};
        Next schema = (stream, out) -> {
            writeSchema(out, columns);
            return 0;
        };
        Next next = (stream, out) -> {
            out.clear(ARRAY_SIZE);
            if (left[0]-- > 0) {
                writeBatch(out, columns);
            }
            return 0;
        };
        Release release = stream -> {
            ++released;
            stream.setPointer(3L * POINTER, Pointer.NULL);
        };
        Memory stream = memory(STREAM_SIZE);
        stream.setPointer(0, function(schema));
        stream.setPointer(POINTER, function(next));
        stream.setPointer(3L * POINTER, function(release));
        return Pointer.nativeValue(stream);
    }

    /** How many times a stream was released. */
    int released() {
        return released;
    }

    /** Address of memory for a struct that is to be written. */
    long empty(int size) {
        return Pointer.nativeValue(memory(size));
    }

    /** Number of rows of an array that came out. */
    static long rows(long array) {
        return new Pointer(array).getLong(0);
    }

    /** Number of columns of a schema that came out. */
    static long columns(long schema) {
        return new Pointer(schema).getLong(3L * POINTER + Long.BYTES);
    }

    /** Calls the release functions of structs that came out. */
    static void release(long schema, long array) {
        releaseAt(new Pointer(schema), 5L * POINTER + 2 * Long.BYTES);
        releaseAt(new Pointer(array), 5L * Long.BYTES + 3L * POINTER);
    }

    private static void releaseAt(Pointer struct, long place) {
        Function.getFunction(struct.getPointer(place)).invokeVoid(new Object[] {struct});
    }
}

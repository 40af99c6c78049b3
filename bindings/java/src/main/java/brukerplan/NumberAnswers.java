package brukerplan;

import com.sun.jna.Pointer;
import java.util.Set;

/**
 * Answers about many numbers, one element a number in each array. The arrays are the caller's to keep and to change.
 */
public final class NumberAnswers {
    private final byte[] valid;
    private final byte[] reasons;
    private final byte[] positions;
    private final byte[] sexes;
    private final byte[] rules;
    private final short[] kinds;
    private final short[] firstBirthYears;
    private final short[] secondBirthYears;
    private final long accepted;

    /** One of the functions for many numbers. */
    interface Function {
        int call(Pointer policy, Pointer columns, long[] accepted, byte[] err);
    }

    static NumberAnswers of(int count, NumberPolicy policy, Function function) {
        try (NativeColumns columns = new NativeColumns(Math.max(0, count), Byte.BYTES, Byte.BYTES, Byte.BYTES, Byte.BYTES,
                Byte.BYTES, Short.BYTES, Short.BYTES, Short.BYTES)) {
            long accepted = Handle.withOptional(policy,
                    handle -> Call.count((out, err) -> function.call(handle, columns.struct(), out, err)));
            return new NumberAnswers(count, columns, accepted);
        }
    }

    private NumberAnswers(int count, NativeColumns columns, long accepted) {
        valid = bytes(columns, 0, count);
        reasons = bytes(columns, 1, count);
        positions = bytes(columns, 2, count);
        sexes = bytes(columns, 3, count);
        rules = bytes(columns, 4, count);
        kinds = shorts(columns, 5, count);
        firstBirthYears = shorts(columns, 6, count);
        secondBirthYears = shorts(columns, 7, count);
        this.accepted = accepted;
    }

    private static byte[] bytes(NativeColumns columns, int column, int count) {
        byte[] array = new byte[count];
        columns.read(column, array, 0, count);
        return array;
    }

    private static short[] shorts(NativeColumns columns, int column, int count) {
        short[] array = new short[count];
        columns.read(column, array, 0, count);
        return array;
    }

    /** How many are accepted. */
    public long accepted() {
        return accepted;
    }

    /** Number of numbers. */
    public int size() {
        return valid.length;
    }

    /** Whether one is accepted. */
    public boolean isValid(int index) {
        return valid[index] != 0;
    }

    /** Why one is refused. */
    public NumberReason reason(int index) {
        return NumberReason.of(reasons[index]);
    }

    /** What one is. The set cannot be changed. */
    public Set<NumberKind> kinds(int index) {
        return Coded.set(NumberKind.class, kinds[index]);
    }

    /** Sex of one. */
    public Sex sex(int index) {
        return Sex.of(sexes[index]);
    }

    /** 1 for each that is accepted, else 0. */
    public byte[] valid() {
        return valid;
    }

    /** Numbers of {@link NumberReason}. */
    public byte[] reasons() {
        return reasons;
    }

    /** The digit at fault from 0; -1 for none. */
    public byte[] positions() {
        return positions;
    }

    /** Numbers of {@link Sex}. */
    public byte[] sexes() {
        return sexes;
    }

    /** Bits of {@link NumberRule}. */
    public byte[] rules() {
        return rules;
    }

    /** Bits of {@link NumberKind}. */
    public short[] kinds() {
        return kinds;
    }

    /** The first year in which the person may be born; 0 for not known. */
    public short[] firstBirthYears() {
        return firstBirthYears;
    }

    /** The second year in which the person may be born, later than the first; 0 when there is only one. */
    public short[] secondBirthYears() {
        return secondBirthYears;
    }
}

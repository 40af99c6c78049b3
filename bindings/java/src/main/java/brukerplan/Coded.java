package brukerplan;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A constant that has a number in the C interface. */
interface Coded {
    /** Number of the constant that stands for numbers of a later library, which it has for none of them. */
    int UNRECOGNISED = Integer.MIN_VALUE;

    /** The constant's number in brukerplan.h. */
    int value();

    /** The constant with a number; that for unrecognised ones, which is the last, where there is none. */
    static <E extends Enum<E> & Coded> E of(E[] constants, int value) {
        for (E constant : constants) {
            if (constant.value() == value) {
                return constant;
            }
        }
        return constants[constants.length - 1];
    }

    /** The constants whose bits are in a set; bits of a later library are passed over. */
    static <E extends Enum<E> & Coded> Set<E> set(Class<E> type, int bits) {
        EnumSet<E> set = EnumSet.noneOf(type);
        for (E constant : type.getEnumConstants()) {
            if ((bits & constant.value()) != 0) {
                set.add(constant);
            }
        }
        return Collections.unmodifiableSet(set);
    }

    /** The bits of a set of constants. */
    static int bits(Iterable<? extends Coded> constants) {
        int bits = 0;
        for (Coded constant : constants) {
            bits |= constant.value();
        }
        return bits;
    }
}

package brukerplan;

/** What a sex or a birth year rests on, from firm to loose. */
public enum NumberBasis implements Coded {
    /** There is none. */
    UNKNOWN(0),
    /** The number was assigned before 2032. */
    ASSIGNED_BEFORE_2032(1),
    /** It holds if the number was assigned before 2032. */
    IF_ASSIGNED_BEFORE_2032(2),
    /** Usual and not promised: D- and H-numbers. */
    CONVENTION(3),
    /** An identifier of NAV: it may be anything. */
    NOT_GUARANTEED(4),
    /** A number of a later library, which this version of the wrapper does not know. */
    UNRECOGNISED(Coded.UNRECOGNISED);

    private static final NumberBasis[] CONSTANTS = values();

    private final int value;

    NumberBasis(int value) {
        this.value = value;
    }

    /** The constant's number in the C interface. */
    @Override
    public int value() {
        return value;
    }

    static NumberBasis of(int value) {
        return Coded.of(CONSTANTS, value);
    }
}

package brukerplan;

/** What a unit in the counts of a table is. */
public enum UnitKind implements Coded {
    /** A unit that rows name. */
    NAMED(0),
    /** Rows that name no unit. */
    UNNAMED(1),
    /** Rows whose unit may hold somebody's number, together. */
    MASKED(2),
    /** Units beyond the first 10 000, together. */
    OTHERS(3),
    /** A number of a later library, which this version of the wrapper does not know. */
    UNRECOGNISED(Coded.UNRECOGNISED);

    private static final UnitKind[] CONSTANTS = values();

    private final int value;

    UnitKind(int value) {
        this.value = value;
    }

    /** The constant's number in the C interface. */
    @Override
    public int value() {
        return value;
    }

    static UnitKind of(int value) {
        return Coded.of(CONSTANTS, value);
    }
}

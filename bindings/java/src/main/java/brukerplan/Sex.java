package brukerplan;

/** Sex as a number tells it. */
public enum Sex implements Coded {
    /** The number does not say. */
    UNKNOWN(0),
    /** Female. */
    FEMALE(1),
    /** Male. */
    MALE(2),
    /** A number of a later library, which this version of the wrapper does not know. */
    UNRECOGNISED(Coded.UNRECOGNISED);

    private static final Sex[] CONSTANTS = values();

    private final int value;

    Sex(int value) {
        this.value = value;
    }

    /** The constant's number in the C interface. */
    @Override
    public int value() {
        return value;
    }

    /**
     * The name under which files and documents have it, in lower case, and null for {@link #UNRECOGNISED}.
     */
    public String token() {
        return this == UNRECOGNISED ? null
                : Call.text((name, length, err) -> Capi.bplan_sex_get_name(value, name, length, err));
    }

    static Sex of(int value) {
        return Coded.of(CONSTANTS, value);
    }
}

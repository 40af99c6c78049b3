package brukerplan;

/** Class of the living-conditions index, from good to grave. */
public enum IndexClass implements Coded {
    /** None; a {@link NoClassReason} says why. */
    NONE(0),
    /** Green. */
    GREEN(1),
    /** Yellow. */
    YELLOW(2),
    /** Red. */
    RED(3),
    /** Blue light, the gravest. */
    BLUE_LIGHT(4),
    /** A number of a later library, which this version of the wrapper does not know. */
    UNRECOGNISED(Coded.UNRECOGNISED);

    private static final IndexClass[] CONSTANTS = values();

    private final int value;

    IndexClass(int value) {
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
                : Call.text((name, length, err) -> Capi.bplan_class_get_name(value, name, length, err));
    }

    static IndexClass of(int value) {
        return Coded.of(CONSTANTS, value);
    }
}

package brukerplan;

/** Why there is no class. */
public enum NoClassReason implements Coded {
    /** There is one. */
    HAS_CLASS(0),
    /** No domain is assessed. */
    NOTHING_ASSESSED(1),
    /** Fewer domains are assessed than the scheme needs. */
    TOO_FEW_ASSESSED(2),
    /** The points lie below the lowest class of the scheme. */
    BELOW_CLASSES(3),
    /** The text is no record, or a number is no rating. */
    UNREADABLE(4),
    /** The scheme has rules alone, and none holds. */
    NO_RULE_HOLDS(5),
    /** A number of a later library, which this version of the wrapper does not know. */
    UNRECOGNISED(Coded.UNRECOGNISED);

    private static final NoClassReason[] CONSTANTS = values();

    private final int value;

    NoClassReason(int value) {
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
                : Call.text((name, length, err) -> Capi.bplan_no_class_get_name(value, name, length, err));
    }

    static NoClassReason of(int value) {
        return Coded.of(CONSTANTS, value);
    }
}

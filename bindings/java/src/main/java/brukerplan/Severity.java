package brukerplan;

/** Severity of a finding, and the worst of several, from mild to grave. */
public enum Severity implements Coded {
    /** There is no finding. */
    NONE(0),
    /** Worth knowing. */
    INFO(1),
    /** Probably wrong. */
    WARNING(2),
    /** The record cannot be used as it stands. */
    ERROR(3),
    /** The text cannot be read as a record at all. */
    FATAL(4),
    /** A number of a later library, which this version of the wrapper does not know. */
    UNRECOGNISED(Coded.UNRECOGNISED);

    private static final Severity[] CONSTANTS = values();

    private final int value;

    Severity(int value) {
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
                : Call.text((name, length, err) -> Capi.bplan_severity_get_name(value, name, length, err));
    }

    static Severity of(int value) {
        return Coded.of(CONSTANTS, value);
    }
}

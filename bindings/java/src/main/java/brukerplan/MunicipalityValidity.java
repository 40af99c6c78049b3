package brukerplan;

/** How a municipality code stands on a date. */
public enum MunicipalityValidity implements Coded {
    /** A municipality has it. */
    VALID(1),
    /** A municipality will have it later. */
    NOT_YET_VALID(2),
    /** A municipality had it earlier. */
    NO_LONGER_VALID(3),
    /** Four digits that no municipality has had since 2006. */
    UNKNOWN_CODE(4),
    /** Not four digits. */
    MALFORMED_CODE(5),
    /** 9001 to 9998: for tests. */
    FICTIONAL_CODE(6),
    /** A known code on a date before 2006. */
    BEFORE_FACTS(7),
    /** A number of a later library, which this version of the wrapper does not know. */
    UNRECOGNISED(Coded.UNRECOGNISED);

    private static final MunicipalityValidity[] CONSTANTS = values();

    private final int value;

    MunicipalityValidity(int value) {
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
                : Call.text((name, length, err) -> Capi.bplan_municipality_validity_get_name(value, name, length, err));
    }

    static MunicipalityValidity of(int value) {
        return Coded.of(CONSTANTS, value);
    }
}

package brukerplan;

/** The domains of an assessment, in the order of columns and of the bits of a code. */
public enum Domain implements Coded {
    /** Housing. */
    HOUSING(0),
    /** Activity. */
    ACTIVITY(1),
    /** Economy. */
    ECONOMY(2),
    /** Physical health. */
    PHYSICAL_HEALTH(3),
    /** Mental health. */
    MENTAL_HEALTH(4),
    /** Substance use. */
    SUBSTANCE_USE(5),
    /** Social functioning. */
    SOCIAL_FUNCTIONING(6),
    /** Network. */
    NETWORK(7);

    private final int value;

    Domain(int value) {
        this.value = value;
    }

    /** The constant's number in the C interface. */
    @Override
    public int value() {
        return value;
    }

    /**
     * The name under which files and documents have it, in lower case.
     */
    public String token() {
        return Call.text((name, length, err) -> Capi.bplan_domain_get_name(value, name, length, err));
    }
}

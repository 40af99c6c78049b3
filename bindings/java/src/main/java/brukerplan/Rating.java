package brukerplan;

/** Rating of a domain. */
public enum Rating implements Coded {
    /** Not assessed. */
    NOT_ASSESSED(0),
    /** Green. */
    GREEN(1),
    /** Yellow. */
    YELLOW(2),
    /** Red. */
    RED(3);

    private final int value;

    Rating(int value) {
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
        return Call.text((name, length, err) -> Capi.bplan_rating_get_name(value, name, length, err));
    }
}

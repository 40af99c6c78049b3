package brukerplan;

/** Forms of a listing of findings. */
public enum Listing implements Coded {
    /** A list of objects. */
    JSON(1),
    /** An object on each line. */
    NDJSON(2);

    private final int value;

    Listing(int value) {
        this.value = value;
    }

    /** The constant's number in the C interface. */
    @Override
    public int value() {
        return value;
    }
}

package brukerplan;

/** Series that tell the century of a D-number. */
public enum DNumberTable implements Coded {
    /** Those until 15 November 2021. */
    OLD(0),
    /** Those from 16 November 2021 on. */
    NEW(1),
    /** What either says: what a policy uses unless it is told otherwise. */
    BOTH(2);

    private final int value;

    DNumberTable(int value) {
        this.value = value;
    }

    /** The constant's number in the C interface. */
    @Override
    public int value() {
        return value;
    }
}

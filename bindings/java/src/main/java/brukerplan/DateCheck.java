package brukerplan;

/** Whether the individual number must name a year in which the date exists. */
public enum DateCheck implements Coded {
    /** In numbers that were surely assigned from a series: what a policy asks unless it is told otherwise. */
    BY_RULE(0),
    /** Always. */
    STRICT(1),
    /** Never. */
    LENIENT(2);

    private final int value;

    DateCheck(int value) {
        this.value = value;
    }

    /** The constant's number in the C interface. */
    @Override
    public int value() {
        return value;
    }
}

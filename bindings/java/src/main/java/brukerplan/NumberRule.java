package brukerplan;

/** Rules that control digits satisfy. Whatever satisfies that of 1964 satisfies that of 2032. */
public enum NumberRule implements Coded {
    /** The rule of 1964. */
    RULE_1964(1),
    /** The rule of 2032. */
    RULE_2032(2);

    private final int value;

    NumberRule(int value) {
        this.value = value;
    }

    /** The constant's number in the C interface. */
    @Override
    public int value() {
        return value;
    }
}

package brukerplan;

/** Rules of the control digits that a policy accepts. */
public enum AcceptedRules implements Coded {
    /** That of 1964 alone: every number was assigned before 2032. */
    RULE_1964(0),
    /** Either rule: what a policy accepts unless it is told otherwise. */
    BOTH(1),
    /** What {@link NumberPolicy.Builder#assignedBy} leaves. */
    BY_DATE(2);

    private final int value;

    AcceptedRules(int value) {
        this.value = value;
    }

    /** The constant's number in the C interface. */
    @Override
    public int value() {
        return value;
    }
}

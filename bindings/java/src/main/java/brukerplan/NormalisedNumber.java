package brukerplan;

import java.util.Set;

/** A number as digits, and what was taken away for it. A value that never changes. */
public final class NormalisedNumber {
    private final String digits;
    private final Set<NumberChange> changes;

    NormalisedNumber(String digits, Set<NumberChange> changes) {
        this.digits = digits;
        this.changes = changes;
    }

    /** The digits: they may be somebody's number. */
    public String digits() {
        return digits;
    }

    /** What was taken away. The set cannot be changed. */
    public Set<NumberChange> changes() {
        return changes;
    }

    /** Without the digits, so that no log has them. */
    @Override
    public String toString() {
        return "NormalisedNumber[changes " + changes + "]";
    }
}

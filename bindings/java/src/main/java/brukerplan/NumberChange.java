package brukerplan;

/** What was taken away to bring a number to digits. */
public enum NumberChange implements Coded {
    /** Blanks around the number. */
    BLANKS(1),
    /** Spaces (U+0020) between groups. */
    SPACE(2),
    /** No-break spaces (U+00A0) between groups. */
    NO_BREAK_SPACE(4),
    /** Narrow no-break spaces (U+202F) between groups. */
    NARROW_NO_BREAK_SPACE(8),
    /** Hyphens (U+002D) between groups. */
    HYPHEN(16);

    private final int value;

    NumberChange(int value) {
        this.value = value;
    }

    /** The constant's number in the C interface. */
    @Override
    public int value() {
        return value;
    }
}

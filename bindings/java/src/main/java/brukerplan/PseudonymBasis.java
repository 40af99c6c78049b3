package brukerplan;

/** On which kind of key a pseudonym rests. */
public enum PseudonymBasis implements Coded {
    /** A random one: good within one mapping, and then no more. */
    EPHEMERAL(1),
    /** One of the caller's: whoever holds it can link years. */
    CALLER_LINKING_KEY(2),
    /** A number of a later library, which this version of the wrapper does not know. */
    UNRECOGNISED(Coded.UNRECOGNISED);

    private static final PseudonymBasis[] CONSTANTS = values();

    private final int value;

    PseudonymBasis(int value) {
        this.value = value;
    }

    /** The constant's number in the C interface. */
    @Override
    public int value() {
        return value;
    }

    static PseudonymBasis of(int value) {
        return Coded.of(CONSTANTS, value);
    }
}

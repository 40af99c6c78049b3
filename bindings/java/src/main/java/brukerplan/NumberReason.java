package brukerplan;

/** Why a number is refused: the first reason that holds, in this order. */
public enum NumberReason implements Coded {
    /** It is accepted. */
    NONE(0),
    /** It has not eleven bytes. */
    LENGTH(1),
    /** It has ten digits, and is a number with a zero in front. */
    LOST_LEADING_ZERO(2),
    /** There is something else than a digit. */
    NOT_A_DIGIT(3),
    /** The date does not exist. */
    IMPOSSIBLE_DATE(4),
    /** The month is one that no kind of number uses. */
    RESERVED_MONTH(5),
    /** Both control digits are wrong. */
    BOTH_CONTROL_DIGITS(6),
    /** The first control digit is wrong. */
    FIRST_CONTROL_DIGIT(7),
    /** The second control digit is wrong. */
    SECOND_CONTROL_DIGIT(8),
    /** The policy does not accept its kind. */
    KIND_NOT_ALLOWED(9),
    /** It is a test number, and the policy does not accept it. */
    SYNTHETIC_NOT_ALLOWED(10),
    /** The individual number names no century in which the date exists. */
    INDIVIDUAL_NUMBER_WITHOUT_CENTURY(11),
    /** The person would be born after the reference date. */
    BIRTH_AFTER_REFERENCE_DATE(12),
    /** It has more than one reading, and the policy wants one. */
    AMBIGUOUS(13),
    /** A number of a later library, which this version of the wrapper does not know. */
    UNRECOGNISED(Coded.UNRECOGNISED);

    private static final NumberReason[] CONSTANTS = values();

    private final int value;

    NumberReason(int value) {
        this.value = value;
    }

    /** The constant's number in the C interface. */
    @Override
    public int value() {
        return value;
    }

    /**
     * The name under which files and documents have it, in lower case, and null for {@link #UNRECOGNISED}.
     */
    public String token() {
        return this == UNRECOGNISED ? null
                : Call.text((name, length, err) -> Capi.bplan_number_reason_get_name(value, name, length, err));
    }

    static NumberReason of(int value) {
        return Coded.of(CONSTANTS, value);
    }
}

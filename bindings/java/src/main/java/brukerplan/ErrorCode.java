package brukerplan;

/** Codes of calls that fail. What they mean, and what to do: docs/c-api.md. */
public enum ErrorCode implements Coded {
    /** A pointer that must not be null is null. */
    NULL_ARGUMENT(1),
    /** A value that the function does not take. */
    INVALID_ARGUMENT(2),
    /** The size of a struct is not one of this interface. */
    STRUCT_SIZE(3),
    /** An index beyond the last. */
    OUT_OF_RANGE(4),
    /** The document does not hold what is asked for. */
    NOT_THERE(5),
    /** No pack of this id comes with the library. */
    UNKNOWN_PACK(100),
    /** A pack that cannot be read or is not whole. */
    INVALID_PACK(101),
    /** A mapping that cannot be read or does not fit. */
    INVALID_MAPPING(102),
    /** A profile that cannot be read or does not fit. */
    INVALID_PROFILE(103),
    /** No scoring scheme of this id, or none. */
    UNKNOWN_SCHEME(110),
    /** A scheme that cannot be read or has a fault. */
    INVALID_SCHEME(111),
    /** No texts in this language. */
    UNKNOWN_LANGUAGE(120),
    /** No number, or none that the policy accepts. */
    INVALID_NUMBER(140),
    /** A municipality code that is not valid on its date. */
    NOT_VALID_ON_DATE(150),
    /** A date before 2006: of it nothing is known. */
    BEFORE_FACTS(151),
    /** Weights, but not for every branch of a split. */
    MISSING_WEIGHT(152),
    /** Weights that cannot be read, or have no usable sum. */
    INVALID_WEIGHT(153),
    /** A schema that is not whole, or not that of columns. */
    ARROW_SCHEMA(200),
    /** A column whose type does not go with its field. */
    COLUMN_TYPE(201),
    /** Columns that are needed are not there. */
    MISSING_COLUMNS(202),
    /** Columns that are there more than once. */
    DUPLICATE_COLUMNS(203),
    /** A batch that is not what its schema says. */
    ARROW_BATCH(210),
    /** A stream that gave an error of its own. */
    ARROW_STREAM(211),
    /** The caller cancelled the call. */
    CANCELLED(220),
    /** A saved validation that cannot be read or does not fit. */
    INVALID_STATE(230),
    /** The document is not JSON in UTF-8. */
    REPORT_NOT_JSON(300),
    /** The document is not a report document. */
    REPORT_FORMAT(301),
    /** A report document of a version not known here. */
    REPORT_VERSION(302),
    /** A part is missing, of a wrong type, or disagrees. */
    REPORT_INVALID(303),
    /** The Unicode library lacks the data of the language. */
    REPORT_RESOURCE(310),
    /** Memory ran out; nothing was changed. */
    MEMORY(900),
    /** A fault of the library: please report it. */
    INTERNAL(990),
    /** A fault of the library that it cannot even name. */
    UNKNOWN(991),
    /** A number of a later library, which this version of the wrapper does not know. */
    UNRECOGNISED(Coded.UNRECOGNISED);

    private static final ErrorCode[] CONSTANTS = values();

    private final int value;

    ErrorCode(int value) {
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
                : Call.text((name, length, err) -> Capi.bplan_code_get_name(value, name, length, err));
    }

    static ErrorCode of(int value) {
        return Coded.of(CONSTANTS, value);
    }
}

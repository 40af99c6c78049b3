package brukerplan;

import java.util.Set;

/** Kinds of number that may stand where a person's number belongs; a number may be of several. */
public enum NumberKind implements Coded {
    /** Birth number. */
    BIRTH_NUMBER(1),
    /** D-number. */
    D_NUMBER(2),
    /** Local help number. */
    H_NUMBER(4),
    /** Common help number. */
    FH_NUMBER(8),
    /** Test number of the tax administration. */
    TENOR(16),
    /** Test number of Norsk helsenett. */
    NHN(32),
    /** Test number of NAV. */
    NAV_SYNTHETIC(64),
    /** Person identifier of NAV. */
    NPID(128),
    /** Number of twelve digits of the immigration authorities. */
    DUF(256),
    /** A date of birth and 00000: no number. */
    DATE_ONLY(512),
    /** A date of birth and a suffix of Statistics Norway's. */
    DUMMY(1024);

    /** Those that people carry: what a policy accepts unless it is told otherwise. */
    public static final Set<NumberKind> REAL = Coded.set(NumberKind.class, 15);

    /** Those that are made for tests and stand for nobody. */
    public static final Set<NumberKind> SYNTHETIC = Coded.set(NumberKind.class, 112);

    /** Every kind of eleven digits with control digits. */
    public static final Set<NumberKind> NATIONAL = Coded.set(NumberKind.class, 255);

    private final int value;

    NumberKind(int value) {
        this.value = value;
    }

    /** The constant's number in the C interface. */
    @Override
    public int value() {
        return value;
    }

    /**
     * The name under which files and documents have it, in lower case.
     */
    public String token() {
        return Call.text((name, length, err) -> Capi.bplan_number_kind_get_name(value, name, length, err));
    }
}

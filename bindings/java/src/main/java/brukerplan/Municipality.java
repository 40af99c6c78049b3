package brukerplan;

import java.time.LocalDate;

/**
 * Municipality, county and district codes, which stand for something only on a date (docs/municipalities.md). The facts
 * begin on 1 January 2006. Documents are JSON; docs/c-api.md says what they hold. Any thread may call any of this.
 */
public final class Municipality {
    private static final int CODE_SIZE = 4;

    private Municipality() {
    }

    /** How a code stands on a date; any text has an answer. */
    public static MunicipalityValidity validity(String code, LocalDate on) {
        byte[] utf8 = Call.utf8(code);
        return MunicipalityValidity.of(Call.number((out, err) -> Capi.bplan_municipality_get_validity(utf8, utf8.length,
                on.getYear(), on.getMonthValue(), on.getDayOfMonth(), out, err)));
    }

    /**
     * Everything about a code on a date, as JSON; any text has an answer.
     *
     * @param code the code
     * @param on the date
     * @param to a second date: then also what it is on that; null for none
     */
    public static String describe(String code, LocalDate on, LocalDate to) {
        byte[] utf8 = Call.utf8(code);
        return Call.document((out, err) -> Capi.bplan_municipality_describe(utf8, utf8.length, on.getYear(),
                on.getMonthValue(), on.getDayOfMonth(), Call.year(to), Call.month(to), Call.day(to), out, err));
    }

    /**
     * What the municipality with a code on one date is on another, later or earlier, as JSON. A split is never resolved.
     *
     * @param code the code
     * @param from the date of the code
     * @param to the other date
     * @param weights a weight for every branch on the way, as JSON (docs/c-api.md); null for none
     * @throws NumberOrPlaceException the code is not valid on its date, a date is before 2006, or weights cannot be used
     */
    public static String trace(String code, LocalDate from, LocalDate to, String weights) {
        byte[] utf8 = Call.utf8(code);
        byte[] json = Call.utf8OrEmpty(weights);
        return Call.document((out, err) -> Capi.bplan_municipality_trace(utf8, utf8.length, from.getYear(),
                from.getMonthValue(), from.getDayOfMonth(), to.getYear(), to.getMonthValue(), to.getDayOfMonth(), json,
                json.length, out, err));
    }

    /**
     * The municipalities of a name, as JSON.
     *
     * @param name a whole label, a label without its parenthesis, or one of its languages
     * @param on the date; null for any time since 2006
     * @throws NumberOrPlaceException the date is before 2006
     */
    public static String findByName(String name, LocalDate on) {
        byte[] utf8 = Call.utf8(name);
        return Call.document((out, err) -> Capi.bplan_municipality_find_by_name(utf8, utf8.length, Call.year(on),
                Call.month(on), Call.day(on), out, err));
    }

    /**
     * The municipalities on a date in order of code, as JSON.
     *
     * @throws NumberOrPlaceException the date is before 2006
     */
    public static String list(LocalDate on) {
        return Call.document((out, err) -> Capi.bplan_municipality_list(on.getYear(), on.getMonthValue(),
                on.getDayOfMonth(), out, err));
    }

    /**
     * Whether two codes, each on its date, are the same territory. Codes that are equal may be different territories.
     *
     * @throws NumberOrPlaceException a code is not valid on its date, or a date is before 2006
     */
    public static boolean sameTerritory(String firstCode, LocalDate firstOn, String secondCode, LocalDate secondOn) {
        byte[] first = Call.utf8(firstCode);
        byte[] second = Call.utf8(secondCode);
        return Call.flag((out, err) -> Capi.bplan_municipality_same_territory(first, first.length, firstOn.getYear(),
                firstOn.getMonthValue(), firstOn.getDayOfMonth(), second, second.length, secondOn.getYear(),
                secondOn.getMonthValue(), secondOn.getDayOfMonth(), out, err));
    }

    /**
     * How many codes stand, each on its date: numbers of {@link MunicipalityValidity}, one for each.
     *
     * @param codes four bytes a code, one after the other
     * @param epochDays a date for each code, in days since 1 January 1970; or one for all
     * @throws IllegalArgumentException not four bytes a code, or another number of dates
     */
    public static byte[] validities(byte[] codes, int[] epochDays) {
        int count = codes.length / CODE_SIZE;
        if (codes.length % CODE_SIZE != 0 || epochDays.length != count && epochDays.length != 1) {
            throw new IllegalArgumentException("four bytes a code, and a date for each or one for all");
        }
        byte[] validities = new byte[count];
        int stride = epochDays.length == 1 ? 0 : Integer.BYTES;
        Call.count((out, err) -> Capi.bplan_municipality_check_many(codes, CODE_SIZE, epochDays, stride, count,
                validities, out, err));
        return validities;
    }

    /**
     * Whether a code of two digits is a county's on a date.
     *
     * @throws NumberOrPlaceException the date is before 2006
     */
    public static boolean isCounty(String code, LocalDate on) {
        byte[] utf8 = Call.utf8(code);
        return Call.flag((out, err) -> Capi.bplan_county_get_valid(utf8, utf8.length, on.getYear(), on.getMonthValue(),
                on.getDayOfMonth(), out, err));
    }

    /**
     * Whether a code of six digits is a city district's on a date, the unknown district of a city included.
     *
     * @throws NumberOrPlaceException the date is before 2006
     */
    public static boolean isDistrict(String code, LocalDate on) {
        byte[] utf8 = Call.utf8(code);
        return Call.flag((out, err) -> Capi.bplan_district_get_valid(utf8, utf8.length, on.getYear(), on.getMonthValue(),
                on.getDayOfMonth(), out, err));
    }
}

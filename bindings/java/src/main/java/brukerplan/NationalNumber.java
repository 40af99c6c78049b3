package brukerplan;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What was found of what stands where a person's number belongs, without its digits (docs/national-numbers.md). A value:
 * it needs no closing, never changes, and may be used by several threads at once.
 */
public final class NationalNumber {
    private final boolean valid;
    private final Set<NumberKind> kinds;
    private final NumberReason reason;
    private final int position;
    private final Sex sex;
    private final NumberBasis sexBasis;
    private final Set<NumberRule> rules;
    private final int[] birthYears;
    private final NumberBasis birthYearBasis;
    private final int[] birthMonth = new int[1];
    private final int[] birthDay = new int[1];

    private NationalNumber(Pointer number) {
        valid = Call.flag((out, err) -> Capi.bplan_number_get_valid(number, out, err));
        kinds = Coded.set(NumberKind.class, Call.number((out, err) -> Capi.bplan_number_get_kinds(number, out, err)));
        reason = NumberReason.of(Call.number((out, err) -> Capi.bplan_number_get_reason(number, out, err)));
        position = Call.number((out, err) -> Capi.bplan_number_get_position(number, out, err));
        sex = Sex.of(Call.number((out, err) -> Capi.bplan_number_get_sex(number, out, err)));
        sexBasis = NumberBasis.of(Call.number((out, err) -> Capi.bplan_number_get_sex_basis(number, out, err)));
        rules = Coded.set(NumberRule.class, Call.number((out, err) -> Capi.bplan_number_get_rules(number, out, err)));
        birthYears = new int[(int) Call.count((out, err) -> Capi.bplan_number_count_birth_years(number, out, err))];
        for (int i = 0; i < birthYears.length; ++i) {
            int index = i;
            birthYears[i] = Call.number((out, err) -> Capi.bplan_number_get_birth_year(number, index, out, err));
        }
        birthYearBasis = NumberBasis.of(
                Call.number((out, err) -> Capi.bplan_number_get_birth_year_basis(number, out, err)));
        Call.plain(err -> Capi.bplan_number_get_birth_day(number, birthMonth, birthDay, err));
    }

    /** Checks a text as {@link #check(String, NumberPolicy)} does, under the policy that nothing was set in. */
    public static NationalNumber check(String text) {
        return check(text, null);
    }

    /**
     * Checks a text: a national number of eleven digits; if it is none, a DUF number of twelve, or a placeholder where the
     * policy accepts them. Reads digits alone ({@link #normalise} gives them); any text has an answer.
     *
     * @param text the digits
     * @param policy what is accepted; null for the policy that nothing was set in
     */
    public static NationalNumber check(String text, NumberPolicy policy) {
        byte[] utf8 = Call.utf8(text);
        return Handle.withOptional(policy, handle -> {
            Pointer number = Call.handle((out, err) -> Capi.bplan_number_check(handle, utf8, utf8.length, out, err));
            try {
                return new NationalNumber(number);
            } finally {
                Capi.bplan_number_free(number);
            }
        });
    }

    /**
     * Brings a number as people write it to the digits that {@link #check} reads. Takes away blanks and hyphens where they
     * may stand and adds nothing; whether the digits are a number is not asked.
     *
     * @throws NumberOrPlaceException the text cannot be brought to digits
     */
    public static NormalisedNumber normalise(String text) {
        byte[] utf8 = Call.utf8(text);
        byte[] buffer = new byte[Capi.NUMBER_MOST_DIGITS];
        int[] changes = new int[1];
        long digits = Call.count((out, err) -> Capi.bplan_number_normalise(utf8, utf8.length, buffer, buffer.length, out,
                changes, err));
        return new NormalisedNumber(new String(buffer, 0, (int) digits, StandardCharsets.US_ASCII),
                Coded.set(NumberChange.class, changes[0]));
    }

    /**
     * Checks many numbers of eleven bytes; number i begins at byte {@code i * stride}. Every answer is that of
     * {@link #check} for the same bytes.
     *
     * @param numbers the bytes
     * @param stride distance from one number to the next, at least 11
     * @param count how many
     * @param policy what is accepted; null for the policy that nothing was set in
     * @throws IllegalArgumentException there are fewer bytes than that
     * @throws UsageException a negative count, or a stride below 11
     */
    public static NumberAnswers checkFixed(byte[] numbers, int stride, int count, NumberPolicy policy) {
        requireFixed(numbers, stride, count);
        return NumberAnswers.of(count, policy, (handle, columns, out, err) -> Capi.bplan_number_check_fixed(handle, numbers,
                stride, count, columns, out, err));
    }

    /**
     * Checks many texts of any length. Every answer is that of {@link #check} for the same text.
     *
     * @param texts the texts, none of them null
     * @param policy what is accepted; null for the policy that nothing was set in
     */
    public static NumberAnswers checkAll(List<String> texts, NumberPolicy policy) {
        byte[][] parts = texts.stream().map(Call::utf8).toArray(byte[][]::new);
        long[] offsets = new long[parts.length + 1];
        for (int i = 0; i < parts.length; ++i) {
            offsets[i + 1] = offsets[i] + parts[i].length;
        }
        byte[] data = new byte[Math.toIntExact(offsets[parts.length])];
        for (int i = 0; i < parts.length; ++i) {
            System.arraycopy(parts[i], 0, data, (int) offsets[i], parts[i].length);
        }
        return checkLargeStrings(data, offsets, policy);
    }

    /**
     * Checks texts that stand as an Arrow column of strings: text i is the bytes of {@code data} from {@code offsets[i]}
     * up to {@code offsets[i + 1]}.
     *
     * @param data bytes of UTF-8
     * @param offsets one more than there are texts
     * @param policy what is accepted; null for the policy that nothing was set in
     * @throws IllegalArgumentException no offset, or one beyond the data
     * @throws UsageException an offset that is negative or before the one before it: the exception has the row
     */
    public static NumberAnswers checkStrings(byte[] data, int[] offsets, NumberPolicy policy) {
        requireOffsets(data, Arrays.stream(offsets).asLongStream().max());
        return NumberAnswers.of(offsets.length - 1, policy, (handle, columns, out, err) -> Capi.bplan_number_check_strings(
                handle, data, offsets, offsets.length - 1, columns, out, err));
    }

    /**
     * The same for an Arrow column of large strings.
     *
     * @param data bytes of UTF-8
     * @param offsets one more than there are texts
     * @param policy what is accepted; null for the policy that nothing was set in
     * @throws IllegalArgumentException no offset, or one beyond the data
     * @throws UsageException an offset that is negative or before the one before it: the exception has the row
     */
    public static NumberAnswers checkLargeStrings(byte[] data, long[] offsets, NumberPolicy policy) {
        requireOffsets(data, Arrays.stream(offsets).max());
        return NumberAnswers.of(offsets.length - 1, policy, (handle, columns, out,
                err) -> Capi.bplan_number_check_large_strings(handle, data, offsets, offsets.length - 1, columns, out, err));
    }

    /** The library checks stride and count; that the array is as long as they say, only Java can. */
    static void requireFixed(byte[] numbers, long stride, long count) {
        if (count > 0 && stride >= 0 && (count - 1) * stride + 11 > numbers.length) {
            throw new IllegalArgumentException("numbers: fewer bytes than count and stride say");
        }
    }

    private static void requireOffsets(byte[] data, OptionalLong largest) {
        if (!largest.isPresent() || largest.getAsLong() > data.length) {
            throw new IllegalArgumentException("offsets: at least one, and none beyond the data");
        }
    }

    /** Whether it is accepted. */
    public boolean isValid() {
        return valid;
    }

    /** What it is. Of a refused number: what it is where that is why, else nothing. The set cannot be changed. */
    public Set<NumberKind> kinds() {
        return kinds;
    }

    /** Why it is refused. */
    public NumberReason reason() {
        return reason;
    }

    /** The digit at fault, or the first of those at fault, from 0; -1 for none. */
    public int position() {
        return position;
    }

    /** Sex. */
    public Sex sex() {
        return sex;
    }

    /** What the sex rests on. */
    public NumberBasis sexBasis() {
        return sexBasis;
    }

    /** The rules that the control digits of an accepted number satisfy. The set cannot be changed. */
    public Set<NumberRule> rules() {
        return rules;
    }

    /** Years in which the person may be born, none, one or two; they rise. */
    public int[] birthYears() {
        return birthYears.clone();
    }

    /** What the birth years rest on. */
    public NumberBasis birthYearBasis() {
        return birthYearBasis;
    }

    /** Month of birth without the marks of its kind; 0 where the number does not say. */
    public int birthMonth() {
        return birthMonth[0];
    }

    /** Day of birth within its month, without the marks of its kind; 0 where the number does not say. */
    public int birthDay() {
        return birthDay[0];
    }

    /** Kinds and reason alone: nothing that is somebody's. */
    @Override
    public String toString() {
        return "NationalNumber[" + (valid ? "valid" : "not valid: " + reason) + ", kinds " + kinds + "]";
    }
}

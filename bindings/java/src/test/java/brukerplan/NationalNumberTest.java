package brukerplan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class NationalNumberTest {
    private static final String TENOR = "15868710168";

    private static NumberPolicy testNumbers() {
        return NumberPolicy.builder().testNumbers(true).build();
    }

    @Test
    void aTestNumberNeedsThePolicyForIt() {
        NationalNumber refused = NationalNumber.check(TENOR);
        assertFalse(refused.isValid());
        assertEquals(NumberReason.SYNTHETIC_NOT_ALLOWED, refused.reason());
        try (NumberPolicy policy = testNumbers()) {
            NationalNumber number = NationalNumber.check(TENOR, policy);
            assertTrue(number.isValid());
            assertEquals(EnumSet.of(NumberKind.TENOR), number.kinds());
            assertEquals(NumberReason.NONE, number.reason());
            assertEquals(-1, number.position());
            assertEquals(Sex.MALE, number.sex());
            assertEquals(6, number.birthMonth());
            assertEquals(15, number.birthDay());
            assertArrayEquals(new int[] {1987}, number.birthYears());
            assertTrue(number.rules().contains(NumberRule.RULE_2032));
            assertFalse(number.birthYearBasis() == NumberBasis.UNKNOWN || number.sexBasis() == NumberBasis.UNKNOWN);
        }
    }

    @Test
    void noTextOfItHoldsItsDigits() {
        try (NumberPolicy policy = testNumbers()) {
            assertFalse(NationalNumber.check(TENOR, policy).toString().contains("158687"));
            assertFalse(NationalNumber.normalise(TENOR).toString().contains("158687"));
            BrukerplanException refused = assertThrows(NumberOrPlaceException.class,
                    () -> NationalNumber.normalise("15868710168 x"));
            assertFalse(refused.getMessage().contains("158687"));
        }
    }

    @Test
    void anyTextHasAnAnswer() {
        assertEquals(NumberReason.LENGTH, NationalNumber.check("").reason());
        assertEquals(NumberReason.NOT_A_DIGIT, NationalNumber.check("1586871016x").reason());
        assertEquals(10, NationalNumber.check("1586871016x").position());
    }

    @Test
    void aPolicyIsWhatItsBuilderWasTold() {
        try (NumberPolicy policy = NumberPolicy.builder().kinds(EnumSet.of(NumberKind.TENOR))
                .rule(AcceptedRules.BY_DATE).assignedBy(LocalDate.of(1980, 1, 1)).dTable(DNumberTable.NEW)
                .dates(DateCheck.STRICT).referenceDate(LocalDate.of(1980, 1, 1)).refuseAmbiguous(true).build()) {
            assertEquals(NumberReason.BIRTH_AFTER_REFERENCE_DATE, NationalNumber.check(TENOR, policy).reason());
        }
        assertThrows(UsageException.class, () -> NumberPolicy.builder().kinds(Collections.emptySet()).build());
    }

    @Test
    void aNumberIsBroughtToDigitsAsPeopleWriteIt() {
        NormalisedNumber number = NationalNumber.normalise(" 158687\u00a010168");
        assertEquals(TENOR, number.digits());
        assertEquals(EnumSet.of(NumberChange.BLANKS, NumberChange.NO_BREAK_SPACE), number.changes());
        assertEquals(ErrorCode.INVALID_NUMBER,
                assertThrows(NumberOrPlaceException.class, () -> NationalNumber.normalise("x")).error());
    }

    private static void assertAnswers(List<String> texts, NumberPolicy policy, NumberAnswers answers) {
        assertEquals(texts.size(), answers.size());
        long accepted = 0;
        for (int i = 0; i < texts.size(); ++i) {
            NationalNumber expected = NationalNumber.check(texts.get(i), policy);
            int[] years = Arrays.copyOf(expected.birthYears(), 2);
            assertEquals(expected.isValid(), answers.isValid(i));
            assertEquals(expected.reason(), answers.reason(i));
            assertEquals(expected.position(), answers.positions()[i]);
            assertEquals(expected.kinds(), answers.kinds(i));
            assertEquals(expected.sex(), answers.sex(i));
            assertEquals(Coded.bits(expected.rules()), answers.rules()[i]);
            assertEquals(years[0], answers.firstBirthYears()[i]);
            assertEquals(years[1], answers.secondBirthYears()[i]);
            accepted += answers.valid()[i];
        }
        assertEquals(accepted, answers.accepted());
    }

    @Test
    void manyNumbersHaveTheAnswersOfEach() {
        List<String> texts = Arrays.asList(TENOR, "15868710169", "1586871016x", "20036914700", "15868710168");
        byte[] fixed = String.join("  ", texts).getBytes(StandardCharsets.US_ASCII);
        try (NumberPolicy policy = testNumbers()) {
            assertAnswers(texts, policy, NationalNumber.checkFixed(fixed, 13, 5, policy));
            assertAnswers(texts, null, NationalNumber.checkFixed(fixed, 13, 5, null));
        }
    }

    @Test
    void manyTextsHaveTheAnswersOfEach() {
        List<String> texts = Arrays.asList(TENOR, "", "\u00e6", "5868710168", "20036914700");
        byte[] data = String.join("", texts).getBytes(StandardCharsets.UTF_8);
        try (NumberPolicy policy = testNumbers()) {
            assertAnswers(texts, policy, NationalNumber.checkAll(texts, policy));
            assertAnswers(texts, policy, NationalNumber.checkStrings(data, new int[] {0, 11, 11, 13, 23, 34}, policy));
            assertAnswers(texts, policy,
                    NationalNumber.checkLargeStrings(data, new long[] {0, 11, 11, 13, 23, 34}, policy));
        }
        assertEquals(0, NationalNumber.checkAll(Collections.emptyList(), null).size());
    }

    @Test
    void whatIsNotThereIsNotRead() {
        assertThrows(IllegalArgumentException.class, () -> NationalNumber.checkFixed(new byte[21], 11, 2, null));
        assertThrows(IllegalArgumentException.class, () -> NationalNumber.checkStrings(new byte[3], new int[] {0, 4}, null));
        assertThrows(IllegalArgumentException.class, () -> NationalNumber.checkStrings(new byte[3], new int[0], null));
        assertThrows(IllegalArgumentException.class,
                () -> NationalNumber.checkLargeStrings(new byte[3], new long[] {0, 1L << 40}, null));
        assertThrows(UsageException.class, () -> NationalNumber.checkFixed(new byte[22], 10, 2, null));
        assertThrows(UsageException.class, () -> NationalNumber.checkFixed(new byte[22], 11, -1, null));
        assertEquals(1, assertThrows(UsageException.class,
                () -> NationalNumber.checkStrings(new byte[3], new int[] {0, 2, 1}, null)).row());
    }

    @Test
    void aClosedPolicyIsRefused() {
        NumberPolicy policy = testNumbers();
        policy.close();
        assertThrows(IllegalStateException.class, () -> NationalNumber.check(TENOR, policy));
    }
}

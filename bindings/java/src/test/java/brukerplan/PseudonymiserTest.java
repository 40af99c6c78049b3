package brukerplan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PseudonymiserTest {
    private static final String NUMBER = "15868710168";

    private final NumberPolicy policy = NumberPolicy.builder().testNumbers(true).build();

    @AfterEach
    void close() {
        policy.close();
    }

    private static Pseudonymiser linking(int first) {
        byte[] key = new byte[Pseudonymiser.LINKING_KEY_SIZE];
        key[0] = (byte) first;
        return Pseudonymiser.linking(key, "years");
    }

    @Test
    void onePersonHasOnePseudonymUnderOneKeyHoweverTheNumberIsWritten() {
        try (Pseudonymiser one = linking(1); Pseudonymiser again = linking(1); Pseudonymiser other = linking(2)) {
            byte[] pseudonym = one.make(NUMBER, policy);
            assertEquals(Pseudonymiser.PSEUDONYM_SIZE, pseudonym.length);
            assertArrayEquals(pseudonym, again.make("158687 10168", policy));
            assertFalse(Arrays.equals(pseudonym, other.make(NUMBER, policy)));
            assertEquals(PseudonymBasis.CALLER_LINKING_KEY, one.basis());
        }
    }

    @Test
    void anEphemeralKeyIsNeverTheSame() {
        try (Pseudonymiser one = Pseudonymiser.ephemeral("2024-1", "9001");
                Pseudonymiser other = Pseudonymiser.ephemeral("2024-1", "9001")) {
            assertFalse(Arrays.equals(one.make(NUMBER, policy), other.make(NUMBER, policy)));
            assertEquals(PseudonymBasis.EPHEMERAL, one.basis());
        }
    }

    @Test
    void aNumberThatIsNotAcceptedHasNone() {
        try (Pseudonymiser maker = linking(1)) {
            BrukerplanException refused = assertThrows(NumberOrPlaceException.class, () -> maker.make(NUMBER, null));
            assertEquals(ErrorCode.INVALID_NUMBER, refused.error());
            assertFalse(refused.getMessage().contains(NUMBER));
        }
    }

    @Test
    void manyNumbersHaveThePseudonymsOfEach() {
        byte[] numbers = (NUMBER + "--" + "15868710169" + "--" + NUMBER).getBytes(StandardCharsets.US_ASCII);
        try (Pseudonymiser maker = linking(1)) {
            Pseudonyms pseudonyms = maker.makeFixed(numbers, 13, 3, policy);
            assertEquals(2, pseudonyms.made());
            assertEquals(3, pseudonyms.size());
            assertArrayEquals(maker.make(NUMBER, policy), pseudonyms.get(0));
            assertArrayEquals(pseudonyms.get(0), pseudonyms.get(2));
            assertNull(pseudonyms.get(1));
            assertEquals(NumberReason.SECOND_CONTROL_DIGIT, pseudonyms.reason(1));
            assertThrows(IllegalArgumentException.class, () -> maker.makeFixed(numbers, 13, 4, policy));
            assertThrows(UsageException.class, () -> maker.makeFixed(numbers, 13, -1, policy));
        }
    }

    @Test
    void aKeyHasThirtyTwoBytes() {
        assertEquals(ErrorCode.INVALID_ARGUMENT,
                assertThrows(UsageException.class, () -> Pseudonymiser.linking(new byte[31], "years")).error());
        assertThrows(UsageException.class, () -> Pseudonymiser.linking(new byte[0], "years"));
    }

    @Test
    void aClosedPseudonymiserIsRefused() {
        Pseudonymiser maker = linking(1);
        maker.close();
        assertThrows(IllegalStateException.class, () -> maker.make(NUMBER, policy));
    }
}

package brukerplan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MunicipalityTest {
    private static final LocalDate BEFORE = LocalDate.of(2019, 12, 31);
    private static final LocalDate AFTER = LocalDate.of(2020, 1, 1);

    private static JsonObject json(String document) {
        return JsonParser.parseString(document).getAsJsonObject();
    }

    @Test
    void aCodeStandsForSomethingOnADate() {
        assertEquals(MunicipalityValidity.VALID, Municipality.validity("1201", BEFORE));
        assertEquals(MunicipalityValidity.NO_LONGER_VALID, Municipality.validity("1201", AFTER));
        assertEquals(MunicipalityValidity.NOT_YET_VALID, Municipality.validity("4601", BEFORE));
        assertEquals(MunicipalityValidity.MALFORMED_CODE, Municipality.validity("301", AFTER));
        assertEquals(MunicipalityValidity.FICTIONAL_CODE, Municipality.validity("9001", AFTER));
    }

    @Test
    void manyCodesStandAsEach() {
        byte[] codes = "1201460103019001".getBytes(StandardCharsets.US_ASCII);
        int before = (int) BEFORE.toEpochDay();
        int after = (int) AFTER.toEpochDay();
        assertArrayEquals(new byte[] {1, 2, 1, 6}, Municipality.validities(codes, new int[] {before}));
        assertArrayEquals(new byte[] {3, 2, 1, 6}, Municipality.validities(codes, new int[] {after, before, after, after}));
        assertEquals(0, Municipality.validities(new byte[0], new int[] {after}).length);
        assertThrows(IllegalArgumentException.class, () -> Municipality.validities(codes, new int[] {before, after}));
        assertThrows(IllegalArgumentException.class, () -> Municipality.validities(new byte[5], new int[] {before}));
    }

    @Test
    void documentsTellWhatACodeIs() {
        assertEquals("valid", json(Municipality.describe("0301", AFTER, null)).get("validity").getAsString());
        assertTrue(json(Municipality.describe("1201", BEFORE, AFTER)).has("trace"));
        assertTrue(Municipality.trace("1201", BEFORE, AFTER, null).contains("\"4601\""));
        assertTrue(Municipality.findByName("B\u00e6rum", AFTER).contains("B\u00e6rum"));
        assertTrue(Municipality.findByName("Bergen", null).contains("\"1201\""));
        assertTrue(json(Municipality.list(AFTER)).getAsJsonArray("municipalities").size() > 300);
    }

    @Test
    void territoriesAreComparedOnTheirDates() {
        assertTrue(Municipality.sameTerritory("1201", BEFORE, "4601", AFTER));
        assertFalse(Municipality.sameTerritory("1201", BEFORE, "0301", AFTER));
        assertEquals(ErrorCode.NOT_VALID_ON_DATE, assertThrows(NumberOrPlaceException.class,
                () -> Municipality.sameTerritory("1201", AFTER, "4601", AFTER)).error());
    }

    @Test
    void countiesAndDistrictsAreYesOrNo() {
        assertTrue(Municipality.isCounty("46", AFTER));
        assertFalse(Municipality.isCounty("46", BEFORE));
        assertTrue(Municipality.isDistrict("030101", AFTER));
        assertFalse(Municipality.isDistrict("030177", AFTER));
        assertEquals(ErrorCode.BEFORE_FACTS, assertThrows(NumberOrPlaceException.class,
                () -> Municipality.isCounty("46", LocalDate.of(2005, 1, 1))).error());
    }

    @Test
    void weightsThatCannotBeReadNameTheirElement() {
        BrukerplanException refused = assertThrows(NumberOrPlaceException.class,
                () -> Municipality.trace("1507", LocalDate.of(2023, 1, 1), LocalDate.of(2024, 1, 1), "[1]"));
        assertEquals(ErrorCode.INVALID_WEIGHT, refused.error());
        assertEquals(0, refused.row());
    }
}

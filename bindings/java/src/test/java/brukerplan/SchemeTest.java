package brukerplan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SchemeTest {
    private static byte[][] randomColumns(int rows, int numbers) {
        byte[][] columns = new byte[8][rows];
        Random random = new Random(1);
        for (byte[] column : columns) {
            for (int row = 0; row < rows; ++row) {
                column[row] = (byte) random.nextInt(numbers);
            }
        }
        return columns;
    }

    private static byte[] row(byte[][] columns, int row) {
        byte[] ratings = new byte[8];
        for (int domain = 0; domain < 8; ++domain) {
            ratings[domain] = columns[domain][row];
        }
        return ratings;
    }

    private static void assertSame(Score expected, Scores scores, int row) {
        Score came = scores.get(row);
        assertEquals(expected.indexClass(), came.indexClass());
        assertEquals(expected.points(), came.points());
        assertEquals(expected.answered(), came.answered());
        assertEquals(expected.reason(), came.reason());
    }

    @Test
    void oneAssessmentByRatingsByAMapAndByItsCode() {
        Map<Domain, Rating> ratings = new EnumMap<>(Domain.class);
        for (Domain domain : Domain.values()) {
            ratings.put(domain, Rating.RED);
        }
        try (Scheme scheme = Scheme.create(null, null)) {
            assertEquals("sum16/1", scheme.id());
            assertEquals(IndexClass.BLUE_LIGHT, scheme.score(ratings).indexClass());
            assertEquals(IndexClass.BLUE_LIGHT, scheme.scoreCode(65535).indexClass());
            assertEquals(16, scheme.score((byte) 3, (byte) 3, (byte) 3, (byte) 3, (byte) 3, (byte) 3, (byte) 3, (byte) 3).points());
            ratings.remove(Domain.NETWORK);
            assertEquals(NoClassReason.TOO_FEW_ASSESSED, scheme.score(ratings).reason());
            assertEquals(7, scheme.score(ratings).answered());
            assertThrows(UsageException.class, () -> scheme.scoreCode(65536));
            assertThrows(IllegalArgumentException.class, () -> scheme.score(new byte[7]));
        }
    }

    @Test
    void manyRowsOfColumnsHaveTheScoresOfEach() {
        byte[][] columns = randomColumns(40000, 5);
        try (Scheme scheme = Scheme.create("brukerplan/2024", "rule/1")) {
            Scores scores = scheme.scoreColumns(columns);
            assertEquals(40000, scores.size());
            long unreadable = 0;
            for (int row = 0; row < scores.size(); ++row) {
                Score expected = scheme.score(row(columns, row));
                assertSame(expected, scores, row);
                unreadable += expected.reason() == NoClassReason.UNREADABLE ? 1 : 0;
            }
            assertTrue(unreadable > 0);
            assertEquals(unreadable, scores.unreadable());
        }
    }

    @Test
    void rowsInsideStructsHaveTheScoresOfColumns() {
        int rows = 40000;
        int size = 13;
        byte[][] columns = randomColumns(rows, 4);
        ByteBuffer structs = ByteBuffer.allocateDirect(3 + rows * size);
        structs.position(3);
        long[] offsets = new long[8];
        long[] strides = new long[8];
        for (int domain = 0; domain < 8; ++domain) {
            offsets[domain] = domain + 2;
            strides[domain] = size;
            for (int row = 0; row < rows; ++row) {
                structs.put(3 + row * size + domain + 2, columns[domain][row]);
            }
        }
        // The last domain is read backwards, from the last struct to the first.
        offsets[7] += (rows - 1L) * size;
        strides[7] = -size;
        for (int row = 0; row < rows / 2; ++row) {
            byte other = columns[7][row];
            columns[7][row] = columns[7][rows - 1 - row];
            columns[7][rows - 1 - row] = other;
        }
        try (Scheme scheme = Scheme.create(null, "sum16/1")) {
            Scores expected = scheme.scoreColumns(columns);
            Scores came = scheme.scoreStrided(structs, offsets, strides, rows);
            assertArrayEquals(expected.classes(), came.classes());
            assertArrayEquals(expected.points(), came.points());
            assertArrayEquals(expected.answered(), came.answered());
            assertArrayEquals(expected.reasons(), came.reasons());
            assertEquals(3, structs.position());
        }
    }

    @Test
    void ratingsOutsideTheBufferAreRefused() {
        ByteBuffer structs = ByteBuffer.allocateDirect(80);
        long[] offsets = {0, 1, 2, 3, 4, 5, 6, 7};
        long[] strides = {8, 8, 8, 8, 8, 8, 8, 8};
        try (Scheme scheme = Scheme.create(null, null)) {
            assertEquals(10, scheme.scoreStrided(structs, offsets, strides, 10).size());
            assertThrows(IllegalArgumentException.class, () -> scheme.scoreStrided(structs, offsets, strides, 11));
            strides[3] = -8;
            assertThrows(IllegalArgumentException.class, () -> scheme.scoreStrided(structs, offsets, strides, 10));
            strides[3] = Long.MAX_VALUE;
            assertThrows(ArithmeticException.class, () -> scheme.scoreStrided(structs, offsets, strides, 10));
            assertThrows(IllegalArgumentException.class,
                    () -> scheme.scoreStrided(ByteBuffer.allocate(80), offsets, strides, 1));
            assertEquals(0, scheme.scoreStrided(structs, offsets, strides, 0).size());
        }
    }

    @Test
    void everyCodeHasTheScoreOfEach() {
        short[] codes = new short[65536];
        for (int code = 0; code < codes.length; ++code) {
            codes[code] = (short) code;
        }
        try (Scheme scheme = Scheme.create(null, "rule/1")) {
            Scores scores = scheme.scorePacked(codes);
            for (int code = 0; code < codes.length; ++code) {
                assertSame(scheme.scoreCode(code), scores, code);
            }
            assertEquals(0, scores.unreadable());
        }
    }

    @Test
    void noRowsHaveNoScores() {
        try (Scheme scheme = Scheme.create(null, null)) {
            assertEquals(0, scheme.scoreColumns(new byte[8][0]).size());
            assertEquals(0, scheme.scorePacked(new short[0]).size());
            assertThrows(IllegalArgumentException.class, () -> scheme.scoreColumns(new byte[7][3]));
            byte[][] ragged = new byte[8][3];
            ragged[5] = new byte[2];
            assertThrows(IllegalArgumentException.class, () -> scheme.scoreColumns(ragged));
        }
    }

    @Test
    void anExplanationIsADocumentInItsLanguage() {
        Map<Domain, Rating> ratings = new EnumMap<>(Domain.class);
        for (Domain domain : Domain.values()) {
            ratings.put(domain, Rating.GREEN);
        }
        try (Scheme scheme = Scheme.create(null, null)) {
            assertTrue(JsonParser.parseString(scheme.explain(ratings, "en")).isJsonObject());
            assertTrue(!scheme.explain(ratings, null).equals(scheme.explain(ratings, "en")));
            assertEquals(ErrorCode.UNKNOWN_LANGUAGE,
                    assertThrows(InstrumentException.class, () -> scheme.explain(ratings, "xx")).error());
        }
    }

    @Test
    void schemesAreComparedByCounts() {
        try (Scheme first = Scheme.create(null, "sum16/1"); Scheme second = Scheme.create(null, "rule/1")) {
            assertTrue(JsonParser.parseString(first.compare(second, null)).isJsonObject());
            long[] counts = new long[65536];
            counts[17] = -1;
            UsageException refused = assertThrows(UsageException.class, () -> first.compare(second, counts));
            assertEquals(17, refused.row());
            assertThrows(IllegalArgumentException.class, () -> first.compare(second, new long[3]));
        }
    }

    @Test
    void whatIsNoSchemeIsRefused() {
        assertEquals(ErrorCode.INVALID_SCHEME, assertThrows(InstrumentException.class, () -> Scheme.fromJson("{}")).error());
        assertEquals(ErrorCode.UNKNOWN_PACK, assertThrows(InstrumentException.class, () -> Scheme.create("x", null)).error());
    }

    @Test
    void aClosedSchemeIsRefused() {
        Scheme scheme = Scheme.create(null, null);
        scheme.close();
        assertThrows(IllegalStateException.class, scheme::id);
        assertThrows(IllegalStateException.class, () -> scheme.scorePacked(new short[1]));
    }
}

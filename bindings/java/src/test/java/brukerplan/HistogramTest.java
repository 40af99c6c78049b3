package brukerplan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static final int ROWS = 40000;

    /** Structs of eight ratings, and their codes. */
    private final ByteBuffer structs = ByteBuffer.allocateDirect(ROWS * 8);
    private final byte[][] columns = new byte[8][ROWS];
    private final short[] codes = new short[ROWS];
    private final long[] expected = new long[65536];

    HistogramTest() {
        Random random = new Random(1);
        for (int row = 0; row < ROWS; ++row) {
            int code = random.nextInt(65536);
            codes[row] = (short) code;
            ++expected[code];
            for (int domain = 0; domain < 8; ++domain) {
                columns[domain][row] = (byte) (code >> 2 * domain & 3);
                structs.put(row * 8 + domain, columns[domain][row]);
            }
        }
    }

    @Test
    void columnsStructsAndCodesCountTheSamePersons() {
        long[] offsets = {0, 1, 2, 3, 4, 5, 6, 7};
        long[] strides = {8, 8, 8, 8, 8, 8, 8, 8};
        try (Histogram ofColumns = new Histogram(); Histogram ofStructs = new Histogram();
                Histogram ofCodes = new Histogram()) {
            ofColumns.addColumns(columns);
            ofStructs.addStrided(structs, offsets, strides, ROWS);
            ofCodes.addPacked(codes);
            assertArrayEquals(expected, ofColumns.counts());
            assertArrayEquals(expected, ofStructs.counts());
            assertArrayEquals(expected, ofCodes.counts());
            assertEquals(ROWS, ofColumns.countPersons());
        }
    }

    @Test
    void rowsWithANumberThatIsNoRatingAreCountedApart() {
        columns[3][17] = 9;
        try (Histogram histogram = new Histogram()) {
            histogram.addColumns(columns);
            assertEquals(ROWS - 1, histogram.countPersons());
            assertEquals(1, histogram.countUnreadable());
        }
    }

    @Test
    void countsOfPartsAddUp() {
        try (Histogram histogram = new Histogram()) {
            histogram.addPacked(codes);
            histogram.addCounts(expected, 3);
            assertEquals(2 * ROWS, histogram.countPersons());
            assertEquals(3, histogram.countUnreadable());
            expected[5] = -1;
            assertEquals(5, assertThrows(UsageException.class, () -> histogram.addCounts(expected, 0)).row());
            assertThrows(IllegalArgumentException.class, () -> histogram.addCounts(new long[1], 0));
            assertEquals(2 * ROWS, histogram.countPersons());
        }
    }

    @Test
    void aSchemeCountsItsClassesInThem() {
        try (Histogram histogram = new Histogram(); Scheme scheme = Scheme.create(null, null)) {
            histogram.addPacked(codes);
            long[] counts = histogram.counts();
            Scores scores = scheme.scorePacked(codes);
            long[] classes = new long[5];
            for (byte indexClass : scores.classes()) {
                ++classes[indexClass];
            }
            for (IndexClass indexClass : IndexClass.values()) {
                if (indexClass != IndexClass.UNRECOGNISED) {
                    assertEquals(classes[indexClass.value()], scheme.countClass(counts, indexClass));
                }
            }
            assertEquals(ROWS - classes[0], scheme.countNoClass(counts, NoClassReason.HAS_CLASS));
            assertThrows(IllegalArgumentException.class, () -> scheme.countClass(new long[1], IndexClass.RED));
            assertThrows(UsageException.class, () -> scheme.countClass(counts, IndexClass.UNRECOGNISED));
        }
    }

    @Test
    void aClosedHistogramIsRefused() {
        Histogram histogram = new Histogram();
        histogram.close();
        assertThrows(IllegalStateException.class, () -> histogram.addPacked(codes));
    }
}

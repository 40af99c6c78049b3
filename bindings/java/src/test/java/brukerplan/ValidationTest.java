package brukerplan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ValidationTest {
    private static final byte NONE = (byte) Severity.NONE.value();
    private static final byte ERROR = (byte) Severity.ERROR.value();

    private final ArrowStructs structs = new ArrowStructs();
    private final Context context = Example.options().createContext();

    @AfterEach
    void close() {
        context.close();
    }

    /** Three people who are nobody; one has a rating that is none. */
    private static Map<String, String[]> people() {
        Map<String, String[]> columns = new LinkedHashMap<>();
        columns.put("municipality", new String[] {"9001", "9001", "9001"});
        columns.put("mapping_year", new String[] {"2024", "2024", "2024"});
        columns.put("mapped_on", new String[] {"2024-10-07", "2024-10-08", "2024-10-09"});
        columns.put("unit", new String[] {"Team A", "Team B", "Team A"});
        columns.put("birth_year", new String[] {"1987", "1990", "1970"});
        columns.put("substance_problem", new String[] {"yes", "yes", "yes"});
        columns.put("mental_disorder", new String[] {"none", "serious", "none"});
        for (Domain domain : Domain.values()) {
            columns.put(domain.token(), new String[] {"green", "yellow", "red"});
        }
        columns.put("housing", new String[] {"yellow", "green", "green"});
        columns.put("mental_health", new String[] {"green", "yellow", "green"});
        columns.get("economy")[1] = "yelow";
        columns.put("services_received", new String[] {"follow_up_team", "follow_up_team", "follow_up_team"});
        columns.put("shoe_size", new String[] {"40", "41", "42"});
        return columns;
    }

    private Validation validation(long mostDetails) {
        Map<String, String[]> people = people();
        return context.validateTable(structs.schema(people), structs.batch(people), mostDetails);
    }

    @Test
    void rowsAndFindingsAreCounted() {
        try (Validation validation = validation(100)) {
            assertEquals(3, validation.countRows(null));
            assertEquals(1, validation.countRows(Severity.ERROR));
            assertEquals(2, validation.countRows(Severity.NONE));
            assertEquals(validation.countFindings(null), validation.countDetails());
            assertTrue(validation.countFindings(Severity.ERROR) >= 1);
            assertFalse(validation.isTruncated());
            assertArrayEquals(new long[] {people().size() - 1}, validation.unknownColumns());
        }
    }

    @Test
    void rowsAreSplitIntoGoodAndBad() {
        try (Validation validation = validation(100)) {
            assertArrayEquals(new byte[] {NONE, ERROR, NONE}, validation.worstSeverities());
            assertArrayEquals(new long[] {0, 2}, validation.goodRows());
            assertArrayEquals(new long[] {1}, validation.badRows());
        }
    }

    @Test
    void findingsAreCountedByRuleFieldAndUnit() {
        try (Validation validation = validation(100)) {
            int rule = validation.ruleCodes().indexOf("BP-DOM-001");
            int field = validation.fieldNames().indexOf("economy");
            assertEquals(1, validation.countRuleFindings(rule, null));
            assertEquals(1, validation.countRuleRecords(rule, Severity.ERROR));
            assertEquals(0, validation.countRuleRecords(rule, Severity.INFO));
            assertEquals(1, validation.countFieldFindings(field, Severity.ERROR));
            assertEquals(2, validation.countUnits());
            assertEquals(UnitKind.NAMED, validation.unitKind(0));
            assertEquals("Team A", validation.unitName(0));
            assertEquals("Team B", validation.unitName(1));
            assertEquals(2, validation.countUnitRows(0, null));
            assertEquals(1, validation.countUnitRows(1, Severity.ERROR));
            assertEquals(0, validation.countUnitFindings(0, Severity.ERROR));
            assertEquals(1, validation.countUnitRuleRecords(1, rule));
            assertEquals(ErrorCode.OUT_OF_RANGE,
                    assertThrows(UsageException.class, () -> validation.unitKind(2)).error());
        }
    }

    @Test
    void findingsBeyondThoseThatAreKeptAreOnlyCounted() {
        try (Validation validation = validation(0)) {
            assertEquals(0, validation.countDetails());
            assertTrue(validation.isTruncated());
            assertTrue(validation.countFindings(null) > 0);
        }
    }

    @Test
    void partsOfATableAreJoinedAndCarried() {
        try (Validation first = validation(100); Validation second = validation(100);
                Validation both = first.merge(second);
                Validation restored = Validation.restore(context, both.save())) {
            assertEquals(6, both.countRows(null));
            assertArrayEquals(new long[] {1, 4}, both.badRows());
            assertEquals(both.listFindings(Listing.NDJSON), restored.listFindings(Listing.NDJSON));
            assertFalse(both.save().contains("yelow"));
            try (Context other = Example.options().pack("brukerplan/2019").createContext()) {
                assertEquals(ErrorCode.INVALID_STATE,
                        assertThrows(TableException.class, () -> Validation.restore(other, both.save())).error());
            }
        }
    }

    @Test
    void personsOfATableAreCountedByTheirAssessments() {
        Map<String, String[]> people = people();
        try (Histogram histogram = new Histogram()) {
            histogram.addTable(context, structs.schema(people), structs.batch(people));
            assertEquals(2, histogram.countPersons());
            assertEquals(1, histogram.countUnreadable());
        }
    }

    @Test
    void findingsAreListed() {
        try (Validation validation = validation(100)) {
            JsonArray findings = JsonParser.parseString(validation.listFindings(Listing.JSON)).getAsJsonArray();
            assertEquals(validation.countDetails(), findings.size());
            assertFalse(findings.toString().contains("yelow"));
            assertEquals(findings.size(), validation.listFindings(Listing.NDJSON).trim().split("\n").length);
        }
    }

    @Test
    void findingsAndSeveritiesComeOutAsColumns() {
        Validation validation = validation(100);
        long schema = structs.empty(ArrowStructs.SCHEMA_SIZE);
        long array = structs.empty(ArrowStructs.ARRAY_SIZE);
        validation.exportFindings(schema, array);
        assertEquals(11, ArrowStructs.columns(schema));
        assertEquals(validation.countDetails(), ArrowStructs.rows(array));
        ArrowStructs.release(schema, array);
        validation.exportWorstSeverities(schema, array);
        assertEquals(3, ArrowStructs.rows(array));
        validation.close();
        ArrowStructs.release(schema, array);
        assertThrows(IllegalStateException.class, () -> validation.exportFindings(schema, array));
    }

    @Test
    void scoresComeOutAsColumns() {
        Map<String, String[]> people = people();
        long schema = structs.empty(ArrowStructs.SCHEMA_SIZE);
        long array = structs.empty(ArrowStructs.ARRAY_SIZE);
        context.scoreTable(structs.schema(people), structs.batch(people), schema, array);
        assertEquals(6, ArrowStructs.columns(schema));
        assertEquals(3, ArrowStructs.rows(array));
        ArrowStructs.release(schema, array);
    }

    @Test
    void aStreamIsReadBatchAfterBatchAndReleased() {
        List<Long> told = new ArrayList<>();
        try (Validation validation = context.validateStream(structs.stream(people(), 4), 100, true, told::add)) {
            assertEquals(12, validation.countRows(null));
            assertEquals(4, validation.badRows().length);
        }
        assertEquals(1, structs.released());
        assertEquals(12, told.get(told.size() - 1));
        try (Validation validation = context.validateStream(structs.stream(people(), 2), 100, false, null)) {
            assertEquals(2, validation.countRows(Severity.ERROR));
            assertEquals(ErrorCode.NOT_THERE, assertThrows(UsageException.class, validation::goodRows).error());
        }
    }

    @Test
    void aStreamCanBeCancelledAndIsReleasedAllTheSame() {
        TableException cancelled = assertThrows(TableException.class,
                () -> context.validateStream(structs.stream(people(), 4), 100, false, rows -> false));
        assertEquals(ErrorCode.CANCELLED, cancelled.error());
        assertEquals(1, structs.released());
    }

    @Test
    void whatTheCallersFunctionThrowsIsThrownAgain() {
        IllegalArgumentException thrown = new IllegalArgumentException("of the caller's");
        assertSame(thrown, assertThrows(IllegalArgumentException.class,
                () -> context.validateStream(structs.stream(people(), 4), 100, false, rows -> {
                    throw thrown;
                })));
        assertThrows(StackOverflowError.class,
                () -> context.validateStream(structs.stream(people(), 4), 100, false, rows -> {
                    throw new StackOverflowError();
                }));
    }

    @Test
    void aTableThatCannotBeUsedIsRefusedWithItsColumn() {
        Map<String, String[]> people = people();
        people.remove("housing");
        TableException missing = assertThrows(TableException.class,
                () -> context.validateTable(structs.schema(people), structs.batch(people), 10));
        assertEquals(ErrorCode.MISSING_COLUMNS, missing.error());
        long schema = structs.schema(people());
        Pointer children = new Pointer(schema).getPointer(3L * com.sun.jna.Native.POINTER_SIZE + 2 * Long.BYTES);
        Pointer format = children.getPointer(2L * com.sun.jna.Native.POINTER_SIZE).getPointer(0);
        format.setByte(0, (byte) 'z');
        TableException type = assertThrows(TableException.class,
                () -> context.validateTable(schema, structs.batch(people()), 10));
        assertEquals(ErrorCode.COLUMN_TYPE, type.error());
        assertEquals(2, type.column());
        assertEquals(ErrorCode.NULL_ARGUMENT,
                assertThrows(UsageException.class, () -> context.validateTable(0, 0, 10)).error());
    }
}

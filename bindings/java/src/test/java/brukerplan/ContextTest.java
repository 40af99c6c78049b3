package brukerplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ContextTest {
    private static String withEconomy(String rating) {
        return Example.RECORD.replace("\"economy\": \"yellow\"", "\"economy\": \"" + rating + "\"");
    }

    @Test
    void withoutOptionsItIsTheNewestPackInBokmal() {
        try (Context context = Context.create(null)) {
            assertTrue(context.packId().startsWith("brukerplan/"));
            assertEquals("sum16/1", context.schemeId());
            assertEquals("nb", context.language());
            assertFalse(context.testNumbers());
        }
    }

    @Test
    void optionsSayWhatAContextIs() {
        Options options = Example.options().pack("brukerplan/2019").scheme("rule/1").language("nn");
        try (Context context = options.createContext()) {
            assertEquals("brukerplan/2019", context.packId());
            assertEquals("rule/1", context.schemeId());
            assertEquals("nn", context.language());
            assertTrue(context.testNumbers());
        }
    }

    @Test
    void whatIsNotThereIsRefusedWhenAContextIsMade() {
        assertEquals(ErrorCode.UNKNOWN_PACK, refused(new Options().pack("brukerplan/1999")));
        assertEquals(ErrorCode.UNKNOWN_SCHEME, refused(new Options().scheme("none/1")));
        assertEquals(ErrorCode.UNKNOWN_LANGUAGE, refused(new Options().language("xx")));
        assertEquals(ErrorCode.INVALID_PACK, refused(new Options().packJson("{}")));
        assertEquals(ErrorCode.INVALID_MAPPING, refused(new Options().mappingJson("[]")));
        assertEquals(ErrorCode.INVALID_PROFILE, refused(new Options().profileJson("[]")));
    }

    @Test
    void aSchemeOfTheCallersOwnScores() {
        String json = "{\"format\": \"brukerplan/scheme\", \"version\": 1, \"id\": \"own/1\","
                + " \"kind\": \"weighted_sum\", \"ground\": \"ours\", \"label\": {\"nb\": \"Sum\"},"
                + " \"points\": {\"green\": 0, \"yellow\": 1, \"red\": 2}, \"weights\": {}, \"minimum_assessed\": 8,"
                + " \"classes\": [{\"class\": \"green\", \"from\": 0}, {\"class\": \"red\", \"from\": 2}]}";
        try (Context context = Example.options().schemeJson(json).createContext()) {
            assertEquals("own/1", context.schemeId());
            assertEquals(IndexClass.RED, context.check(Example.RECORD).score().indexClass());
        }
        assertEquals(ErrorCode.INVALID_SCHEME, refused(new Options().schemeJson("{}")));
        try (Context context = new Options().schemeJson(json).scheme("rule/1").createContext()) {
            assertEquals("rule/1", context.schemeId());
        }
    }

    @Test
    void packsAreListedAndDescribed() {
        assertTrue(Brukerplan.packs().contains("\"brukerplan/2024\""));
        try (Context context = Example.options().pack("brukerplan/2019").createContext()) {
            assertTrue(JsonParser.parseString(context.describe()).getAsJsonObject().toString().contains("\"brukerplan/2019\""));
        }
    }

    private static ErrorCode refused(Options options) {
        BrukerplanException exception = assertThrows(InstrumentException.class, options::createContext);
        assertFalse(exception.getMessage().isEmpty());
        return exception.error();
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        Options options = new Options().periodFirst(LocalDate.of(2024, 10, 1)).periodLast(LocalDate.of(2024, 9, 1));
        assertEquals(ErrorCode.INVALID_ARGUMENT, assertThrows(UsageException.class, options::createContext).error());
    }

    @Test
    void theReferenceDateIsToday() {
        try (Context context = Example.options().referenceDate(LocalDate.of(2024, 10, 6)).createContext()) {
            assertFalse(context.check(Example.RECORD).isValid());
        }
        try (Context context = Example.options().referenceDate(LocalDate.of(2024, 10, 7)).createContext()) {
            assertTrue(context.check(Example.RECORD).isValid());
        }
    }

    @Test
    void aRecordIsCheckedAndScored() {
        try (Context context = Example.options().createContext()) {
            CheckResult result = context.check(Example.RECORD);
            assertTrue(result.isValid());
            assertEquals(IndexClass.YELLOW, result.score().indexClass());
            assertEquals(8, result.score().points());
            assertEquals(8, result.score().answered());
            assertEquals(NoClassReason.HAS_CLASS, result.score().reason());
            assertEquals(0, result.unknownKeys());
        }
    }

    @Test
    void aFindingNamesItsFieldAndNeverWhatStoodInIt() {
        try (Context context = Example.options().createContext()) {
            CheckResult result = context.check(withEconomy("yelow"));
            assertFalse(result.isValid());
            assertEquals(Severity.ERROR, result.worstSeverity());
            Finding finding = result.findings().get(0);
            assertEquals("BP-DOM-001", finding.code());
            assertEquals("economy", finding.field());
            assertEquals(Severity.ERROR, finding.severity());
            assertFalse(finding.message().isEmpty());
            assertFalse(finding.action().isEmpty());
            assertFalse(result.toString().contains("yelow") || finding.toString().contains("yelow"));
            assertEquals(IndexClass.NONE, result.score().indexClass());
            assertEquals(NoClassReason.UNREADABLE, result.score().reason());
        }
    }

    @Test
    void theDocumentSaysTheSame() {
        try (Context context = Example.options().createContext()) {
            CheckResult result = context.check(withEconomy("yelow"));
            JsonObject document = JsonParser.parseString(result.json()).getAsJsonObject();
            assertEquals("brukerplan/record-result", document.get("format").getAsString());
            assertEquals(result.findings().size(), document.getAsJsonArray("findings").size());
            assertEquals(result.findings().get(0).message(),
                    document.getAsJsonArray("findings").get(0).getAsJsonObject().get("message").getAsString());
        }
    }

    @Test
    void textsOfOtherLanguagesComeWithTheirLetters() {
        try (Context context = Example.options().language("nb").createContext()) {
            String messages = context.check(withEconomy("x")).json();
            assertTrue(messages.chars().anyMatch(letter -> letter > 127), messages);
        }
    }

    @Test
    void lengthsAreBytesOfUtf8() {
        String record = Example.RECORD.replace("A-17", "B\u00e6r\u00f8y-17");
        try (Context context = Example.options().createContext()) {
            assertTrue(context.check(record).isValid());
            assertEquals(context.check(record).json(), context.check(record.getBytes(StandardCharsets.UTF_8)).json());
        }
    }

    @Test
    void whatIsNoJsonIsAFinding() {
        try (Context context = Example.options().createContext()) {
            for (String text : new String[] {"", "{", "[]", "\u0000"}) {
                CheckResult result = context.check(text);
                assertEquals(Severity.FATAL, result.worstSeverity());
                assertEquals("BP-ROW-004", result.findings().get(0).code());
            }
            assertEquals(Severity.FATAL, context.check(new byte[] {(byte) 0xff}).worstSeverity());
        }
    }

    @Test
    void aKeyThatIsNotKnownIsCounted() {
        try (Context context = Example.options().createContext()) {
            assertEquals(1, context.check(Example.RECORD.replace("\"housing_kind\"", "\"huosing_kind\"")).unknownKeys());
        }
    }

    @Test
    void validatingAloneGivesNoScoreAndScoringAloneNoFindings() {
        try (Context context = Example.options().createContext()) {
            CheckResult validated = context.validate(Example.RECORD);
            assertTrue(validated.isValidated() && !validated.isScored() && validated.isValid());
            assertThrows(IllegalStateException.class, validated::score);
            CheckResult scored = context.score(Example.RECORD);
            assertTrue(scored.isScored() && !scored.isValidated());
            assertEquals(IndexClass.YELLOW, scored.score().indexClass());
            assertThrows(IllegalStateException.class, scored::isValid);
            assertThrows(IllegalStateException.class, scored::findings);
            assertThrows(IllegalStateException.class, scored::worstSeverity);
        }
    }

    @Test
    void resultsLiveLongerThanTheirContext() {
        Context context = Example.options().createContext();
        CheckResult result = context.check(withEconomy("x"));
        context.close();
        assertEquals("economy", result.findings().get(0).field());
        assertThrows(UnsupportedOperationException.class, () -> result.findings().clear());
    }

    @Test
    void aClosedContextIsRefused() {
        Context context = Example.options().createContext();
        context.close();
        context.close();
        assertEquals("Context is closed",
                assertThrows(IllegalStateException.class, () -> context.check(Example.RECORD)).getMessage());
        assertThrows(IllegalStateException.class, context::packId);
    }

    @Test
    void noRecordIsNoText() {
        try (Context context = Example.options().createContext()) {
            assertThrows(NullPointerException.class, () -> context.check((String) null));
            assertThrows(NullPointerException.class, () -> context.check((byte[]) null));
        }
    }
}

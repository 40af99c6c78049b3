package brukerplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConstantsTest {
    private final Map<String, Integer> ours = new LinkedHashMap<>();

    private void add(String prefix, Coded[] constants) {
        for (Coded constant : constants) {
            if (constant.value() != Coded.UNRECOGNISED) {
                String name = ((Enum<?>) constant).name();
                // Names of Java must not begin with a digit; those of the header end in years.
                ours.put(prefix + name.replaceFirst("^RULE_(?=\\d)", ""), constant.value());
            }
        }
    }

    @Test
    void everyConstantOfTheHeaderIsHereWithItsNumberAndNoOther() {
        add("SEVERITY_", Severity.values());
        add("CLASS_", IndexClass.values());
        add("NO_CLASS_", NoClassReason.values());
        add("RATING_", Rating.values());
        add("NUMBER_KIND_", NumberKind.values());
        add("NUMBER_REASON_", NumberReason.values());
        add("NUMBER_RULE_", NumberRule.values());
        add("NUMBER_POLICY_", AcceptedRules.values());
        add("NUMBER_D_TABLE_", DNumberTable.values());
        add("NUMBER_DATES_", DateCheck.values());
        add("NUMBER_BASIS_", NumberBasis.values());
        add("NUMBER_CHANGE_", NumberChange.values());
        add("SEX_", Sex.values());
        add("MUNICIPALITY_", MunicipalityValidity.values());
        add("PSEUDONYM_BASIS_", PseudonymBasis.values());
        add("UNIT_", UnitKind.values());
        add("LISTING_", Listing.values());
        add("ERROR_", ErrorCode.values());
        ours.put("NUMBER_KINDS_REAL", Coded.bits(NumberKind.REAL));
        ours.put("NUMBER_KINDS_SYNTHETIC", Coded.bits(NumberKind.SYNTHETIC));
        ours.put("NUMBER_KINDS_NATIONAL", Coded.bits(NumberKind.NATIONAL));
        ours.put("ABI_VERSION", Capi.ABI_VERSION);
        ours.put("OK", Capi.OK);
        ours.put("DOMAINS", Capi.DOMAINS);
        ours.put("ASSESSMENTS", Capi.ASSESSMENTS);
        ours.put("FINDING_CODE", Capi.FINDING_CODE);
        ours.put("FINDING_FIELD", Capi.FINDING_FIELD);
        ours.put("FINDING_MESSAGE", Capi.FINDING_MESSAGE);
        ours.put("FINDING_ACTION", Capi.FINDING_ACTION);
        ours.put("NUMBER_MOST_DIGITS", Capi.NUMBER_MOST_DIGITS);
        ours.put("PSEUDONYM_SIZE", Capi.PSEUDONYM_SIZE);
        ours.put("LINKING_KEY_SIZE", Capi.LINKING_KEY_SIZE);
        ours.put("SEVERITY_ANY", Capi.SEVERITY_ANY);
        assertEquals(new TreeMap<>(Header.constants()), new TreeMap<>(ours));
    }

    @Test
    void theHeaderIsRead() {
        assertTrue(Header.constants().size() > 100);
        assertEquals(-1, Header.constants().get("SEVERITY_ANY"));
    }

    @Test
    void domainsAreNumberedInTheirOrder() {
        Domain[] domains = Domain.values();
        assertEquals(Capi.DOMAINS, domains.length);
        for (int i = 0; i < domains.length; ++i) {
            assertEquals(i, domains[i].value());
        }
    }

    @Test
    void theTokenOfAConstantIsItsNameInLowerCase() {
        for (Severity severity : Severity.values()) {
            assertEquals(severity == Severity.UNRECOGNISED ? null : severity.name().toLowerCase(), severity.token());
        }
        for (Domain domain : Domain.values()) {
            assertEquals(domain.name().toLowerCase(), domain.token());
        }
        for (Rating rating : Rating.values()) {
            assertEquals(rating.name().toLowerCase(), rating.token());
        }
        assertEquals("blue_light", IndexClass.BLUE_LIGHT.token());
        assertEquals("no_rule_holds", NoClassReason.NO_RULE_HOLDS.token());
        assertEquals("fictional_code", MunicipalityValidity.FICTIONAL_CODE.token());
        assertEquals("female", Sex.FEMALE.token());
        assertEquals("nav_synthetic", NumberKind.NAV_SYNTHETIC.token());
        assertEquals("first_control_digit", NumberReason.FIRST_CONTROL_DIGIT.token());
        assertEquals("unknown_pack", ErrorCode.UNKNOWN_PACK.token());
    }

    @Test
    void aNumberOfALaterLibraryIsUnrecognised() {
        assertEquals(Severity.UNRECOGNISED, Severity.of(17));
        assertEquals(ErrorCode.UNRECOGNISED, ErrorCode.of(12345));
        assertTrue(Coded.set(NumberKind.class, 1 << 20).isEmpty());
    }
}

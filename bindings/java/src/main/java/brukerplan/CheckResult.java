package brukerplan;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What was found of one record: what colours a field and fills a list, and the whole as JSON. A value: it needs no closing,
 * never changes, and may be used by several threads at once.
 */
public final class CheckResult {
    /** UTF-8, and made into a string only when it is asked for: most forms never do. */
    private final byte[] json;
    private final long unknownKeys;
    private final boolean validated;
    private final boolean valid;
    private final Severity worst;
    private final List<Finding> findings;
    private final Score score;

    CheckResult(Pointer document, boolean validated, boolean scored) {
        this.json = Call.bytes((text, length, err) -> Capi.bplan_document_get_text(document, text, length, err));
        this.unknownKeys = Call.count((out, err) -> Capi.bplan_document_count_unknown_keys(document, out, err));
        this.validated = validated;
        this.valid = validated && Call.flag((out, err) -> Capi.bplan_document_get_valid(document, out, err));
        this.worst = validated
                ? Severity.of(Call.number((out, err) -> Capi.bplan_document_get_worst_severity(document, out, err)))
                : null;
        this.findings = validated ? findingsOf(document) : null;
        this.score = scored ? scoreOf(document) : null;
    }

    private static List<Finding> findingsOf(Pointer document) {
        long count = Call.count((out, err) -> Capi.bplan_document_count_findings(document, out, err));
        List<Finding> findings = new ArrayList<>(Math.toIntExact(count));
        for (long index = 0; index < count; ++index) {
            findings.add(new Finding(document, index));
        }
        return Collections.unmodifiableList(findings);
    }

    private static Score scoreOf(Pointer document) {
        return new Score(Call.number((out, err) -> Capi.bplan_document_get_class(document, out, err)),
                Call.number((out, err) -> Capi.bplan_document_get_points(document, out, err)),
                Call.number((out, err) -> Capi.bplan_document_get_answered(document, out, err)),
                Call.number((out, err) -> Capi.bplan_document_get_no_class_reason(document, out, err)));
    }

    /** Whether the record was validated: then there are findings, or none. */
    public boolean isValidated() {
        return validated;
    }

    /** Whether the record was scored: then there is a score, though it may have no class. */
    public boolean isScored() {
        return score != null;
    }

    /**
     * Whether no finding is an error or worse, so that the record can be used.
     *
     * @throws IllegalStateException the record was not validated
     */
    public boolean isValid() {
        requireValidated();
        return valid;
    }

    /**
     * The worst severity of the findings.
     *
     * @throws IllegalStateException the record was not validated
     */
    public Severity worstSeverity() {
        requireValidated();
        return worst;
    }

    /**
     * The findings; the list cannot be changed.
     *
     * @throws IllegalStateException the record was not validated
     */
    public List<Finding> findings() {
        requireValidated();
        return findings;
    }

    /**
     * Class and points.
     *
     * @throws IllegalStateException the record was not scored
     */
    public Score score() {
        if (score == null) {
            throw new IllegalStateException("the record was not scored");
        }
        return score;
    }

    /** Number of keys that the pack does not know and that were not read: more than 0 is a misspelt key. */
    public long unknownKeys() {
        return unknownKeys;
    }

    /** The whole result as JSON text on one line (docs/c-api.md). */
    public String json() {
        return new String(json, StandardCharsets.UTF_8);
    }

    private void requireValidated() {
        if (!validated) {
            throw new IllegalStateException("the record was not validated");
        }
    }

    @Override
    public String toString() {
        return "CheckResult[" + (validated ? "worst " + worst + ", findings " + findings.size() : "not validated") + ", "
                + (score != null ? score.toString() : "not scored") + "]";
    }
}

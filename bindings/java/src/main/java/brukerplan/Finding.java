package brukerplan;

import com.sun.jna.Pointer;

/** Something that was found of a record, without what stood in it. A value that never changes. */
public final class Finding {
    private final Severity severity;
    private final String code;
    private final String field;
    private final String message;
    private final String action;

    Finding(Pointer document, long index) {
        severity = Severity.of(
                Call.number((out, err) -> Capi.bplan_document_get_finding_severity(document, index, out, err)));
        code = text(document, index, Capi.FINDING_CODE);
        field = text(document, index, Capi.FINDING_FIELD);
        message = text(document, index, Capi.FINDING_MESSAGE);
        action = text(document, index, Capi.FINDING_ACTION);
    }

    private static String text(Pointer document, long index, int part) {
        return Call.text((text, length, err) -> Capi.bplan_document_get_finding_text(document, index, part, text, length,
                err));
    }

    /** How grave it is. */
    public Severity severity() {
        return severity;
    }

    /** Its code, which stays the same in later versions, as {@code BP-DOM-003}. */
    public String code() {
        return code;
    }

    /** English name of the field in the pack, whichever name the key had; empty for the whole record. */
    public String field() {
        return field;
    }

    /** What is wrong, one line, in the language of the context. */
    public String message() {
        return message;
    }

    /** What to do about it, likewise. */
    public String action() {
        return action;
    }

    @Override
    public String toString() {
        return severity + " " + code + (field.isEmpty() ? "" : " " + field) + ": " + message;
    }
}

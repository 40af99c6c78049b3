package brukerplan;

import com.sun.jna.Pointer;
import java.util.Objects;
import java.util.function.LongPredicate;

/**
 * An instrument made ready for use: what a form makes once, when it opens, and asks on each change. Making one takes
 * milliseconds: make one and keep it.
 *
 * <p>Never changes; may be used by several threads at once. The caller closes it; what was made with it lives on.
 */
public final class Context extends Handle {
    Context(Pointer pointer) {
        super(pointer, Capi::bplan_context_free);
    }

    /**
     * Makes a context from options, or with their defaults when they are null.
     *
     * @throws UsageException a date that the library does not know, or a period that ends before it begins
     * @throws InstrumentException what was asked for is not there, cannot be read, or does not fit
     */
    public static Context create(Options options) {
        return (options == null ? new Options() : options).createContext();
    }

    /** Id of the pack, as {@code brukerplan/2024}. */
    public String packId() {
        return with(context -> Call.text((id, length, err) -> Capi.bplan_context_get_pack_id(context, id, length, err)));
    }

    /** Id of the scoring scheme, as {@code sum16/1}; empty when the pack has none. */
    public String schemeId() {
        return with(context -> Call.text((id, length, err) -> Capi.bplan_context_get_scheme_id(context, id, length, err)));
    }

    /** Language of messages, as {@code nb}. */
    public String language() {
        return with(context -> Call.text((text, length, err) -> Capi.bplan_context_get_language(context, text, length, err)));
    }

    /** Whether the test policy is on. */
    public boolean testNumbers() {
        return with(context -> Call.flag((on, err) -> Capi.bplan_context_get_test_numbers(context, on, err)));
    }

    /**
     * The pack as JSON (docs/pack-format.md): fields, code lists, schemes and rules with their texts in the language of
     * the context. What a program needs to make a form.
     */
    public String describe() {
        return with(context -> Call.document((out, err) -> Capi.bplan_context_describe(context, out, err)));
    }

    /**
     * Validates and scores one record, a JSON object (docs/c-api.md): what a form calls on each change. Whatever the
     * text holds is a finding, also when it is no JSON at all.
     *
     * @throws InstrumentException the pack has no scheme
     */
    public CheckResult check(String json) {
        return check(Call.utf8(json));
    }

    /** The same for bytes of UTF-8, as they come from elsewhere. */
    public CheckResult check(byte[] json) {
        return record(json, Capi::bplan_record_check, true, true);
    }

    /** Validates one record and does not score it; no scheme is needed. */
    public CheckResult validate(String json) {
        return validate(Call.utf8(json));
    }

    /** The same for bytes of UTF-8. */
    public CheckResult validate(byte[] json) {
        return record(json, Capi::bplan_record_validate, true, false);
    }

    /**
     * Scores one record and does not validate it.
     *
     * @throws InstrumentException the pack has no scheme
     */
    public CheckResult score(String json) {
        return score(Call.utf8(json));
    }

    /** The same for bytes of UTF-8. */
    public CheckResult score(byte[] json) {
        return record(json, Capi::bplan_record_score, false, true);
    }

    /** One of the functions for a record. */
    private interface RecordFunction {
        int call(Pointer context, byte[] json, long length, long[] document, byte[] err);
    }

    private CheckResult record(byte[] json, RecordFunction function, boolean validated, boolean scored) {
        Objects.requireNonNull(json, "json");
        return with(context -> {
            Pointer document = Call.handle((out, err) -> function.call(context, json, json.length, out, err));
            try {
                return new CheckResult(document, validated, scored);
            } finally {
                Capi.bplan_document_free(document);
            }
        });
    }

    /**
     * Validates the rows of one batch, which is an Arrow array of a struct whose parts are columns (docs/c-api.md).
     * Columns are found by their names as those of a file, in any order. Both structs are borrowed for the call: with
     * Arrow's Java library {@code ArrowSchema.memoryAddress()} and {@code ArrowArray.memoryAddress()} give their
     * addresses, and the caller releases them.
     *
     * @param schema address of a struct ArrowSchema
     * @param batch address of a struct ArrowArray
     * @param mostDetails how many findings are kept whole; the others are only counted
     * @throws UsageException an address of 0, or a negative number of details
     * @throws TableException a table that cannot be used; where one column is at fault, the exception has its position
     */
    public Validation validateTable(long schema, long batch, long mostDetails) {
        return with(context -> new Validation(Call.handle((out, err) -> Capi.bplan_table_validate(context,
                Address.of(schema), Address.of(batch), mostDetails, out, err))));
    }

    /**
     * Validates the rows of a stream, batch after batch, in memory that does not grow with their number unless
     * {@code keepRows} is true: then one byte a row is kept, its worst severity. The stream is taken: it has been
     * released when the call returns or throws, save for the {@link IllegalStateException} of a closed context, which leaves
     * it alone. Everything else as {@link #validateTable}.
     *
     * @param stream address of a struct ArrowArrayStream
     * @param mostDetails how many findings are kept whole
     * @param keepRows whether the validation will tell good rows from bad ones
     * @param progress is told the number of rows from time to time, on this thread, and returns whether to go on; what
     *        it throws ends the call and is thrown again. May be null.
     * @throws UsageException an address of 0, a negative number of details, or a stream that has been released
     * @throws TableException a table that cannot be used, a stream that failed, or a call that was cancelled
     */
    public Validation validateStream(long stream, long mostDetails, boolean keepRows, LongPredicate progress) {
        ProgressCallback callback = progress == null ? null : new ProgressCallback(progress);
        try {
            return with(context -> new Validation(Call.handle((out, err) -> Capi.bplan_table_validate_stream(context,
                    Address.of(stream), mostDetails, keepRows ? 1 : 0, callback, null, out, err))));
        } catch (TableException cancelled) {
            throw callback == null ? cancelled : callback.rethrown(cancelled);
        }
    }

    /**
     * Scores the rows of one batch and does not validate them. The columns of the eight domains must be there. The
     * scores are columns of the same number of rows: {@code row_ref points class answered scheme reason}.
     *
     * @param schema address of a struct ArrowSchema, borrowed
     * @param batch address of a struct ArrowArray, borrowed
     * @param scoresSchema address of a struct ArrowSchema that is written over; the caller releases it
     * @param scores address of a struct ArrowArray that is written over; the caller releases it
     * @throws UsageException an address of 0
     * @throws InstrumentException the pack has no scheme
     * @throws TableException a table that cannot be used; where one column is at fault, the exception has its position
     */
    public void scoreTable(long schema, long batch, long scoresSchema, long scores) {
        with(context -> {
            Call.plain(err -> Capi.bplan_table_score(context, Address.of(schema), Address.of(batch),
                    Address.of(scoresSchema), Address.of(scores), err));
            return null;
        });
    }
}

package brukerplan;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found in a table: exact counts, the first findings whole, and which rows can be used. Severities to count by may
 * be null for all. Rules, fields and units are counted from 0, in the order of {@link #ruleCodes()},
 * {@link #fieldNames()} and {@link #unitName}.
 *
 * <p>Never changes; may be used by several threads at once. Independent of the context and of what it was made from. The
 * caller closes it.
 */
public final class Validation extends Handle {
    Validation(Pointer pointer) {
        super(pointer, Capi::bplan_validation_free);
    }

    private static int number(Severity severity) {
        return severity == null ? Capi.SEVERITY_ANY : severity.value();
    }

    /** A call for a count. */
    private interface Counter {
        int call(Pointer validation, long[] count, byte[] err);
    }

    private long count(Counter counter) {
        return with(validation -> Call.count((out, err) -> counter.call(validation, out, err)));
    }

    /** Number of rows whose worst finding has a severity; {@link Severity#NONE} for those without findings. */
    public long countRows(Severity severity) {
        return count((v, out, err) -> Capi.bplan_validation_count_rows(v, number(severity), out, err));
    }

    /** Number of findings of a severity: exact, however many are kept. */
    public long countFindings(Severity severity) {
        return count((v, out, err) -> Capi.bplan_validation_count_findings(v, number(severity), out, err));
    }

    /** Number of findings that are kept whole: the first ones. */
    public long countDetails() {
        return count(Capi::bplan_validation_count_details);
    }

    /** Whether there are more findings than are kept whole. */
    public boolean isTruncated() {
        return with(v -> Call.flag((out, err) -> Capi.bplan_validation_get_truncated(v, out, err)));
    }

    /** Positions, from 0, of the columns that the pack does not know and that were not looked at. */
    public long[] unknownColumns() {
        return with(v -> {
            long[] positions = new long[Math.toIntExact(
                    Call.count((out, err) -> Capi.bplan_validation_count_unknown_columns(v, out, err)))];
            for (int i = 0; i < positions.length; ++i) {
                int index = i;
                positions[i] = Call.count((out, err) -> Capi.bplan_validation_get_unknown_column(v, index, out, err));
            }
            return positions;
        });
    }

    /** A call for the text at an index. */
    private interface TextAt {
        int call(Pointer validation, long index, long[] text, long[] length, byte[] err);
    }

    private List<String> texts(Counter counter, TextAt function) {
        return with(v -> {
            long count = Call.count((out, err) -> counter.call(v, out, err));
            List<String> texts = new ArrayList<>(Math.toIntExact(count));
            for (long i = 0; i < count; ++i) {
                long index = i;
                texts.add(Call.text((text, length, err) -> function.call(v, index, text, length, err)));
            }
            return texts;
        });
    }

    /** Codes of the rules of the pack, with findings or without, as {@code BP-DOM-003}. */
    public List<String> ruleCodes() {
        return texts(Capi::bplan_validation_count_rules, Capi::bplan_validation_get_rule_code);
    }

    /**
     * Number of findings of a rule.
     *
     * @throws UsageException no such rule
     */
    public long countRuleFindings(int rule, Severity severity) {
        return count((v, out, err) -> Capi.bplan_validation_count_rule_findings(v, rule, number(severity), out, err));
    }

    /**
     * Number of rows with at least one finding of a rule at a severity.
     *
     * @throws UsageException no such rule
     */
    public long countRuleRecords(int rule, Severity severity) {
        return count((v, out, err) -> Capi.bplan_validation_count_rule_records(v, rule, number(severity), out, err));
    }

    /** English names of the fields of the pack. */
    public List<String> fieldNames() {
        return texts(Capi::bplan_validation_count_fields, Capi::bplan_validation_get_field_name);
    }

    /**
     * Number of findings about a field.
     *
     * @throws UsageException no such field
     */
    public long countFieldFindings(int field, Severity severity) {
        return count((v, out, err) -> Capi.bplan_validation_count_field_findings(v, field, number(severity), out, err));
    }

    /** Number of units that rows name, and of groups of rows whose units are not told apart. */
    public long countUnits() {
        return count(Capi::bplan_validation_count_units);
    }

    /**
     * What a unit is.
     *
     * @throws UsageException no such unit
     */
    public UnitKind unitKind(int unit) {
        return UnitKind.of(with(v -> Call.number((out, err) -> Capi.bplan_validation_get_unit_kind(v, unit, out, err))));
    }

    /**
     * Name of a unit as it may be shown; empty unless it is {@link UnitKind#NAMED}.
     *
     * @throws UsageException no such unit
     */
    public String unitName(int unit) {
        return with(v -> Call.text(
                (text, length, err) -> Capi.bplan_validation_get_unit_name(v, unit, text, length, err)));
    }

    /**
     * Number of rows of a unit whose worst finding has a severity.
     *
     * @throws UsageException no such unit
     */
    public long countUnitRows(int unit, Severity severity) {
        return count((v, out, err) -> Capi.bplan_validation_count_unit_rows(v, unit, number(severity), out, err));
    }

    /**
     * Number of findings in the rows of a unit.
     *
     * @throws UsageException no such unit
     */
    public long countUnitFindings(int unit, Severity severity) {
        return count((v, out, err) -> Capi.bplan_validation_count_unit_findings(v, unit, number(severity), out, err));
    }

    /**
     * Number of rows of a unit with at least one finding of a rule.
     *
     * @throws UsageException no such unit or rule
     */
    public long countUnitRuleRecords(int unit, int rule) {
        return count((v, out, err) -> Capi.bplan_validation_count_unit_rule_records(v, unit, rule, out, err));
    }

    /**
     * The worst severity of each row, in order: numbers of {@link Severity}.
     *
     * @throws UsageException it is of a stream, and rows were not kept
     */
    public byte[] worstSeverities() {
        return with(v -> {
            long rows = Call.count((out, err) -> Capi.bplan_validation_get_worst_severities(v, null, 0, out, err));
            byte[] severities = new byte[Math.toIntExact(rows)];
            Call.count((out, err) -> Capi.bplan_validation_get_worst_severities(v, severities, rows, out, err));
            return severities;
        });
    }

    /** A call for rows. */
    private interface RowsFunction {
        int call(Pointer validation, long[] rows, long capacity, long[] count, byte[] err);
    }

    private long[] rows(RowsFunction function) {
        return with(v -> {
            long count = Call.count((out, err) -> function.call(v, null, 0, out, err));
            long[] rows = new long[Math.toIntExact(count)];
            Call.count((out, err) -> function.call(v, rows, count, out, err));
            return rows;
        });
    }

    /**
     * The rows that can be used as they stand, from 0 in rising order: those without an error or worse.
     *
     * @throws UsageException it is of a stream, and rows were not kept
     */
    public long[] goodRows() {
        return rows(Capi::bplan_validation_get_good_rows);
    }

    /**
     * The other rows: those with an error or worse.
     *
     * @throws UsageException it is of a stream, and rows were not kept
     */
    public long[] badRows() {
        return rows(Capi::bplan_validation_get_bad_rows);
    }

    /** A call that writes Arrow structs. */
    private interface Exporter {
        int call(Pointer validation, Pointer schema, Pointer array, byte[] err);
    }

    private void export(Exporter exporter, long schema, long array) {
        with(v -> {
            Call.plain(err -> exporter.call(v, Address.of(schema), Address.of(array), err));
            return null;
        });
    }

    /**
     * The worst severity of each row as an Arrow array of int8.
     *
     * @param schema address of a struct ArrowSchema that is written over; the caller releases it
     * @param severities address of a struct ArrowArray that is written over; the caller releases it
     * @throws UsageException an address of 0; or it is of a stream, and rows were not kept
     */
    public void exportWorstSeverities(long schema, long severities) {
        export(Capi::bplan_validation_export_worst_severities, schema, severities);
    }

    /**
     * The findings that are kept whole as Arrow columns (docs/c-api.md), in the language of the context.
     *
     * @param schema address of a struct ArrowSchema that is written over; the caller releases it
     * @param findings address of a struct ArrowArray that is written over; the caller releases it
     * @throws UsageException an address of 0
     */
    public void exportFindings(long schema, long findings) {
        export(Capi::bplan_validation_export_findings, schema, findings);
    }

    /** The findings that are kept whole as text. */
    public String listFindings(Listing form) {
        return with(v -> Call.document(
                (out, err) -> Capi.bplan_validation_list_findings(v, form.value(), out, err)));
    }

    /**
     * The validation of two parts of a table as one, the rows of {@code second} after those of this: what the whole table
     * would have given, with as many findings whole as this keeps. Rows are kept when both have them. Both stay as they
     * are; the caller closes the new one.
     *
     * @throws UsageException they are by different packs, mappings or profiles
     */
    public Validation merge(Validation second) {
        return with(one -> second.with(other -> new Validation(
                Call.handle((out, err) -> Capi.bplan_validation_merge(one, other, out, err)))));
    }

    /** As JSON text, to be carried to another process and {@linkplain #restore restored} there; nobody's identity. */
    public String save() {
        return with(v -> Call.document((out, err) -> Capi.bplan_validation_save(v, out, err)));
    }

    /**
     * A validation from the text of {@link #save}, with findings in the language of a context, which must have the same
     * pack, mapping and profile. The caller closes it.
     *
     * @throws TableException the text cannot be read, or does not fit the context
     */
    public static Validation restore(Context context, String json) {
        byte[] utf8 = Call.utf8(json);
        return context.with(handle -> new Validation(
                Call.handle((out, err) -> Capi.bplan_validation_restore(handle, utf8, utf8.length, out, err))));
    }
}

package brukerplan;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * The functions of brukerplan.h, under their names. Handles and addresses are pointers; an output is an array with one
 * element. An output that is a pointer is a {@code long[1]}, which is wide enough on every machine that is little-endian or
 * has 64 bits. Errors are the bytes of a {@link NativeError}.
 */
final class Capi {
    /** The interface that this wrapper is written for. */
    static final int ABI_VERSION = 1;

    static final int OK = 0;
    static final int DOMAINS = 8;
    static final int ASSESSMENTS = 65536;
    static final int FINDING_CODE = 1;
    static final int FINDING_FIELD = 2;
    static final int FINDING_MESSAGE = 3;
    static final int FINDING_ACTION = 4;
    static final int NUMBER_MOST_DIGITS = 12;
    static final int PSEUDONYM_SIZE = 32;
    static final int LINKING_KEY_SIZE = 32;
    static final int SEVERITY_ANY = -1;

    static {
        NativeLibrary library = LibraryFile.load();
        LibraryFile.requireInterface(library.getFunction("bplan_abi_version").invokeInt(new Object[0]));
        Native.register(Capi.class, library);
    }

    private Capi() {
    }

    // Errors and versions.
    static native int bplan_error_init(int structSize, byte[] err);
    static native int bplan_code_get_name(int code, long[] name, long[] length, byte[] err);
    static native int bplan_abi_version();
    static native int bplan_library_get_version(long[] version, long[] length, byte[] err);

    // Names of constants.
    static native int bplan_severity_get_name(int value, long[] name, long[] length, byte[] err);
    static native int bplan_class_get_name(int value, long[] name, long[] length, byte[] err);
    static native int bplan_no_class_get_name(int value, long[] name, long[] length, byte[] err);
    static native int bplan_rating_get_name(int value, long[] name, long[] length, byte[] err);
    static native int bplan_domain_get_name(int value, long[] name, long[] length, byte[] err);
    static native int bplan_municipality_validity_get_name(int value, long[] name, long[] length, byte[] err);
    static native int bplan_sex_get_name(int value, long[] name, long[] length, byte[] err);

    // Options.
    static native int bplan_options_create(long[] options, byte[] err);
    static native void bplan_options_free(Pointer options);
    static native int bplan_options_set_pack(Pointer options, byte[] id, long length, byte[] err);
    static native int bplan_options_set_pack_json(Pointer options, byte[] json, long length, byte[] err);
    static native int bplan_options_set_mapping_json(Pointer options, byte[] json, long length, byte[] err);
    static native int bplan_options_set_profile_json(Pointer options, byte[] json, long length, byte[] err);
    static native int bplan_options_set_scheme(Pointer options, byte[] id, long length, byte[] err);
    static native int bplan_options_set_scheme_json(Pointer options, byte[] json, long length, byte[] err);
    static native int bplan_options_set_language(Pointer options, byte[] language, long length, byte[] err);
    static native int bplan_options_set_test_numbers(Pointer options, int on, byte[] err);
    static native int bplan_options_set_reference_date(Pointer options, int year, int month, int day, byte[] err);
    static native int bplan_options_set_period_first(Pointer options, int year, int month, int day, byte[] err);
    static native int bplan_options_set_period_last(Pointer options, int year, int month, int day, byte[] err);

    // Packs.
    static native int bplan_pack_list(long[] document, byte[] err);
    static native int bplan_context_describe(Pointer context, long[] document, byte[] err);

    // Context and records.
    static native int bplan_context_create(Pointer options, long[] context, byte[] err);
    static native void bplan_context_free(Pointer context);
    static native int bplan_context_get_pack_id(Pointer context, long[] id, long[] length, byte[] err);
    static native int bplan_context_get_scheme_id(Pointer context, long[] id, long[] length, byte[] err);
    static native int bplan_context_get_language(Pointer context, long[] language, long[] length, byte[] err);
    static native int bplan_context_get_test_numbers(Pointer context, int[] on, byte[] err);
    static native int bplan_record_check(Pointer context, byte[] json, long length, long[] document, byte[] err);
    static native int bplan_record_validate(Pointer context, byte[] json, long length, long[] document, byte[] err);
    static native int bplan_record_score(Pointer context, byte[] json, long length, long[] document, byte[] err);

    // Documents.
    static native void bplan_document_free(Pointer document);
    static native int bplan_document_get_text(Pointer document, long[] text, long[] length, byte[] err);
    static native int bplan_document_get_valid(Pointer document, int[] valid, byte[] err);
    static native int bplan_document_get_worst_severity(Pointer document, int[] severity, byte[] err);
    static native int bplan_document_count_findings(Pointer document, long[] count, byte[] err);
    static native int bplan_document_get_finding_severity(Pointer document, long index, int[] severity, byte[] err);
    static native int bplan_document_get_finding_text(Pointer document, long index, int part, long[] text, long[] length,
            byte[] err);
    static native int bplan_document_get_class(Pointer document, int[] indexClass, byte[] err);
    static native int bplan_document_get_points(Pointer document, int[] points, byte[] err);
    static native int bplan_document_get_answered(Pointer document, int[] domains, byte[] err);
    static native int bplan_document_get_no_class_reason(Pointer document, int[] reason, byte[] err);
    static native int bplan_document_count_unknown_keys(Pointer document, long[] count, byte[] err);

    // Scoring schemes.
    static native int bplan_scheme_create(byte[] packId, long packIdLength, byte[] schemeId, long schemeIdLength,
            long[] scheme, byte[] err);
    static native int bplan_scheme_create_from_json(byte[] json, long length, long[] scheme, byte[] err);
    static native void bplan_scheme_free(Pointer scheme);
    static native int bplan_scheme_get_id(Pointer scheme, long[] id, long[] length, byte[] err);
    static native int bplan_scheme_score_ratings(Pointer scheme, byte[] ratings, int[] indexClass, int[] points,
            int[] answered, int[] reason, byte[] err);
    static native int bplan_scheme_score_code(Pointer scheme, int code, int[] indexClass, int[] points, int[] answered,
            int[] reason, byte[] err);
    static native int bplan_scheme_explain(Pointer scheme, byte[] ratings, byte[] language, long languageLength,
            long[] document, byte[] err);
    static native int bplan_scheme_compare(Pointer first, Pointer second, long[] counts, long[] document, byte[] err);
    static native int bplan_scheme_score_columns(Pointer scheme, Pointer ratings, long count, Pointer columns,
            long[] unreadable, byte[] err);
    static native int bplan_scheme_score_strided(Pointer scheme, Pointer ratings, long[] strides, long count,
            Pointer columns, long[] unreadable, byte[] err);
    static native int bplan_scheme_score_packed(Pointer scheme, Pointer codes, long count, Pointer columns, byte[] err);

    static native int bplan_scheme_count_class(Pointer scheme, long[] counts, int indexClass, long[] persons, byte[] err);
    static native int bplan_scheme_count_no_class(Pointer scheme, long[] counts, int reason, long[] persons, byte[] err);

    // Counts of assessments.
    static native int bplan_histogram_create(long[] histogram, byte[] err);
    static native void bplan_histogram_free(Pointer histogram);
    static native int bplan_histogram_add_columns(Pointer histogram, Pointer ratings, long count, byte[] err);
    static native int bplan_histogram_add_strided(Pointer histogram, Pointer ratings, long[] strides, long count,
            byte[] err);
    static native int bplan_histogram_add_packed(Pointer histogram, Pointer codes, long count, byte[] err);
    static native int bplan_histogram_add_table(Pointer histogram, Pointer context, Pointer schema, Pointer batch,
            byte[] err);
    static native int bplan_histogram_add_counts(Pointer histogram, long[] counts, long unreadable, byte[] err);
    static native int bplan_histogram_get_counts(Pointer histogram, long[] counts, byte[] err);
    static native int bplan_histogram_count_persons(Pointer histogram, long[] persons, byte[] err);
    static native int bplan_histogram_count_unreadable(Pointer histogram, long[] unreadable, byte[] err);

    // Tables.
    interface NativeProgress extends Callback {
        int rows(long rows, Pointer payload);
    }

    static native int bplan_table_validate(Pointer context, Pointer schema, Pointer batch, long mostDetails,
            long[] validation, byte[] err);
    static native int bplan_table_validate_stream(Pointer context, Pointer stream, long mostDetails, int keepRows,
            NativeProgress progress, Pointer payload, long[] validation, byte[] err);
    static native int bplan_table_score(Pointer context, Pointer schema, Pointer batch, Pointer scoresSchema,
            Pointer scores, byte[] err);
    static native void bplan_validation_free(Pointer validation);
    static native int bplan_validation_count_rows(Pointer validation, int severity, long[] count, byte[] err);
    static native int bplan_validation_count_findings(Pointer validation, int severity, long[] count, byte[] err);
    static native int bplan_validation_count_details(Pointer validation, long[] count, byte[] err);
    static native int bplan_validation_get_truncated(Pointer validation, int[] truncated, byte[] err);
    static native int bplan_validation_count_unknown_columns(Pointer validation, long[] count, byte[] err);
    static native int bplan_validation_get_unknown_column(Pointer validation, long index, long[] position, byte[] err);
    static native int bplan_validation_count_rules(Pointer validation, long[] count, byte[] err);
    static native int bplan_validation_get_rule_code(Pointer validation, long rule, long[] code, long[] length,
            byte[] err);
    static native int bplan_validation_count_rule_findings(Pointer validation, long rule, int severity, long[] count,
            byte[] err);
    static native int bplan_validation_count_rule_records(Pointer validation, long rule, int severity, long[] count,
            byte[] err);
    static native int bplan_validation_count_fields(Pointer validation, long[] count, byte[] err);
    static native int bplan_validation_get_field_name(Pointer validation, long field, long[] name, long[] length,
            byte[] err);
    static native int bplan_validation_count_field_findings(Pointer validation, long field, int severity, long[] count,
            byte[] err);
    static native int bplan_validation_count_units(Pointer validation, long[] count, byte[] err);
    static native int bplan_validation_get_unit_kind(Pointer validation, long unit, int[] kind, byte[] err);
    static native int bplan_validation_get_unit_name(Pointer validation, long unit, long[] name, long[] length,
            byte[] err);
    static native int bplan_validation_count_unit_rows(Pointer validation, long unit, int severity, long[] count,
            byte[] err);
    static native int bplan_validation_count_unit_findings(Pointer validation, long unit, int severity, long[] count,
            byte[] err);
    static native int bplan_validation_count_unit_rule_records(Pointer validation, long unit, long rule, long[] count,
            byte[] err);
    static native int bplan_validation_get_worst_severities(Pointer validation, byte[] severities, long capacity,
            long[] rows, byte[] err);
    static native int bplan_validation_get_good_rows(Pointer validation, long[] rows, long capacity, long[] count,
            byte[] err);
    static native int bplan_validation_get_bad_rows(Pointer validation, long[] rows, long capacity, long[] count,
            byte[] err);
    static native int bplan_validation_export_worst_severities(Pointer validation, Pointer schema, Pointer severities,
            byte[] err);
    static native int bplan_validation_export_findings(Pointer validation, Pointer schema, Pointer findings, byte[] err);
    static native int bplan_validation_list_findings(Pointer validation, int form, long[] document, byte[] err);
    static native int bplan_validation_merge(Pointer first, Pointer second, long[] validation, byte[] err);
    static native int bplan_validation_save(Pointer validation, long[] document, byte[] err);
    static native int bplan_validation_restore(Pointer context, byte[] json, long length, long[] validation, byte[] err);

    // Numbers.
    static native int bplan_number_policy_create(long[] policy, byte[] err);
    static native void bplan_number_policy_free(Pointer policy);
    static native int bplan_number_policy_set_rule(Pointer policy, int rule, byte[] err);
    static native int bplan_number_policy_set_assigned_by(Pointer policy, int year, int month, int day, byte[] err);
    static native int bplan_number_policy_set_kinds(Pointer policy, int kinds, byte[] err);
    static native int bplan_number_policy_set_test_numbers(Pointer policy, int on, byte[] err);
    static native int bplan_number_policy_set_d_table(Pointer policy, int table, byte[] err);
    static native int bplan_number_policy_set_dates(Pointer policy, int dates, byte[] err);
    static native int bplan_number_policy_set_reference_date(Pointer policy, int year, int month, int day, byte[] err);
    static native int bplan_number_policy_set_refuse_ambiguous(Pointer policy, int on, byte[] err);
    static native int bplan_number_check(Pointer policy, byte[] text, long length, long[] number, byte[] err);
    static native void bplan_number_free(Pointer number);
    static native int bplan_number_get_valid(Pointer number, int[] valid, byte[] err);
    static native int bplan_number_get_kinds(Pointer number, int[] kinds, byte[] err);
    static native int bplan_number_get_reason(Pointer number, int[] reason, byte[] err);
    static native int bplan_number_get_position(Pointer number, int[] position, byte[] err);
    static native int bplan_number_get_sex(Pointer number, int[] sex, byte[] err);
    static native int bplan_number_get_sex_basis(Pointer number, int[] basis, byte[] err);
    static native int bplan_number_get_rules(Pointer number, int[] rules, byte[] err);
    static native int bplan_number_count_birth_years(Pointer number, long[] count, byte[] err);
    static native int bplan_number_get_birth_year(Pointer number, long index, int[] year, byte[] err);
    static native int bplan_number_get_birth_year_basis(Pointer number, int[] basis, byte[] err);
    static native int bplan_number_get_birth_day(Pointer number, int[] month, int[] day, byte[] err);
    static native int bplan_number_reason_get_name(int reason, long[] name, long[] length, byte[] err);
    static native int bplan_number_kind_get_name(int kind, long[] name, long[] length, byte[] err);
    static native int bplan_number_normalise(byte[] text, long length, byte[] buffer, long capacity, long[] digits,
            int[] changes, byte[] err);
    static native int bplan_number_check_fixed(Pointer policy, byte[] numbers, long stride, long count, Pointer columns,
            long[] valid, byte[] err);
    static native int bplan_number_check_strings(Pointer policy, byte[] data, int[] offsets, long count, Pointer columns,
            long[] valid, byte[] err);
    static native int bplan_number_check_large_strings(Pointer policy, byte[] data, long[] offsets, long count,
            Pointer columns, long[] valid, byte[] err);

    // Municipalities.
    static native int bplan_municipality_get_validity(byte[] code, long length, int year, int month, int day,
            int[] validity, byte[] err);
    static native int bplan_municipality_describe(byte[] code, long length, int year, int month, int day, int toYear,
            int toMonth, int toDay, long[] document, byte[] err);
    static native int bplan_municipality_trace(byte[] code, long length, int fromYear, int fromMonth, int fromDay,
            int toYear, int toMonth, int toDay, byte[] weights, long weightsLength, long[] document, byte[] err);
    static native int bplan_municipality_find_by_name(byte[] name, long length, int year, int month, int day,
            long[] document, byte[] err);
    static native int bplan_municipality_list(int year, int month, int day, long[] document, byte[] err);
    static native int bplan_municipality_same_territory(byte[] firstCode, long firstLength, int firstYear,
            int firstMonth, int firstDay, byte[] secondCode, long secondLength, int secondYear, int secondMonth,
            int secondDay, int[] same, byte[] err);
    static native int bplan_municipality_check_many(byte[] codes, long codesStride, int[] days, long daysStride,
            long count, byte[] validities, long[] valid, byte[] err);
    static native int bplan_county_get_valid(byte[] code, long length, int year, int month, int day, int[] valid,
            byte[] err);
    static native int bplan_district_get_valid(byte[] code, long length, int year, int month, int day, int[] valid,
            byte[] err);

    // Pseudonyms.
    static native int bplan_pseudonymiser_create_ephemeral(byte[] mappingId, long mappingIdLength, byte[] municipality,
            long municipalityLength, long[] pseudonymiser, byte[] err);
    static native int bplan_pseudonymiser_create_linking(Pointer key, long keyLength, byte[] purpose, long purposeLength,
            long[] pseudonymiser, byte[] err);
    static native void bplan_pseudonymiser_free(Pointer pseudonymiser);
    static native int bplan_pseudonymiser_get_basis(Pointer pseudonymiser, int[] basis, byte[] err);
    static native int bplan_pseudonymiser_make(Pointer pseudonymiser, Pointer policy, byte[] text, long length,
            byte[] pseudonym, byte[] err);
    static native int bplan_pseudonymiser_make_fixed(Pointer pseudonymiser, Pointer policy, byte[] numbers, long stride,
            long count, byte[] pseudonyms, byte[] reasons, long[] made, byte[] err);
}

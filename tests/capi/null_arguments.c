/*
 * Every exported function is called with every pointer null and every number 0, and returns a code.
 * usage: null_arguments <list of the exported functions>...
 */
#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/brukerplan.h>
#include <brukerplan/brukerplan_experimental.h>
#ifdef WITH_REPORT
#include <brukerplan/brukerplan_report.h>
#endif

#include <stdio.h>
#include <string.h>

enum { MOST = 256 };
static const char* called[MOST];
static int calls = 0;
static int faults = 0;

static void expect(const char* name, int32_t code, int32_t expected) {
    called[calls++] = name;
    if (code != expected) {
        printf("%s returned %d, not %d\n", name, (int)code, (int)expected);
        ++faults;
    }
}

#define REFUSED(name, ...) expect(#name, name(__VA_ARGS__), BPLAN_ERROR_NULL_ARGUMENT)
#define RETURNED(name, expected) expect(#name, name(), expected)
#define FREED(name) (name(NULL), expect(#name, 0, 0))

static void call_all(void) {
    RETURNED(bplan_abi_version, BPLAN_ABI_VERSION);
    REFUSED(bplan_code_get_name, 0, NULL, NULL, NULL);
    REFUSED(bplan_error_init, 0, NULL);
    REFUSED(bplan_library_get_version, NULL, NULL, NULL);

    REFUSED(bplan_severity_get_name, 0, NULL, NULL, NULL);
    REFUSED(bplan_class_get_name, 0, NULL, NULL, NULL);
    REFUSED(bplan_no_class_get_name, 0, NULL, NULL, NULL);
    REFUSED(bplan_rating_get_name, 0, NULL, NULL, NULL);
    REFUSED(bplan_domain_get_name, 0, NULL, NULL, NULL);
    REFUSED(bplan_sex_get_name, 0, NULL, NULL, NULL);
    REFUSED(bplan_municipality_validity_get_name, 0, NULL, NULL, NULL);
    REFUSED(bplan_unit_kind_get_name, 0, NULL, NULL, NULL);
    REFUSED(bplan_number_basis_get_name, 0, NULL, NULL, NULL);
    REFUSED(bplan_pseudonym_basis_get_name, 0, NULL, NULL, NULL);

    REFUSED(bplan_pack_list, NULL, NULL);
    REFUSED(bplan_context_describe, NULL, NULL, NULL);

    REFUSED(bplan_validation_merge, NULL, NULL, NULL, NULL);
    REFUSED(bplan_validation_save, NULL, NULL, NULL);
    REFUSED(bplan_validation_restore, NULL, NULL, 0, NULL, NULL);

    REFUSED(bplan_histogram_create, NULL, NULL);
    FREED(bplan_histogram_free);
    REFUSED(bplan_histogram_add_columns, NULL, NULL, 0, NULL);
    REFUSED(bplan_histogram_add_strided, NULL, NULL, NULL, 0, NULL);
    REFUSED(bplan_histogram_add_packed, NULL, NULL, 0, NULL);
    REFUSED(bplan_histogram_add_table, NULL, NULL, NULL, NULL, NULL);
    REFUSED(bplan_histogram_add_stream, NULL, NULL, NULL, NULL, NULL, NULL);
    REFUSED(bplan_histogram_add_counts, NULL, NULL, 0, NULL);
    REFUSED(bplan_histogram_get_counts, NULL, NULL, NULL);
    REFUSED(bplan_histogram_count_persons, NULL, NULL, NULL);
    REFUSED(bplan_histogram_count_unreadable, NULL, NULL, NULL);
    REFUSED(bplan_scheme_count_class, NULL, NULL, 0, NULL, NULL);
    REFUSED(bplan_scheme_count_no_class, NULL, NULL, 0, NULL, NULL);

    REFUSED(bplan_round_create, NULL, NULL, NULL);
    FREED(bplan_round_free);
    REFUSED(bplan_round_add_table, NULL, NULL, NULL, NULL);
    REFUSED(bplan_round_add_stream, NULL, NULL, NULL, NULL, NULL);
    REFUSED(bplan_round_finish, NULL, NULL, NULL);

    REFUSED(bplan_collected_create, NULL, NULL, 0, NULL, 0, 0, 0, 0, 0, NULL, NULL);
    FREED(bplan_collected_free);
    REFUSED(bplan_collected_add_table, NULL, NULL, NULL, NULL);
    REFUSED(bplan_collected_add_stream, NULL, NULL, NULL, NULL, NULL);
    REFUSED(bplan_collected_get_total, NULL, 0, NULL, NULL);
    REFUSED(bplan_collected_copy_validation, NULL, NULL, NULL);
    REFUSED(bplan_collected_merge, NULL, NULL, 0, NULL, 0, NULL, 0, 0, 0, 0, NULL, NULL);
    FREED(bplan_merged_free);
    REFUSED(bplan_merged_get_total, NULL, 0, NULL, NULL);
    REFUSED(bplan_merged_copy_validation, NULL, NULL, NULL);
    REFUSED(bplan_merged_make_transferable, NULL, NULL, 0, 0, 0, 0, NULL, NULL);
    FREED(bplan_transferable_free);
    REFUSED(bplan_transferable_get_total, NULL, 0, NULL, NULL);
    REFUSED(bplan_transferable_transfer, NULL, NULL, 0, NULL, 0, 0, 0, 0, NULL, NULL);
    FREED(bplan_transferred_free);
    REFUSED(bplan_transferred_get_total, NULL, 0, NULL, NULL);
    REFUSED(bplan_transferred_export_records, NULL, NULL, NULL, NULL);
    REFUSED(bplan_transferred_write_file, NULL, NULL, NULL);
    REFUSED(bplan_transferred_write_receipt, NULL, NULL, NULL);

    REFUSED(bplan_mapping_counts_create, NULL, NULL);
    FREED(bplan_mapping_counts_free);
    REFUSED(bplan_mapping_counts_add_table, NULL, NULL, NULL, NULL, NULL);
    REFUSED(bplan_mapping_counts_add_stream, NULL, NULL, NULL, NULL, NULL, NULL);
    REFUSED(bplan_mapping_counts_add_csv, NULL, NULL, 0, NULL, 0, NULL);
    REFUSED(bplan_mapping_counts_merge, NULL, NULL, NULL);
    REFUSED(bplan_mapping_counts_save, NULL, NULL, NULL);
    REFUSED(bplan_mapping_counts_restore, NULL, 0, NULL, NULL);
    REFUSED(bplan_mapping_counts_get_total, NULL, 0, NULL, NULL);

    REFUSED(bplan_projection_options_create, NULL, NULL);
    FREED(bplan_projection_options_free);
    REFUSED(bplan_projection_options_set_horizon, NULL, 0, NULL);
    REFUSED(bplan_projection_options_set_refits, NULL, 0, NULL);
    REFUSED(bplan_projection_options_set_draws, NULL, 0, NULL);
    REFUSED(bplan_projection_options_set_seed, NULL, 0, NULL);
    REFUSED(bplan_projection_options_set_all_models, NULL, 0, NULL);
    REFUSED(bplan_projection_options_set_scenario, NULL, NULL, 0, 0, NULL);
    REFUSED(bplan_projection_options_set_capacity, NULL, NULL, 0, NULL, 0, 0, NULL);
    REFUSED(bplan_projection_options_set_coverage, NULL, NULL, 0, NULL);
    REFUSED(bplan_projection_options_set_population, NULL, NULL, 0, NULL);

    REFUSED(bplan_projection_create, NULL, NULL, NULL, NULL);
    FREED(bplan_projection_free);
    REFUSED(bplan_projection_count_municipalities, NULL, NULL, NULL);
    REFUSED(bplan_projection_get_municipality, NULL, 0, NULL, NULL, NULL);
    REFUSED(bplan_projection_export_municipalities, NULL, 0, 0, NULL, NULL, NULL);
    REFUSED(bplan_projection_export_areas, NULL, NULL, 0, NULL, NULL, NULL);
    REFUSED(bplan_projection_export_country, NULL, NULL, 0, NULL, NULL, NULL);

    REFUSED(bplan_backtest_create, NULL, NULL, NULL, NULL, NULL, NULL);
    FREED(bplan_backtest_free);
    REFUSED(bplan_backtest_export_scores, NULL, 0, NULL, NULL, NULL);
    REFUSED(bplan_backtest_export_comparisons, NULL, 0, NULL, NULL, NULL);

    REFUSED(bplan_options_create, NULL, NULL);
    FREED(bplan_options_free);
    REFUSED(bplan_options_set_pack, NULL, NULL, 0, NULL);
    REFUSED(bplan_options_set_pack_json, NULL, NULL, 0, NULL);
    REFUSED(bplan_options_set_mapping_json, NULL, NULL, 0, NULL);
    REFUSED(bplan_options_set_profile_json, NULL, NULL, 0, NULL);
    REFUSED(bplan_options_set_scheme, NULL, NULL, 0, NULL);
    REFUSED(bplan_options_set_scheme_json, NULL, NULL, 0, NULL);
    REFUSED(bplan_options_set_language, NULL, NULL, 0, NULL);
    REFUSED(bplan_options_set_test_numbers, NULL, 0, NULL);
    REFUSED(bplan_options_set_reference_date, NULL, 0, 0, 0, NULL);
    REFUSED(bplan_options_set_period_first, NULL, 0, 0, 0, NULL);
    REFUSED(bplan_options_set_period_last, NULL, 0, 0, 0, NULL);

    REFUSED(bplan_context_create, NULL, NULL, NULL);
    FREED(bplan_context_free);
    REFUSED(bplan_context_get_pack_id, NULL, NULL, NULL, NULL);
    REFUSED(bplan_context_get_scheme_id, NULL, NULL, NULL, NULL);
    REFUSED(bplan_context_get_language, NULL, NULL, NULL, NULL);
    REFUSED(bplan_context_get_test_numbers, NULL, NULL, NULL);

    REFUSED(bplan_record_check, NULL, NULL, 0, NULL, NULL);
    REFUSED(bplan_record_validate, NULL, NULL, 0, NULL, NULL);
    REFUSED(bplan_record_score, NULL, NULL, 0, NULL, NULL);

    FREED(bplan_document_free);
    REFUSED(bplan_document_get_text, NULL, NULL, NULL, NULL);
    REFUSED(bplan_document_get_valid, NULL, NULL, NULL);
    REFUSED(bplan_document_get_worst_severity, NULL, NULL, NULL);
    REFUSED(bplan_document_count_findings, NULL, NULL, NULL);
    REFUSED(bplan_document_get_finding_severity, NULL, 0, NULL, NULL);
    REFUSED(bplan_document_get_finding_text, NULL, 0, 0, NULL, NULL, NULL);
    REFUSED(bplan_document_get_class, NULL, NULL, NULL);
    REFUSED(bplan_document_get_points, NULL, NULL, NULL);
    REFUSED(bplan_document_get_answered, NULL, NULL, NULL);
    REFUSED(bplan_document_get_no_class_reason, NULL, NULL, NULL);
    REFUSED(bplan_document_count_unknown_keys, NULL, NULL, NULL);

    REFUSED(bplan_scheme_create, NULL, 0, NULL, 0, NULL, NULL);
    REFUSED(bplan_scheme_create_from_json, NULL, 0, NULL, NULL);
    FREED(bplan_scheme_free);
    REFUSED(bplan_scheme_get_id, NULL, NULL, NULL, NULL);
    REFUSED(bplan_scheme_score_ratings, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    REFUSED(bplan_scheme_score_code, NULL, 0, NULL, NULL, NULL, NULL, NULL);
    REFUSED(bplan_scheme_explain, NULL, NULL, NULL, 0, NULL, NULL);
    REFUSED(bplan_scheme_compare, NULL, NULL, NULL, NULL, NULL);
    REFUSED(bplan_scheme_score_columns, NULL, NULL, 0, NULL, NULL, NULL);
    REFUSED(bplan_scheme_score_strided, NULL, NULL, NULL, 0, NULL, NULL, NULL);
    REFUSED(bplan_scheme_score_packed, NULL, NULL, 0, NULL, NULL);
    REFUSED(bplan_table_validate, NULL, NULL, NULL, 0, NULL, NULL);
    REFUSED(bplan_table_validate_stream, NULL, NULL, 0, 0, NULL, NULL, NULL, NULL);
    REFUSED(bplan_table_score, NULL, NULL, NULL, NULL, NULL, NULL);
    FREED(bplan_validation_free);
    REFUSED(bplan_validation_count_rows, NULL, 0, NULL, NULL);
    REFUSED(bplan_validation_count_findings, NULL, 0, NULL, NULL);
    REFUSED(bplan_validation_count_details, NULL, NULL, NULL);
    REFUSED(bplan_validation_get_truncated, NULL, NULL, NULL);
    REFUSED(bplan_validation_count_unknown_columns, NULL, NULL, NULL);
    REFUSED(bplan_validation_get_unknown_column, NULL, 0, NULL, NULL);
    REFUSED(bplan_validation_count_rules, NULL, NULL, NULL);
    REFUSED(bplan_validation_get_rule_code, NULL, 0, NULL, NULL, NULL);
    REFUSED(bplan_validation_count_rule_findings, NULL, 0, 0, NULL, NULL);
    REFUSED(bplan_validation_count_rule_records, NULL, 0, 0, NULL, NULL);
    REFUSED(bplan_validation_count_fields, NULL, NULL, NULL);
    REFUSED(bplan_validation_get_field_name, NULL, 0, NULL, NULL, NULL);
    REFUSED(bplan_validation_count_field_findings, NULL, 0, 0, NULL, NULL);
    REFUSED(bplan_validation_count_units, NULL, NULL, NULL);
    REFUSED(bplan_validation_get_unit_kind, NULL, 0, NULL, NULL);
    REFUSED(bplan_validation_get_unit_name, NULL, 0, NULL, NULL, NULL);
    REFUSED(bplan_validation_count_unit_rows, NULL, 0, 0, NULL, NULL);
    REFUSED(bplan_validation_count_unit_findings, NULL, 0, 0, NULL, NULL);
    REFUSED(bplan_validation_count_unit_rule_records, NULL, 0, 0, NULL, NULL);
    REFUSED(bplan_validation_get_worst_severities, NULL, NULL, 0, NULL, NULL);
    REFUSED(bplan_validation_get_good_rows, NULL, NULL, 0, NULL, NULL);
    REFUSED(bplan_validation_get_bad_rows, NULL, NULL, 0, NULL, NULL);
    REFUSED(bplan_validation_export_worst_severities, NULL, NULL, NULL, NULL);
    REFUSED(bplan_validation_export_summary, NULL, NULL, NULL, NULL);
    REFUSED(bplan_validation_export_findings, NULL, NULL, NULL, NULL);
    REFUSED(bplan_validation_list_findings, NULL, 0, NULL, NULL);

    REFUSED(bplan_number_policy_create, NULL, NULL);
    FREED(bplan_number_policy_free);
    REFUSED(bplan_number_policy_set_rule, NULL, 0, NULL);
    REFUSED(bplan_number_policy_set_assigned_by, NULL, 0, 0, 0, NULL);
    REFUSED(bplan_number_policy_set_kinds, NULL, 0, NULL);
    REFUSED(bplan_number_policy_set_test_numbers, NULL, 0, NULL);
    REFUSED(bplan_number_policy_set_d_table, NULL, 0, NULL);
    REFUSED(bplan_number_policy_set_dates, NULL, 0, NULL);
    REFUSED(bplan_number_policy_set_reference_date, NULL, 0, 0, 0, NULL);
    REFUSED(bplan_number_policy_set_refuse_ambiguous, NULL, 0, NULL);

    REFUSED(bplan_number_check, NULL, NULL, 0, NULL, NULL);
    FREED(bplan_number_free);
    REFUSED(bplan_number_get_valid, NULL, NULL, NULL);
    REFUSED(bplan_number_get_kinds, NULL, NULL, NULL);
    REFUSED(bplan_number_get_reason, NULL, NULL, NULL);
    REFUSED(bplan_number_get_position, NULL, NULL, NULL);
    REFUSED(bplan_number_get_sex, NULL, NULL, NULL);
    REFUSED(bplan_number_get_sex_basis, NULL, NULL, NULL);
    REFUSED(bplan_number_get_rules, NULL, NULL, NULL);
    REFUSED(bplan_number_count_birth_years, NULL, NULL, NULL);
    REFUSED(bplan_number_get_birth_year, NULL, 0, NULL, NULL);
    REFUSED(bplan_number_get_birth_year_basis, NULL, NULL, NULL);
    REFUSED(bplan_number_get_birth_day, NULL, NULL, NULL, NULL);
    REFUSED(bplan_number_reason_get_name, 0, NULL, NULL, NULL);
    REFUSED(bplan_number_kind_get_name, 0, NULL, NULL, NULL);
    REFUSED(bplan_number_normalise, NULL, 0, NULL, 0, NULL, NULL, NULL);
    REFUSED(bplan_number_check_fixed, NULL, NULL, 0, 0, NULL, NULL, NULL);
    REFUSED(bplan_number_check_strings, NULL, NULL, NULL, 0, NULL, NULL, NULL);
    REFUSED(bplan_number_check_large_strings, NULL, NULL, NULL, 0, NULL, NULL, NULL);

    REFUSED(bplan_municipality_get_validity, NULL, 0, 0, 0, 0, NULL, NULL);
    REFUSED(bplan_municipality_describe, NULL, 0, 0, 0, 0, 0, 0, 0, NULL, NULL);
    REFUSED(bplan_municipality_trace, NULL, 0, 0, 0, 0, 0, 0, 0, NULL, 0, NULL, NULL);
    REFUSED(bplan_municipality_find_by_name, NULL, 0, 0, 0, 0, NULL, NULL);
    REFUSED(bplan_municipality_list, 0, 0, 0, NULL, NULL);
    REFUSED(bplan_municipality_same_territory, NULL, 0, 0, 0, 0, NULL, 0, 0, 0, 0, NULL, NULL);
    REFUSED(bplan_municipality_check_many, NULL, 0, NULL, 0, 0, NULL, NULL, NULL);
    REFUSED(bplan_county_get_valid, NULL, 0, 0, 0, 0, NULL, NULL);
    REFUSED(bplan_district_get_valid, NULL, 0, 0, 0, 0, NULL, NULL);

    REFUSED(bplan_pseudonymiser_create_ephemeral, NULL, 0, NULL, 0, NULL, NULL);
    REFUSED(bplan_pseudonymiser_create_linking, NULL, 0, NULL, 0, NULL, NULL);
    FREED(bplan_pseudonymiser_free);
    REFUSED(bplan_pseudonymiser_get_basis, NULL, NULL, NULL);
    REFUSED(bplan_pseudonymiser_make, NULL, NULL, NULL, 0, NULL, NULL);
    REFUSED(bplan_pseudonymiser_make_fixed, NULL, NULL, NULL, 0, 0, NULL, NULL, NULL, NULL);

#ifdef WITH_REPORT
    RETURNED(bplan_report_abi_version, BPLAN_ABI_VERSION);
    REFUSED(bplan_report_options_create, NULL, NULL);
    FREED(bplan_report_options_free);
    REFUSED(bplan_report_options_set_language, NULL, NULL, 0, NULL);
    REFUSED(bplan_report_render_html, NULL, 0, NULL, NULL, NULL);
    FREED(bplan_report_output_free);
    REFUSED(bplan_report_output_get_bytes, NULL, NULL, NULL, NULL);
#endif
}

/* A handle that is null is found out also when there is a place for every result, and the places
   are left empty. */
static void outputs_are_emptied(void) {
    bplan_error err = BPLAN_ERROR_INIT;
    const char* text = "before";
    int64_t length = 7;
    int32_t number = 7;
    uint8_t bytes[BPLAN_PSEUDONYM_SIZE] = {7};
    bplan_document* document = (bplan_document*)&number;

    if (bplan_document_get_text(NULL, &text, &length, &err) != BPLAN_ERROR_NULL_ARGUMENT ||
        err.code != BPLAN_ERROR_NULL_ARGUMENT || text != NULL || length != 0) {
        ++faults;
        puts("outputs were not emptied");
    }
    text = "before";
    if (bplan_document_get_text(NULL, &text, NULL, NULL) == BPLAN_OK || text != NULL) {
        ++faults;
        puts("an output beside a null one was not emptied");
    }
    if (bplan_document_get_class(NULL, &number, &err) == BPLAN_OK || number != 0) {
        ++faults;
        puts("a number was not emptied");
    }
    if (bplan_pseudonymiser_make(NULL, NULL, NULL, 0, bytes, NULL) == BPLAN_OK || bytes[0] != 0 ||
        bytes[BPLAN_PSEUDONYM_SIZE - 1] != 0) {
        ++faults;
        puts("bytes were not emptied");
    }
    err.struct_size = 12;
    if (bplan_record_check(NULL, NULL, 0, &document, &err) != BPLAN_ERROR_STRUCT_SIZE ||
        document != NULL) {
        ++faults;
        puts("an error of a wrong size was taken");
    }
}

static int was_called(const char* name) {
    int i;
    for (i = 0; i < calls; ++i) {
        if (strcmp(called[i], name) == 0) {
            return 1;
        }
    }
    return 0;
}

int main(int argc, char** argv) {
    int i;
    call_all();
    outputs_are_emptied();
    for (i = 1; i < argc; ++i) {
        char name[128];
        FILE* list = fopen(argv[i], "r");
        if (list == NULL) {
            printf("%s cannot be opened\n", argv[i]);
            return 1;
        }
        while (fscanf(list, "%127s", name) == 1) {
            if (!was_called(name)) {
                printf("%s is exported and not called here\n", name);
                ++faults;
            }
        }
        fclose(list);
    }
    printf("%d functions called\n", calls);
    return faults != 0;
}

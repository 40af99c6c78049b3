// Errors, codes and versions.
#include <array>

#include <brukerplan/version.hpp>

#include "guard.hpp"

namespace capi = brukerplan::capi;

namespace {

struct code_name {
    std::int32_t code;
    std::string_view name;
};

constexpr std::array code_names{
    code_name{BPLAN_OK, "ok"},
    code_name{BPLAN_ERROR_NULL_ARGUMENT, "null_argument"},
    code_name{BPLAN_ERROR_INVALID_ARGUMENT, "invalid_argument"},
    code_name{BPLAN_ERROR_STRUCT_SIZE, "struct_size"},
    code_name{BPLAN_ERROR_OUT_OF_RANGE, "out_of_range"},
    code_name{BPLAN_ERROR_NOT_THERE, "not_there"},
    code_name{BPLAN_ERROR_UNKNOWN_PACK, "unknown_pack"},
    code_name{BPLAN_ERROR_INVALID_PACK, "invalid_pack"},
    code_name{BPLAN_ERROR_INVALID_MAPPING, "invalid_mapping"},
    code_name{BPLAN_ERROR_INVALID_PROFILE, "invalid_profile"},
    code_name{BPLAN_ERROR_UNKNOWN_SCHEME, "unknown_scheme"},
    code_name{BPLAN_ERROR_INVALID_SCHEME, "invalid_scheme"},
    code_name{BPLAN_ERROR_UNKNOWN_LANGUAGE, "unknown_language"},
    code_name{BPLAN_ERROR_INVALID_NUMBER, "invalid_number"},
    code_name{BPLAN_ERROR_NOT_VALID_ON_DATE, "not_valid_on_date"},
    code_name{BPLAN_ERROR_BEFORE_FACTS, "before_facts"},
    code_name{BPLAN_ERROR_MISSING_WEIGHT, "missing_weight"},
    code_name{BPLAN_ERROR_INVALID_WEIGHT, "invalid_weight"},
    code_name{BPLAN_ERROR_ARROW_SCHEMA, "arrow_schema"},
    code_name{BPLAN_ERROR_COLUMN_TYPE, "column_type"},
    code_name{BPLAN_ERROR_MISSING_COLUMNS, "missing_columns"},
    code_name{BPLAN_ERROR_DUPLICATE_COLUMNS, "duplicate_columns"},
    code_name{BPLAN_ERROR_ARROW_BATCH, "arrow_batch"},
    code_name{BPLAN_ERROR_ARROW_STREAM, "arrow_stream"},
    code_name{BPLAN_ERROR_CANCELLED, "cancelled"},
    code_name{BPLAN_ERROR_INVALID_STATE, "invalid_state"},
    code_name{BPLAN_ERROR_REPORT_NOT_JSON, "report_not_json"},
    code_name{BPLAN_ERROR_REPORT_FORMAT, "report_format"},
    code_name{BPLAN_ERROR_REPORT_VERSION, "report_version"},
    code_name{BPLAN_ERROR_REPORT_INVALID, "report_invalid"},
    code_name{BPLAN_ERROR_REPORT_RESOURCE, "report_resource"},
    code_name{BPLAN_ERROR_MEMORY, "memory"},
    code_name{BPLAN_ERROR_INTERNAL, "internal"},
    code_name{BPLAN_ERROR_UNKNOWN, "unknown"},
};

} // namespace

int32_t bplan_error_init(uint32_t struct_size, bplan_error* err) noexcept {
    if (err == nullptr) {
        return BPLAN_ERROR_NULL_ARGUMENT;
    }
    if (struct_size < capi::least_error_size || struct_size > capi::most_error_size) {
        return BPLAN_ERROR_STRUCT_SIZE;
    }
    err->struct_size = struct_size;
    return capi::report(err, BPLAN_OK, {});
}

int32_t bplan_code_get_name(int32_t code, const char** name, int64_t* length,
                            bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(name, length), [&] {
        for (const auto& known : code_names) {
            if (known.code == code) {
                capi::give(known.name, name, length);
                return;
            }
        }
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                            "there is no code " + std::to_string(code)};
    });
}

int32_t bplan_abi_version() noexcept {
    return BPLAN_ABI_VERSION;
}

int32_t bplan_library_get_version(const char** version, int64_t* length,
                                  bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(version, length),
                         [&] { capi::give(brukerplan::library_version, version, length); });
}

// Tables of columns, as the structs of the Arrow C data interface, and what is found in them.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

#include <brukerplan/arrow_c_data.h>
#include <brukerplan/c/context.hpp>

namespace brukerplan_c {

/// An Arrow struct that came out of the library, released when it goes; can be moved, not copied.
template <class Struct>
class arrow {
public:
    arrow() noexcept = default;
    arrow(arrow&& other) noexcept : held_{other.release()} {}
    arrow& operator=(arrow&& other) noexcept {
        std::swap(held_, other.held_);
        return *this;
    }
    ~arrow() {
        if (held_.release != nullptr) {
            held_.release(&held_);
        }
    }

    /// For a library that imports it, which then has released or taken it.
    [[nodiscard]] Struct* get() noexcept { return &held_; }
    [[nodiscard]] const Struct* get() const noexcept { return &held_; }
    /// The caller releases it from now on.
    [[nodiscard]] Struct release() noexcept { return std::exchange(held_, Struct{}); }

private:
    Struct held_{};
};

/// Columns that came out of the library.
struct arrow_columns {
    arrow<ArrowSchema> schema;
    arrow<ArrowArray> array;
};

namespace detail {
template <>
struct output<arrow_columns> {
    arrow_columns value;
    auto places() noexcept { return std::tuple{value.schema.get(), value.array.get()}; }
    arrow_columns take() noexcept { return std::move(value); }
};
} // namespace detail

/// What was found in a table. Never changes; any number of threads may use it at once. Rules,
/// fields and units are counted from 0; texts are borrowed from here.
class validation : public handle<bplan_validation, bplan_validation_free> {
public:
    using handle::handle;

    /// Rows whose worst finding has a severity; severity::none for those without findings.
    [[nodiscard]] result<std::int64_t> count_rows(severity of = severity::any) const noexcept {
        return detail::call<std::int64_t>(bplan_validation_count_rows, *this, of);
    }
    /// Exact, however many findings are kept whole.
    [[nodiscard]] result<std::int64_t> count_findings(severity of = severity::any) const noexcept {
        return detail::call<std::int64_t>(bplan_validation_count_findings, *this, of);
    }
    /// Findings that are kept whole: the first ones.
    [[nodiscard]] result<std::int64_t> count_details() const noexcept {
        return detail::call<std::int64_t>(bplan_validation_count_details, *this);
    }
    /// Whether there are more findings than are kept whole.
    [[nodiscard]] result<bool> truncated() const noexcept {
        return detail::call<bool>(bplan_validation_get_truncated, *this);
    }
    /// Columns that the pack does not know and that were not looked at.
    [[nodiscard]] result<std::int64_t> count_unknown_columns() const noexcept {
        return detail::call<std::int64_t>(bplan_validation_count_unknown_columns, *this);
    }
    /// Position of one of them.
    [[nodiscard]] result<std::int64_t> unknown_column(std::int64_t index) const noexcept {
        return detail::call<std::int64_t>(bplan_validation_get_unknown_column, *this, index);
    }

    [[nodiscard]] result<std::int64_t> count_rules() const noexcept {
        return detail::call<std::int64_t>(bplan_validation_count_rules, *this);
    }
    [[nodiscard]] result<std::string_view> rule_code(std::int64_t rule) const noexcept {
        return detail::call<std::string_view>(bplan_validation_get_rule_code, *this, rule);
    }
    [[nodiscard]] result<std::int64_t>
    count_rule_findings(std::int64_t rule, severity of = severity::any) const noexcept {
        return detail::call<std::int64_t>(bplan_validation_count_rule_findings, *this, rule, of);
    }
    [[nodiscard]] result<std::int64_t>
    count_rule_records(std::int64_t rule, severity of = severity::any) const noexcept {
        return detail::call<std::int64_t>(bplan_validation_count_rule_records, *this, rule, of);
    }

    [[nodiscard]] result<std::int64_t> count_fields() const noexcept {
        return detail::call<std::int64_t>(bplan_validation_count_fields, *this);
    }
    [[nodiscard]] result<std::string_view> field_name(std::int64_t field) const noexcept {
        return detail::call<std::string_view>(bplan_validation_get_field_name, *this, field);
    }
    [[nodiscard]] result<std::int64_t>
    count_field_findings(std::int64_t field, severity of = severity::any) const noexcept {
        return detail::call<std::int64_t>(bplan_validation_count_field_findings, *this, field, of);
    }

    [[nodiscard]] result<std::int64_t> count_units() const noexcept {
        return detail::call<std::int64_t>(bplan_validation_count_units, *this);
    }
    [[nodiscard]] result<brukerplan_c::unit_kind> unit_kind(std::int64_t unit) const noexcept {
        return detail::call<brukerplan_c::unit_kind>(bplan_validation_get_unit_kind, *this, unit);
    }
    [[nodiscard]] result<std::string_view> unit_name(std::int64_t unit) const noexcept {
        return detail::call<std::string_view>(bplan_validation_get_unit_name, *this, unit);
    }
    [[nodiscard]] result<std::int64_t> count_unit_rows(std::int64_t unit,
                                                       severity of = severity::any) const noexcept {
        return detail::call<std::int64_t>(bplan_validation_count_unit_rows, *this, unit, of);
    }
    [[nodiscard]] result<std::int64_t>
    count_unit_findings(std::int64_t unit, severity of = severity::any) const noexcept {
        return detail::call<std::int64_t>(bplan_validation_count_unit_findings, *this, unit, of);
    }
    [[nodiscard]] result<std::int64_t> count_unit_rule_records(std::int64_t unit,
                                                               std::int64_t rule) const noexcept {
        return detail::call<std::int64_t>(bplan_validation_count_unit_rule_records, *this, unit,
                                          rule);
    }

    // To arrays of the caller's with room for `capacity`. Each gives how many there are; when they
    // are more, the array is all zeros.

    /// BPLAN_SEVERITY_* of each row.
    [[nodiscard]] result<std::int64_t> worst_severities(std::int8_t* severities,
                                                        std::int64_t capacity) const noexcept {
        return detail::call<std::int64_t>(bplan_validation_get_worst_severities, *this, severities,
                                          capacity);
    }
    /// Rows without an error or worse.
    [[nodiscard]] result<std::int64_t> good_rows(std::int64_t* rows,
                                                 std::int64_t capacity) const noexcept {
        return detail::call<std::int64_t>(bplan_validation_get_good_rows, *this, rows, capacity);
    }
    /// The other rows.
    [[nodiscard]] result<std::int64_t> bad_rows(std::int64_t* rows,
                                                std::int64_t capacity) const noexcept {
        return detail::call<std::int64_t>(bplan_validation_get_bad_rows, *this, rows, capacity);
    }

    /// An array of int8.
    [[nodiscard]] result<arrow_columns> export_worst_severities() const noexcept {
        return detail::call<arrow_columns>(bplan_validation_export_worst_severities, *this);
    }
    /// `code fatal error warning info findings records`, a row for each rule that found something.
    [[nodiscard]] result<arrow_columns> export_summary() const noexcept {
        return detail::call<arrow_columns>(bplan_validation_export_summary, *this);
    }
    /// The findings that are kept whole, as columns.
    [[nodiscard]] result<arrow_columns> export_findings() const noexcept {
        return detail::call<arrow_columns>(bplan_validation_export_findings, *this);
    }
    /// The same as text.
    [[nodiscard]] result<document> list_findings(listing form) const noexcept {
        return detail::call<document>(bplan_validation_list_findings, *this, form);
    }
    /// As JSON, for another process: restore_validation().
    [[nodiscard]] result<document> save() const noexcept {
        return detail::call<document>(bplan_validation_save, *this);
    }
};

/// The validations of two parts of a table as one, the rows of `second` after those of `first`.
[[nodiscard]] inline result<validation> merge(const validation& first,
                                              const validation& second) noexcept {
    return detail::call<validation>(bplan_validation_merge, first, second);
}

/// What validation::save() gave; the context must have the same pack, mapping and profile.
[[nodiscard]] inline result<validation> restore_validation(const context& with,
                                                           std::string_view json) noexcept {
    return detail::call<validation>(bplan_validation_restore, with, json);
}

/// Validates the rows of one batch; schema and batch are borrowed for the call. At most
/// `most_details` findings are kept whole.
[[nodiscard]] inline result<validation> validate_table(const context& with,
                                                       const ArrowSchema& schema,
                                                       const ArrowArray& batch,
                                                       std::int64_t most_details) noexcept {
    return detail::call<validation>(bplan_table_validate, with, &schema, &batch, most_details);
}

/// Validates the rows of a stream, which is taken: it has been released when the call returns.
[[nodiscard]] inline result<validation> validate_stream(const context& with,
                                                        ArrowArrayStream& stream,
                                                        std::int64_t most_details,
                                                        bool keep_rows = false) noexcept {
    return detail::call<validation>(bplan_table_validate_stream, with, &stream, most_details,
                                    keep_rows, static_cast<bplan_progress*>(nullptr),
                                    static_cast<void*>(nullptr));
}

/// The same, with a function that is told the number of rows from time to time, on this thread, and
/// says whether to go on. What it throws ends the program.
template <class Progress>
[[nodiscard]] result<validation> validate_stream(const context& with, ArrowArrayStream& stream,
                                                 std::int64_t most_details, bool keep_rows,
                                                 Progress&& progress) noexcept {
    bplan_progress* const told = detail::tell<std::remove_reference_t<Progress>>;
    return detail::call<validation>(bplan_table_validate_stream, with, &stream, most_details,
                                    keep_rows, told, detail::payload_of(progress));
}

/// Scores the rows of one batch: `row_ref points class answered scheme reason`.
[[nodiscard]] inline result<arrow_columns>
score_table(const context& with, const ArrowSchema& schema, const ArrowArray& batch) noexcept {
    return detail::call<arrow_columns>(bplan_table_score, with, &schema, &batch);
}

} // namespace brukerplan_c

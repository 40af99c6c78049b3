#include "validation/row_block.hpp"

#include <brukerplan/validation/detail/identity_rules.hpp>

namespace brukerplan::detail {

namespace {

std::uint8_t marks_of(const record_facts& facts, const validation_options& options) noexcept {
    unsigned marks = 0;
    const auto mark = [&](number_mark which, bool holds) {
        marks |= (holds ? 1U : 0U) << static_cast<unsigned>(which);
    };
    mark(number_mark::refused, number_refused(facts));
    mark(number_mark::lost_leading_zero, facts.number == number_status::lost_leading_zero);
    mark(number_mark::breaks_test_policy, breaks_test_policy(facts, options));
    mark(number_mark::local_kind, local_kind(facts, options));
    mark(number_mark::only_2032_rule, facts.only_2032_rule);
    mark(number_mark::welcome_test_number, welcome_test_number(facts, options));
    return static_cast<std::uint8_t>(marks);
}

} // namespace

void row_block::begin(const column_table& table, const role_binding& binding) {
    batch = &table;
    reader_.begin(table, binding);
}

void row_block::begin_rows(std::size_t first_row, std::size_t row_count,
                           const validation_options& options) {
    first = first_row;
    rows = row_count;
    number_marks.resize(rows);
    first_birth_years.resize(rows);
    last_birth_years.resize(rows);
    number_sexes.resize(rows);
    age_bases.resize(rows);
    ages.resize(rows);
    children_known.resize(rows);
    children.resize(rows);
    // Marks hang on these three alone, and rows that follow each other mostly have the same.
    record_facts last;
    auto last_marks = marks_of(last, options);
    // By value: a store into bytes might else be one into the vectors themselves.
    reader_.read(first, rows,
                 [&, marks = number_marks.data(), first_years = first_birth_years.data(),
                  last_years = last_birth_years.data(), sexes = number_sexes.data(),
                  bases = age_bases.data(), years_old = ages.data(), known = children_known.data(),
                  counts = children.data()](std::size_t i, const record_facts& own) {
                     if (own.number != last.number || own.kinds != last.kinds ||
                         own.only_2032_rule != last.only_2032_rule) {
                         last.number = own.number;
                         last.kinds = own.kinds;
                         last.only_2032_rule = own.only_2032_rule;
                         last_marks = marks_of(last, options);
                     }
                     marks[i] = last_marks;
                     const auto years = own.birth_years.size();
                     first_years[i] = years > 0 ? own.birth_years[0] : 0;
                     last_years[i] = years > 1 ? own.birth_years[1] : first_years[i];
                     sexes[i] = own.number_sex.value_or(sex::unknown);
                     bases[i] = static_cast<std::uint8_t>(own.basis);
                     years_old[i] = own.age;
                     known[i] = own.children.has_value() ? 1 : 0;
                     counts[i] = own.children.value_or(0);
                 });
}

} // namespace brukerplan::detail

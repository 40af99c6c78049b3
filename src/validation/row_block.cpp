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
    reader_.count_children(first, children, children_known);
    // Marks hang on these three alone, and rows that follow each other mostly have the same.
    record_facts last;
    auto last_marks = marks_of(last, options);
    const auto marks_by = [&](number_status number, number_kinds kinds, bool only_2032_rule) {
        if (number != last.number || kinds != last.kinds || only_2032_rule != last.only_2032_rule) {
            last.number = number;
            last.kinds = kinds;
            last.only_2032_rule = only_2032_rule;
            last_marks = marks_of(last, options);
        }
        return last_marks;
    };
    // By value: a store into bytes might else be one into the vectors themselves.
    const auto keep = [marks = number_marks.data(), first_years = first_birth_years.data(),
                       last_years = last_birth_years.data(), sexes = number_sexes.data(),
                       bases = age_bases.data(), years_old = ages.data()](
                          std::size_t i, std::uint8_t own_marks, int first_year, int last_year,
                          sex own_sex, age_basis basis, int age) {
        marks[i] = own_marks;
        first_years[i] = first_year;
        last_years[i] = last_year;
        sexes[i] = own_sex;
        bases[i] = static_cast<std::uint8_t>(basis);
        years_old[i] = age;
    };
    const auto take = [&](std::size_t i, const national_id_verdict& verdict, std::int32_t day_key) {
        const auto year = only_birth_year(verdict);
        keep(i, marks_by(number_status::valid, verdict.possible_kinds, verdict.rules().only_2032()),
             year, year, certain_sex(verdict), age_basis::birth_date,
             ordinary_age(verdict, day_key));
    };
    const auto read = [&](std::size_t i, const row_identity& it) {
        record_facts own;
        read_identity(it, own);
        const auto& years = own.birth_years;
        const auto first_year = years.empty() ? 0 : years[0];
        keep(i, marks_by(own.number, own.kinds, own.only_2032_rule), first_year,
             years.size() > 1 ? years[1] : first_year, own.number_sex.value_or(sex::unknown),
             own.basis, own.age);
    };
    reader_.read_identities(first, rows, take, read);
}

} // namespace brukerplan::detail

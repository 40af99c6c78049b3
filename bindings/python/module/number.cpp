// National numbers: one, as people write them, and many.
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "answers.hpp"
#include "handles.hpp"

namespace brukerplan_python {

namespace {

using int_setter = std::int32_t(bplan_number_policy*, std::int32_t, bplan_error*);
using day_setter = std::int32_t(bplan_number_policy*, std::int32_t, std::int32_t, std::int32_t,
                                bplan_error*);

void make_policy(number_policy* made, const std::optional<std::int32_t>& rule,
                 const std::optional<std::int32_t>& kinds, bool test_numbers,
                 const std::optional<day>& assigned_by, const std::optional<std::int32_t>& d_table,
                 const std::optional<std::int32_t>& dates, const std::optional<day>& reference_date,
                 bool refuse_ambiguous) {
    number_policy policy;
    call(bplan_number_policy_create, policy.out());
    const auto set = [&](int_setter* setter, const std::optional<std::int32_t>& value) {
        if (value) {
            call(setter, policy.get(), *value);
        }
    };
    const auto set_day = [&](day_setter* setter, const std::optional<day>& date) {
        if (date) {
            const auto [year, month, number] = *date;
            call(setter, policy.get(), year, month, number);
        }
    };
    set(bplan_number_policy_set_rule, rule);
    set(bplan_number_policy_set_test_numbers, test_numbers ? 1 : 0);
    set(bplan_number_policy_set_kinds, kinds);
    set_day(bplan_number_policy_set_assigned_by, assigned_by);
    set(bplan_number_policy_set_d_table, d_table);
    set(bplan_number_policy_set_dates, dates);
    set_day(bplan_number_policy_set_reference_date, reference_date);
    set(bplan_number_policy_set_refuse_ambiguous, refuse_ambiguous ? 1 : 0);
    new (made) number_policy{std::move(policy)};
}

using owned_number = owned_handle<bplan_number, bplan_number_free>;

nb::typed<nb::dict, nb::str, nb::any> check(const number_policy& policy, std::string_view text) {
    owned_number number;
    call(bplan_number_check, policy.get(), text.data(), length_of(text), number.out());
    const auto get = [&](auto* function) {
        return number_from<std::int32_t>(function, number.get());
    };
    std::vector<std::int32_t> years;
    const auto count = number_from<std::int64_t>(bplan_number_count_birth_years, number.get());
    for (std::int64_t i = 0; i < count; ++i) {
        years.push_back(number_from<std::int32_t>(bplan_number_get_birth_year, number.get(), i));
    }
    std::int32_t month = 0;
    std::int32_t day_of_month = 0;
    call(bplan_number_get_birth_day, number.get(), &month, &day_of_month);
    nb::dict found;
    found["valid"] = get(bplan_number_get_valid) == 1;
    found["kinds"] = get(bplan_number_get_kinds);
    found["reason"] = get(bplan_number_get_reason);
    found["position"] = get(bplan_number_get_position);
    found["sex"] = get(bplan_number_get_sex);
    found["sex_basis"] = get(bplan_number_get_sex_basis);
    found["rules"] = get(bplan_number_get_rules);
    found["birth_years"] = years;
    found["birth_year_basis"] = get(bplan_number_get_birth_year_basis);
    found["birth_day"] = std::tuple{month, day_of_month};
    return nb::typed<nb::dict, nb::str, nb::any>(found);
}

std::tuple<std::string, std::int32_t> normalise(std::string_view text) {
    char digits[BPLAN_NUMBER_MOST_DIGITS] = {};
    std::int64_t length = 0;
    std::int32_t changes = 0;
    call(bplan_number_normalise, text.data(), length_of(text), digits, std::int64_t{sizeof digits},
         &length, &changes);
    return {std::string(digits, static_cast<std::size_t>(length)), changes};
}

std::string reason_name(std::int8_t reason) {
    return reason == BPLAN_NUMBER_REASON_NONE
               ? ""
               : std::string{text_from(bplan_number_reason_get_name, std::int32_t{reason})};
}

/// The words of a set of bits, in their order.
template <class Name>
std::string words_of(std::int32_t bits, Name name) {
    std::string words;
    for (std::int32_t bit = 1; bit <= bits; bit *= 2) {
        if ((bits & bit) != 0) {
            words += (words.empty() ? "" : "|") + std::string{name(bit)};
        }
    }
    return words;
}

std::string_view rule_name(std::int32_t bit) {
    return bit == BPLAN_NUMBER_RULE_1964 ? "1964" : "2032";
}

struct number_answer_arrays {
    std::vector<std::int8_t> valid, reasons, positions, sexes, rules;
    std::vector<std::int16_t> kinds, first_years, second_years;

    explicit number_answer_arrays(std::size_t n)
        : valid(n), reasons(n), positions(n), sexes(n), rules(n), kinds(n), first_years(n),
          second_years(n) {}
};

table check_column(const number_policy& policy, nb::handle numbers) {
    const auto texts = texts_of(numbers);
    nb::gil_scoped_release unlocked;
    number_answer_arrays answers{texts.there.size()};
    bplan_number_columns columns = BPLAN_NUMBER_COLUMNS_INIT;
    columns.valid = answers.valid.data();
    columns.reasons = answers.reasons.data();
    columns.positions = answers.positions.data();
    columns.sexes = answers.sexes.data();
    columns.rules = answers.rules.data();
    columns.kinds = answers.kinds.data();
    columns.first_birth_years = answers.first_years.data();
    columns.second_birth_years = answers.second_years.data();
    std::int64_t valid = 0;
    call(bplan_number_check_large_strings, policy.get(), texts.bytes.data(), texts.offsets.data(),
         texts.size(), &columns, &valid);
    const auto kind_name = [](std::int32_t bit) {
        return text_from(bplan_number_kind_get_name, bit);
    };
    std::vector<std::unique_ptr<column>> made;
    made.push_back(yes_no_answers("valid", answers.valid, texts));
    made.push_back(
        word_answers<std::int16_t>("kinds", answers.kinds, texts,
                                   [&](std::int16_t bits) { return words_of(bits, kind_name); }));
    made.push_back(number_answers<std::int16_t>("first_birth_year", "s", answers.first_years, texts,
                                                std::int16_t{0}));
    made.push_back(number_answers<std::int16_t>("second_birth_year", "s", answers.second_years,
                                                texts, std::int16_t{0}));
    made.push_back(word_answers<std::int8_t>("sex", answers.sexes, texts, [](std::int8_t sex) {
        return std::string{text_from(bplan_sex_get_name, std::int32_t{sex})};
    }));
    made.push_back(word_answers<std::int8_t>(
        "rules", answers.rules, texts, [](std::int8_t bits) { return words_of(bits, rule_name); }));
    made.push_back(word_answers<std::int8_t>("reason", answers.reasons, texts, reason_name));
    made.push_back(
        number_answers<std::int8_t>("position", "c", answers.positions, texts, std::int8_t{-1}));
    return finish_table(std::move(made), texts.size());
}

} // namespace

void bind_numbers(nb::module_& module) {
    nb::class_<number_policy>(module, "NumberPolicy", "Which numbers are accepted.")
        .def("__init__", &make_policy, nb::kw_only(), nb::arg("rule") = nb::none(),
             nb::arg("kinds") = nb::none(), nb::arg("test_numbers") = false,
             nb::arg("assigned_by") = nb::none(), nb::arg("d_table") = nb::none(),
             nb::arg("dates") = nb::none(), nb::arg("reference_date") = nb::none(),
             nb::arg("refuse_ambiguous") = false)
        .def("check", &check, nb::arg("text"),
             "What is found of one number, as codes of the C interface.")
        .def("check_column", &check_column, nb::arg("column"),
             "What is found of each number of a column.");
    module.def("normalise_number", &normalise, nb::arg("text"),
               "The digits, and what was taken away.");
}

} // namespace brukerplan_python

// Municipalities, counties and districts on a date.
#include <cstring>

#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "answers.hpp"
#include "handles.hpp"

namespace brukerplan_python {

namespace {

template <auto function>
std::int32_t on_a_day(std::string_view code, const day& on) {
    const auto [year, month, number] = on;
    return number_from<std::int32_t>(function, code.data(), length_of(code), year, month, number);
}

nb::str describe(std::string_view code, const day& on, const std::optional<day>& to) {
    const auto [year, month, number] = on;
    const auto [to_year, to_month, to_number] = to.value_or(day{0, 0, 0});
    return document_from(bplan_municipality_describe, code.data(), length_of(code), year, month,
                         number, to_year, to_month, to_number);
}

nb::str trace(std::string_view code, const day& from, const day& to, const text_or_none& weights) {
    const auto [year, month, number] = from;
    const auto [to_year, to_month, to_number] = to;
    const text_argument given{weights};
    return document_from(bplan_municipality_trace, code.data(), length_of(code), year, month,
                         number, to_year, to_month, to_number, given.data, given.length);
}

nb::str find(std::string_view name, const std::optional<day>& on) {
    const auto [year, month, number] = on.value_or(day{0, 0, 0});
    return document_from(bplan_municipality_find_by_name, name.data(), length_of(name), year, month,
                         number);
}

nb::str list(const day& on) {
    const auto [year, month, number] = on;
    return document_from(bplan_municipality_list, year, month, number);
}

bool same_territory(std::string_view first, const day& first_on, std::string_view second,
                    const day& second_on) {
    const auto [year, month, number] = first_on;
    const auto [other_year, other_month, other_number] = second_on;
    return number_from<std::int32_t>(bplan_municipality_same_territory, first.data(),
                                     length_of(first), year, month, number, second.data(),
                                     length_of(second), other_year, other_month, other_number) == 1;
}

/// `days` are days since 1 January 1970: one for all, or one for each code.
table check_column(nb::handle codes, const std::vector<std::int32_t>& days) {
    const auto texts = texts_of(codes);
    const auto rows = texts.there.size();
    if (days.size() != 1 && days.size() != rows) {
        throw failure{BPLAN_ERROR_INVALID_ARGUMENT, "there must be one date, or one for each code"};
    }
    nb::gil_scoped_release unlocked;
    std::string four(4 * rows + 1, '\0'); // a text of another length is no code, and nor is this
    for (std::size_t row = 0; row < rows; ++row) {
        if (const auto text = texts[static_cast<std::int64_t>(row)]; text.size() == 4) {
            std::memcpy(four.data() + 4 * row, text.data(), 4);
        }
    }
    std::vector<std::int8_t> validities(rows);
    std::int64_t valid = 0;
    call(bplan_municipality_check_many, four.data(), std::int64_t{4}, days.data(),
         std::int64_t{days.size() == 1 ? 0 : 4}, static_cast<std::int64_t>(rows), validities.data(),
         &valid);
    std::vector<std::unique_ptr<column>> made;
    made.push_back(
        word_answers<std::int8_t>("validity", validities, texts, [](std::int8_t validity) {
            return std::string{
                text_from(bplan_municipality_validity_get_name, std::int32_t{validity})};
        }));
    return finish_table(std::move(made), texts.size());
}

} // namespace

void bind_municipalities(nb::module_& module) {
    const auto code = nb::arg("code");
    const auto on = nb::arg("on");
    module.def("municipality_validity", &on_a_day<bplan_municipality_get_validity>, code, on);
    module.def("county_valid", &on_a_day<bplan_county_get_valid>, code, on);
    module.def("district_valid", &on_a_day<bplan_district_get_valid>, code, on);
    module.def("municipality_describe", &describe, code, on, nb::arg("to") = nb::none());
    module.def("municipality_trace", &trace, code, nb::arg("from_"), nb::arg("to"),
               nb::arg("weights") = nb::none());
    module.def("municipality_find", &find, nb::arg("name"), nb::arg("on") = nb::none());
    module.def("municipality_list", &list, on);
    module.def("municipality_same_territory", &same_territory, nb::arg("first"),
               nb::arg("first_on"), nb::arg("second"), nb::arg("second_on"));
    module.def("municipality_check_column", &check_column, nb::arg("codes"), nb::arg("days"));
}

} // namespace brukerplan_python

// Tokens of the numbers of the C interface.
#include <string>
#include <vector>

#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "handles.hpp"

namespace brukerplan_python {

namespace {

using name_function = std::int32_t(std::int32_t, const char**, std::int64_t*, bplan_error*);

/// The tokens of the numbers from 0 on; empty for one that has none.
std::vector<std::string> names_by(name_function* function, std::int32_t first, std::int32_t last) {
    std::vector<std::string> names(static_cast<std::size_t>(first));
    for (std::int32_t number = first; number <= last; ++number) {
        names.emplace_back(text_from(function, number));
    }
    return names;
}

std::vector<std::string> names_of(std::string_view what) {
    struct row {
        std::string_view what;
        name_function* function;
        std::int32_t first;
        std::int32_t last;
    };
    static constexpr row table[] = {
        {"severity", bplan_severity_get_name, BPLAN_SEVERITY_NONE, BPLAN_SEVERITY_FATAL},
        {"class", bplan_class_get_name, BPLAN_CLASS_NONE, BPLAN_CLASS_BLUE_LIGHT},
        {"no_class", bplan_no_class_get_name, BPLAN_NO_CLASS_HAS_CLASS,
         BPLAN_NO_CLASS_NO_RULE_HOLDS},
        {"rating", bplan_rating_get_name, BPLAN_RATING_NOT_ASSESSED, BPLAN_RATING_RED},
        {"domain", bplan_domain_get_name, 0, BPLAN_DOMAINS - 1},
        {"sex", bplan_sex_get_name, BPLAN_SEX_UNKNOWN, BPLAN_SEX_MALE},
        {"municipality_validity", bplan_municipality_validity_get_name, BPLAN_MUNICIPALITY_VALID,
         BPLAN_MUNICIPALITY_BEFORE_FACTS},
        {"number_reason", bplan_number_reason_get_name, BPLAN_NUMBER_REASON_NONE,
         BPLAN_NUMBER_REASON_AMBIGUOUS},
    };
    for (const auto& [name, function, first, last] : table) {
        if (name == what) {
            return names_by(function, first, last);
        }
    }
    throw failure{BPLAN_ERROR_INVALID_ARGUMENT, "there is nothing of this name"};
}

std::vector<std::string> kind_names() {
    std::vector<std::string> names;
    for (std::int32_t bit = BPLAN_NUMBER_KIND_BIRTH_NUMBER; bit <= BPLAN_NUMBER_KIND_DUMMY;
         bit *= 2) {
        names.emplace_back(text_from(bplan_number_kind_get_name, bit));
    }
    return names;
}

} // namespace

void bind_names(nb::module_& module) {
    module.def("names", &names_of, nb::arg("what"),
               "Tokens of the numbers from 0 on; empty for one that has none.");
    module.def("number_kind_names", &kind_names,
               "Tokens of the kinds of number, in the order of their bits.");
}

} // namespace brukerplan_python

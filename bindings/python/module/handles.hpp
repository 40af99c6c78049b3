// What the module shows of the handles of the C interface.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>

#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/tuple.h>

#include "error.hpp"

namespace brukerplan_python {

struct context : owned_handle<bplan_context, bplan_context_free> {};
struct scheme : owned_handle<bplan_scheme, bplan_scheme_free> {};
struct histogram : owned_handle<bplan_histogram, bplan_histogram_free> {};
struct validation : owned_handle<bplan_validation, bplan_validation_free> {};
struct number_policy : owned_handle<bplan_number_policy, bplan_number_policy_free> {};
struct pseudonymiser : owned_handle<bplan_pseudonymiser, bplan_pseudonymiser_free> {};

/// Year, month, day; nothing where there may be no date.
using day = std::tuple<std::int32_t, std::int32_t, std::int32_t>;
using text_or_none = std::optional<std::string_view>;

/// Without text: null and 0, which is how the C interface says none.
struct text_argument {
    const char* data = nullptr;
    std::int64_t length = 0;

    text_argument() = default;
    text_argument(std::string_view text) : data(text.data()), length(length_of(text)) {}
    text_argument(const text_or_none& text) : text_argument(text.value_or(std::string_view{})) {}
};

void bind_context(nb::module_& module);
void bind_validation(nb::module_& module);
void bind_scheme(nb::module_& module);
void bind_histogram(nb::module_& module);
void bind_round(nb::module_& module);
void bind_prepare(nb::module_& module);
void bind_projection(nb::module_& module);
void bind_names(nb::module_& module);
void bind_numbers(nb::module_& module);
void bind_municipalities(nb::module_& module);
void bind_pseudonyms(nb::module_& module);

} // namespace brukerplan_python

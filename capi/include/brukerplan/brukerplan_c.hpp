// The C interface from C++17: handles that free themselves, text as string_view, findings as a
// range, and results that must be looked at.
//
//     namespace bp = brukerplan_c;
//     auto options = bp::options::create();
//     if (!options || !options.value().set_language("en")) { ... }
//     const auto context = bp::context::create(options.value());
//     if (!context) { log(context.message()); }
//     const auto document = bp::check_record(context.value(), json);
//     for (const auto finding : document.value().findings().value()) {
//         show(finding.field(), finding.message());
//     }
//
// Headers alone over the C interface, which is all that is linked: they need neither exceptions nor
// run-time type information, allocate nothing, and never throw; value_or_throw() does, where there
// are exceptions. Each function stands for one of the C interface: what it takes, its codes and its
// threads are told there, in <brukerplan/brukerplan.h>. What is experimental is not here. Not to be
// confused with the C++ library, <brukerplan/brukerplan.hpp>, which is C++20 and linked statically;
// both may be used at once.
#pragma once

#include <cstdint>
#include <string_view>

#include <brukerplan/c/call.hpp>
#include <brukerplan/c/context.hpp>
#include <brukerplan/c/document.hpp>
#include <brukerplan/c/histogram.hpp>
#include <brukerplan/c/municipality.hpp>
#include <brukerplan/c/number.hpp>
#include <brukerplan/c/pseudonymiser.hpp>
#include <brukerplan/c/result.hpp>
#include <brukerplan/c/scheme.hpp>
#include <brukerplan/c/table.hpp>
#include <brukerplan/c/values.hpp>

namespace brukerplan_c {

/// Number of the interface of the library that is loaded; to be compared with BPLAN_ABI_VERSION.
[[nodiscard]] inline std::int32_t abi_version() noexcept {
    return bplan_abi_version();
}

/// Version of the library that is loaded, `1.2.3`. Lives as long as the library.
[[nodiscard]] inline result<std::string_view> library_version() noexcept {
    return detail::call<std::string_view>(bplan_library_get_version);
}

} // namespace brukerplan_c

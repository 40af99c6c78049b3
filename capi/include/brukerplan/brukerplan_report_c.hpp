// The reports from C++17, as brukerplan_c.hpp has the rest; the report library is linked besides.
#pragma once

#include <cstdint>
#include <string_view>

#include <brukerplan/brukerplan_report.h>
#include <brukerplan/c/call.hpp>

namespace brukerplan_c {

/// How a report is rendered. One thread at a time.
class report_options : public handle<bplan_report_options, bplan_report_options_free> {
public:
    using handle::handle;

    [[nodiscard]] static result<report_options> create() noexcept {
        return detail::call<report_options>(bplan_report_options_create);
    }
    status set_language(std::string_view language) noexcept {
        return detail::run(bplan_report_options_set_language, *this, language);
    }
};

/// A rendered report.
class report : public handle<bplan_report_output, bplan_report_output_free> {
public:
    using handle::handle;

    /// A page of HTML from a report document. Empty options stand for the defaults.
    [[nodiscard]] static result<report> render_html(std::string_view document,
                                                    const report_options& options = {}) noexcept {
        return detail::call<report>(bplan_report_render_html, document, options);
    }
    /// Borrowed from the report.
    [[nodiscard]] result<std::string_view> bytes() const noexcept {
        return detail::call<std::string_view>(bplan_report_output_get_bytes, *this);
    }
};

/// Number of the interface of the report library that is loaded.
[[nodiscard]] inline std::int32_t report_abi_version() noexcept {
    return bplan_report_abi_version();
}

} // namespace brukerplan_c

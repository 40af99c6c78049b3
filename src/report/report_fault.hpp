// How the renderer stops: thrown inside `src/report`, caught in `render_html`.
#pragma once

#include <string>
#include <utility>

#include <brukerplan/report/html.hpp>

namespace brukerplan::detail {

struct report_fault {
    report_error error;
};

[[noreturn]] inline void stop_report(report_error_code code, std::string message) {
    throw report_fault{{code, std::move(message)}};
}

} // namespace brukerplan::detail

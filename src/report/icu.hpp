// ICU's C API in owned handles and UTF-8 strings. The locale is always given, never the host's.
#pragma once

#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <string_view>

#include <unicode/udateintervalformat.h>
#include <unicode/ulistformatter.h>
#include <unicode/umsg.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

#include "report/report_fault.hpp"

namespace brukerplan::detail {

template <auto close>
struct closed_by {
    template <class T>
    void operator()(T* handle) const noexcept {
        close(handle);
    }
};

using number_formatter = std::unique_ptr<UNumberFormatter, closed_by<&unumf_close>>;
using formatted_number = std::unique_ptr<UFormattedNumber, closed_by<&unumf_closeResult>>;
using period_formatter = std::unique_ptr<UDateIntervalFormat, closed_by<&udtitvfmt_close>>;
using list_formatter = std::unique_ptr<UListFormatter, closed_by<&ulistfmt_close>>;
using message_formatter = std::unique_ptr<UMessageFormat, closed_by<&umsg_close>>;

inline void check_icu(UErrorCode status) {
    if (status == U_MEMORY_ALLOCATION_ERROR) {
        throw std::bad_alloc{};
    }
    if (U_FAILURE(status)) {
        stop_report(report_error_code::resource, std::string{"ICU: "} + u_errorName(status));
    }
}

/// Replaces what is not UTF-8 by U+FFFD.
[[nodiscard]] std::u16string to_utf16(std::string_view utf8);
[[nodiscard]] std::string to_utf8(std::u16string_view utf16);

/// Calls `write(buffer, capacity, &status)`, ICU's way of returning a string, until it fits.
template <class F>
[[nodiscard]] std::string collect(F&& write) {
    std::u16string buffer(120, u'\0');
    for (int attempt = 0;; ++attempt) {
        UErrorCode status = U_ZERO_ERROR;
        const std::int32_t needed =
            write(buffer.data(), static_cast<std::int32_t>(buffer.size()), &status);
        if (status != U_BUFFER_OVERFLOW_ERROR || attempt > 0) {
            check_icu(status);
            return to_utf8(std::u16string_view{buffer}.substr(0, static_cast<std::size_t>(needed)));
        }
        buffer.resize(static_cast<std::size_t>(needed) + 1);
    }
}

} // namespace brukerplan::detail

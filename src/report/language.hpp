// One language of the report: its catalogue (texts/<code>.json) and its way with numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

#include <boost/json.hpp>

#include <brukerplan/instrument/text.hpp>

#include "report/numbers.hpp"

namespace brukerplan::detail {

class report_language {
public:
    /// Throws `report_fault`: unknown_language, or resource when the catalogue is broken.
    explicit report_language(std::string_view code);

    [[nodiscard]] const std::string& code() const noexcept { return code_; }
    [[nodiscard]] const number_texts& numbers() const noexcept { return numbers_; }

    /// The plain texts of the catalogue, by key.
    [[nodiscard]] const boost::json::object& texts() const noexcept { return texts_; }
    [[nodiscard]] std::string text_of(std::string_view key) const;
    /// A text of another group of the catalogue (`schemes`, `table_notes`, ...), if there is one.
    [[nodiscard]] std::optional<std::string> find_in(std::string_view group,
                                                     std::string_view key) const;

    /// An ICU message of the catalogue. Its arguments {0}, {1}, ... are whole numbers where the
    /// pattern selects a plural, and strings everywhere else; each must be used in the pattern.
    template <class... A>
    [[nodiscard]] std::string message(std::string_view key, const A&... arguments) const {
        const auto formatter = open_message(key);
        const auto held = std::make_tuple(hold(arguments)...);
        return collect([&](UChar* out, std::int32_t capacity, UErrorCode* status) {
            return std::apply(
                [&](const auto&... each) {
                    return umsg_format(formatter.get(), out, capacity, status, pass(each)...);
                },
                held);
        });
    }

    /// The language that a text of the document will be shown in: this one, or nb.
    [[nodiscard]] std::string_view shown_in(const text& words) const;
    [[nodiscard]] std::string words(const text& localized) const {
        return std::string{localized.in(code_)};
    }

private:
    // A C variadic call takes doubles and zero-terminated UTF-16 here, and nothing else.
    template <class N>
        requires std::is_integral_v<N>
    [[nodiscard]] static double hold(N value) {
        return static_cast<double>(value);
    }
    [[nodiscard]] static std::u16string hold(std::string_view value) { return to_utf16(value); }
    [[nodiscard]] static double pass(double value) { return value; }
    [[nodiscard]] static const UChar* pass(const std::u16string& value) { return value.c_str(); }

    [[nodiscard]] message_formatter open_message(std::string_view key) const;

    std::string code_;
    boost::json::object catalogue_;
    boost::json::object texts_;
    boost::json::object messages_;
    std::string locale_;
    number_texts numbers_;
};

} // namespace brukerplan::detail

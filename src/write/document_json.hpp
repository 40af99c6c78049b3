// Parts that the library's JSON documents share.
#pragma once

#include <optional>
#include <string_view>

#include <boost/json.hpp>

#include <brukerplan/instrument/text.hpp>
#include <brukerplan/model/date.hpp>

namespace brukerplan::detail {

/// Null for an empty text.
[[nodiscard]] inline boost::json::value text_or_null(std::string_view text) {
    return text.empty() ? boost::json::value{} : boost::json::value(text);
}

/// `{"nb": "...", "nn": "...", "en": "..."}`
[[nodiscard]] inline boost::json::value text_object(const text& t) {
    boost::json::object result;
    for (const auto& [language, words] : t.entries()) {
        result[language] = words;
    }
    return result;
}

[[nodiscard]] inline boost::json::value date_or_null(const std::optional<date>& day) {
    if (!day) {
        return nullptr;
    }
    const auto characters = format_date(*day);
    return boost::json::string{std::string_view{characters.data(), characters.size()}};
}

} // namespace brukerplan::detail

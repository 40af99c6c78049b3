#include "instrument/column_name.hpp"

#include <algorithm>
#include <array>

namespace brukerplan::detail {

namespace {

struct spelling {
    std::string_view from; // UTF-8
    std::string_view to;
};

/// The letters in both cases, composed and with a combining ring or diaeresis.
constexpr std::array<spelling, 10> norwegian_letters{{{"\xC3\xA6", "ae"},
                                                      {"\xC3\x86", "ae"},
                                                      {"\xC3\xB8", "oe"},
                                                      {"\xC3\x98", "oe"},
                                                      {"\xC3\xA5", "aa"},
                                                      {"\xC3\x85", "aa"},
                                                      {"a\xCC\x8A", "aa"},
                                                      {"A\xCC\x8A", "aa"},
                                                      {"\xC2\xA0", ""},
                                                      {"\xE2\x80\xAF", ""}}};

} // namespace

std::string comparable_name(std::string_view name) {
    std::string result;
    while (!name.empty()) {
        const auto letter =
            std::find_if(norwegian_letters.begin(), norwegian_letters.end(),
                         [&](const spelling& s) { return name.starts_with(s.from); });
        if (letter != norwegian_letters.end()) {
            result += letter->to;
            name.remove_prefix(letter->from.size());
            continue;
        }
        const char c = name.front();
        if (c >= 'A' && c <= 'Z') {
            result += static_cast<char>(c - 'A' + 'a');
        } else if (std::string_view{" _-\t\r\n"}.find(c) == std::string_view::npos) {
            result += c;
        }
        name.remove_prefix(1);
    }
    return result;
}

} // namespace brukerplan::detail

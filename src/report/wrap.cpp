#include "report/wrap.hpp"

#include <algorithm>

namespace brukerplan::detail {

std::size_t length_of(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80; // not a continuation byte
    }));
}

std::vector<std::string> wrap(std::string_view utf8, std::size_t width) {
    std::vector<std::string> lines(1);
    while (!utf8.empty()) {
        const auto space = utf8.find(' ');
        const auto word = utf8.substr(0, space);
        utf8.remove_prefix(space == utf8.npos ? utf8.size() : space + 1);
        if (word.empty()) {
            continue;
        }
        auto& last = lines.back();
        if (last.empty()) {
            last = word;
        } else if (length_of(last) + 1 + length_of(word) <= width) {
            last += ' ';
            last += word;
        } else {
            lines.emplace_back(word);
        }
    }
    return lines;
}

} // namespace brukerplan::detail

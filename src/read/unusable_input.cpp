#include "read/unusable_input.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>

namespace brukerplan::detail {

namespace {

bool starts_with_any(std::string_view bytes, std::initializer_list<std::string_view> marks) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return bytes.starts_with(mark); });
}

/// Whether every second or fourth byte makes text and the bytes between are mostly zero: Latin text
/// in UTF-16 or UTF-32 without a mark.
bool is_wide_text(std::string_view head) {
    const auto zeros = std::count(head.begin(), head.end(), '\0');
    const auto is_text_from = [&](std::size_t first) {
        for (std::size_t i = first; i < head.size(); i += 4) {
            const auto c = static_cast<unsigned char>(head[i]);
            if (c < 0x20 && c != '\n' && c != '\r' && c != '\t') {
                return false;
            }
        }
        return true;
    };
    return zeros * 3 > static_cast<std::ptrdiff_t>(head.size()) &&
           (is_text_from(0) || is_text_from(1) || is_text_from(3));
}

} // namespace

std::optional<read_fault> unusable(std::string_view block) {
    using namespace std::string_view_literals;
    if (starts_with_any(block, {"\xFF\xFE"sv, "\xFE\xFF"sv, "\0\0\xFE\xFF"sv})) {
        return read_fault::utf16;
    }
    if (starts_with_any(block, {"PK\x03\x04"sv, "\xD0\xCF\x11\xE0"sv})) {
        return read_fault::spreadsheet;
    }
    if (starts_with_any(block, {"%PDF-"sv, "\x89PNG"sv,
                                "\x7F"
                                "ELF"sv,
                                "\x1F\x8B"sv})) {
        return read_fault::binary;
    }
    const auto head = block.substr(0, 4096);
    if (is_wide_text(head)) {
        return read_fault::utf16;
    }
    if (head.find('\0') != head.npos) {
        return read_fault::binary;
    }
    const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' &&
               c != '\f';
    });
    if (controls * 50 > static_cast<std::ptrdiff_t>(head.size())) {
        return read_fault::binary;
    }
    if (block.find_first_not_of(" \t\r\n\f") == block.npos) {
        return read_fault::empty;
    }
    return std::nullopt;
}

} // namespace brukerplan::detail

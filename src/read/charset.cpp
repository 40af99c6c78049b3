#include "read/charset.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace brukerplan::detail {

namespace {

unsigned char byte(char c) noexcept {
    return static_cast<unsigned char>(c);
}

/// Length of the well-formed UTF-8 sequence of several bytes at the start of `s`; 0 when there is
/// none (The Unicode Standard, table 3-7).
std::size_t sequence_length(std::string_view s) noexcept {
    const auto continues = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return i < s.size() && byte(s[i]) >= low && byte(s[i]) <= high;
    };
    const unsigned first = byte(s[0]);
    if (first >= 0xC2 && first <= 0xDF) {
        return continues(1) ? 2 : 0;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned low = first == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = first == 0xED ? 0x9F : 0xBF;
        return continues(1, low, high) && continues(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned low = first == 0xF0 ? 0x90 : 0x80;
        const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
        return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

template <class Word>
std::uint64_t word_at(std::string_view bytes, std::size_t at) noexcept {
    Word word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    return word;
}

/// The bits that the bytes have, joined in words of eight.
std::uint64_t bits_of(std::string_view bytes) noexcept {
    const auto size = bytes.size();
    if (size < 4) {
        std::uint64_t bits = 0;
        for (const char c : bytes) {
            bits |= byte(c);
        }
        return bits;
    }
    if (size < 8) { // the middle twice
        return word_at<std::uint32_t>(bytes, 0) | word_at<std::uint32_t>(bytes, size - 4);
    }
    auto bits = word_at<std::uint64_t>(bytes, size - 8);
    for (std::size_t at = 0; at + 8 < size; at += 8) {
        bits |= word_at<std::uint64_t>(bytes, at);
    }
    return bits;
}

/// The code points of 80 to 9F in Windows-1252; 0 has no meaning. (WHATWG Encoding gives the five
/// gaps C1 controls; here they are a sign of another character set.)
constexpr std::array<std::uint16_t, 32> upper_controls{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

} // namespace

bool is_ascii(std::string_view bytes) noexcept {
    // Without a branch for each byte, so that many are looked at at a time.
    unsigned char bits = 0;
    for (const char c : bytes) {
        bits |= byte(c);
    }
    return bits < 0x80;
}

bool is_plain(std::string_view bytes) noexcept {
    constexpr std::size_t some = 512; // where there are blanks, one is mostly among the first
    for (; !bytes.empty(); bytes.remove_prefix(std::min(some, bytes.size()))) {
        unsigned char others = 0;
        for (const char c : bytes.substr(0, some)) {
            const bool plain = c >= '!' && c <= '~';
            others = static_cast<unsigned char>(others | (plain ? 0 : 1));
        }
        if (others != 0) {
            return false;
        }
    }
    return true;
}

bool is_utf8(std::string_view bytes) noexcept {
    if ((bits_of(bytes) & 0x8080808080808080U) == 0) { // as in nearly every text
        return true;
    }
    while (!bytes.empty()) {
        const std::size_t length = byte(bytes[0]) < 0x80 ? 1 : sequence_length(bytes);
        if (length == 0) {
            return false;
        }
        bytes.remove_prefix(length);
    }
    return true;
}

charset guess_charset(std::string_view bytes) noexcept {
    std::size_t sequences = 0;
    std::size_t strays = 0;
    while (!bytes.empty()) {
        std::size_t length = 1;
        if (byte(bytes[0]) >= 0x80) {
            length = sequence_length(bytes);
            ++(length == 0 ? strays : sequences);
        }
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
    if (sequences == 0 && strays == 0) {
        return charset::ascii;
    }
    return sequences > strays ? charset::utf8 : charset::windows_1252;
}

bool append_windows_1252(std::string_view bytes, std::string& out) {
    for (const char c : bytes) {
        unsigned point = byte(c);
        if (point >= 0x80 && point < 0xA0) {
            point = upper_controls[point - 0x80];
            if (point == 0) {
                return false;
            }
        }
        if (point < 0x80) {
            out += c;
        } else if (point < 0x800) {
            out += static_cast<char>(0xC0 | (point >> 6U));
            out += static_cast<char>(0x80 | (point & 0x3FU));
        } else {
            out += static_cast<char>(0xE0 | (point >> 12U));
            out += static_cast<char>(0x80 | ((point >> 6U) & 0x3FU));
            out += static_cast<char>(0x80 | (point & 0x3FU));
        }
    }
    return true;
}

void append_as_windows_1252(std::string_view text, std::string& out) {
    while (!text.empty()) {
        const unsigned first = byte(text[0]);
        const std::size_t length = first < 0x80 ? 1 : sequence_length(text);
        char written = '?';
        if (first < 0x80) {
            written = text[0];
        } else if (length == 2 || length == 3) {
            unsigned point = first & (length == 2 ? 0x1FU : 0x0FU);
            for (std::size_t i = 1; i < length; ++i) {
                point = (point << 6U) | (byte(text[i]) & 0x3FU);
            }
            const auto at = std::find(upper_controls.begin(), upper_controls.end(), point);
            if (at != upper_controls.end()) {
                written = static_cast<char>(0x80 + (at - upper_controls.begin()));
            } else if (point >= 0xA0 && point < 0x100) {
                written = static_cast<char>(point);
            }
        }
        out += written;
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
}

} // namespace brukerplan::detail

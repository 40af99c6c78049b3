#include "report/clean_text.hpp"

namespace brukerplan::detail {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_control(unsigned char c) {
    return c < 0x20 || c == 0x7F;
}

bool starts_c1_control(std::string_view rest) {
    return rest.size() >= 2 && rest[0] == '\xC2' && static_cast<unsigned char>(rest[1]) < 0xA0;
}

bool starts_noncharacter(std::string_view rest) {
    return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
}

} // namespace

std::string clean_text(std::string_view utf8) {
    std::string result;
    result.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        const auto rest = utf8.substr(i);
        if (c == '\t' || c == '\n' || c == '\r') {
            result += ' ';
        } else if (is_control(static_cast<unsigned char>(c))) {
            result += replacement;
        } else if (starts_c1_control(rest)) {
            result += replacement;
            i += 1;
        } else if (starts_noncharacter(rest)) {
            result += replacement;
            i += 2;
        } else {
            result += c;
        }
    }
    return result;
}

std::string escape_html(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&#39;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

std::string css_string(std::string_view utf8) {
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789 ";
    constexpr std::string_view hex = "0123456789abcdef";
    std::string result = "\"";
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || plain.find(c) != plain.npos) {
            result += c; // a byte of a longer UTF-8 sequence has no meaning of its own in CSS
        } else {
            result += '\\';
            result += hex[byte / 16];
            result += hex[byte % 16];
            result += ' ';
        }
    }
    return result + '"';
}

} // namespace brukerplan::detail

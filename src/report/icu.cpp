#include "report/icu.hpp"

namespace brukerplan::detail {

namespace {
constexpr UChar32 replacement_character = 0xFFFD;
}

std::u16string to_utf16(std::string_view utf8) {
    // Never longer in UTF-16 code units than in UTF-8 bytes.
    std::u16string result(utf8.size(), u'\0');
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(result.data(), static_cast<std::int32_t>(result.size()), &length,
                         utf8.data(), static_cast<std::int32_t>(utf8.size()), replacement_character,
                         nullptr, &status);
    check_icu(status);
    result.resize(static_cast<std::size_t>(length));
    return result;
}

std::string to_utf8(std::u16string_view utf16) {
    std::string result(utf16.size() * 3, '\0');
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8WithSub(result.data(), static_cast<std::int32_t>(result.size()), &length,
                       utf16.data(), static_cast<std::int32_t>(utf16.size()), replacement_character,
                       nullptr, &status);
    check_icu(status);
    result.resize(static_cast<std::size_t>(length));
    return result;
}

} // namespace brukerplan::detail

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "read/charset.hpp"

namespace charset_test {

using namespace brukerplan;
using detail::guess_charset;
using detail::is_utf8;

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    CHECK(detail::append_windows_1252(bytes, text));
    return text;
}

TEST_SUITE("read: character sets") {

    TEST_CASE("UTF-8 is well formed or not UTF-8") {
        for (const char* text :
             {"", "plain", "\xC3\xA6\xC3\xB8\xC3\xA5", "\xE2\x80\x93", "\xF0\x9F\x9A\xA6",
              "\xEF\xBF\xBD", "\xF4\x8F\xBF\xBF", "\xC2\x80"}) {
            CHECK_MESSAGE(is_utf8(text), text);
        }
        for (const char* text :
             {"\x80", "\xC3", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE2\x80",
              "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF",
              "a\xC3"
              "a"}) {
            CHECK_FALSE(is_utf8(text));
        }
    }

    TEST_CASE("text without a byte above 7F leaves the question open") {
        CHECK(guess_charset("") == charset::ascii);
        CHECK(guess_charset("unit;birth_year") == charset::ascii);
    }

    TEST_CASE("Norwegian letters tell UTF-8 from Windows-1252") {
        CHECK(guess_charset("F\xC3\xB8"
                            "dsels\xC3\xA5r") == charset::utf8);
        CHECK(guess_charset("F\xF8"
                            "dsels\xE5r") == charset::windows_1252);
        CHECK(guess_charset("\xE5") == charset::windows_1252);
    }

    TEST_CASE("one damaged letter does not make UTF-8 into Windows-1252") {
        CHECK(guess_charset("\xC3\xA6 \xC3\xB8 \xC3\xA5 \xC3") == charset::utf8);
        CHECK(guess_charset("\xE6 \xF8 \xE5 \xC3\xA6") == charset::windows_1252);
    }

    TEST_CASE("Windows-1252 has its own characters between 80 and 9F") {
        CHECK(from_windows_1252("\xC6\xD8\xC5\xE6\xF8\xE5") ==
              "\xC3\x86\xC3\x98\xC3\x85\xC3\xA6\xC3\xB8\xC3\xA5");
        CHECK(from_windows_1252("\x80\x96\x9F\xFF") == "\xE2\x82\xAC\xE2\x80\x93\xC5\xB8\xC3\xBF");
        CHECK(from_windows_1252("plain") == "plain");
    }

    TEST_CASE("five bytes have no meaning in Windows-1252") {
        int without = 0;
        for (int byte = 0; byte < 256; ++byte) {
            std::string text;
            const std::string one(1, static_cast<char>(byte));
            without += detail::append_windows_1252(one, text) ? 0 : 1;
            CHECK(is_utf8(text));
        }
        CHECK(without == 5);
    }

    TEST_CASE("Windows-1252 written and read again is the same") {
        for (int byte = 0; byte < 256; ++byte) {
            const std::string one(1, static_cast<char>(byte));
            std::string text;
            if (detail::append_windows_1252(one, text)) {
                std::string again;
                detail::append_as_windows_1252(text, again);
                CHECK(again == one);
            }
        }
    }

    TEST_CASE("what Windows-1252 lacks becomes one question mark a character") {
        std::string out;
        detail::append_as_windows_1252("\xC5\x8A\xC3\xA1\xF0\x9F\x9A\xA6\xE2\x82\xAC\xC2\x81", out);
        CHECK(out == "?\xE1?\x80?");
        out.clear();
        detail::append_as_windows_1252("a\xFF\xC3", out); // not UTF-8 at all
        CHECK(out == "a??");
    }
}

} // namespace charset_test

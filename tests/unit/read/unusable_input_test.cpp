#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "csv_fixture.hpp"

namespace unusable_input_test {

using namespace brukerplan;
using namespace std::string_view_literals;

read_fault fault_of(std::string_view text) {
    return csv_test::refusal(text).fault;
}

/// ASCII text in UTF-16 or UTF-32, `zeros` zero bytes before and behind every letter.
std::string wide(std::string_view text, std::size_t before, std::size_t behind) {
    std::string result;
    for (const char c : text) {
        result += std::string(before, '\0') + c + std::string(behind, '\0');
    }
    return result;
}

struct temporary_folder {
    temporary_folder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~temporary_folder() { std::filesystem::remove_all(path); }
    temporary_folder(const temporary_folder&) = delete;
    temporary_folder& operator=(const temporary_folder&) = delete;

    std::filesystem::path path =
        std::filesystem::temp_directory_path() / "brukerplan-unusable-input-test";
};

TEST_SUITE("read: inputs that cannot be used") {

    TEST_CASE("nothing, blanks and a byte order mark alone are empty") {
        for (const auto text :
             {""sv, " "sv, "\n\n"sv, "\r\n \t\r\n"sv, "\xEF\xBB\xBF"sv, "\xEF\xBB\xBF\r\n"sv}) {
            CHECK(fault_of(text) == read_fault::empty);
        }
        CHECK(fault_of(std::string(2'000'000, '\n')) == read_fault::empty);
    }

    TEST_CASE("text in UTF-16 or UTF-32 is recognised, with a mark and without") {
        constexpr auto text = "unit;birth_year\r\nTeam;1984\r\n"sv;
        CHECK(fault_of("\xFF\xFE" + wide(text, 0, 1)) == read_fault::utf16);
        CHECK(fault_of("\xFE\xFF" + wide(text, 1, 0)) == read_fault::utf16);
        CHECK(fault_of("\xFF\xFE\0\0"sv) == read_fault::utf16);
        CHECK(fault_of("\0\0\xFE\xFF"sv) == read_fault::utf16);
        CHECK(fault_of(wide(text, 0, 1)) == read_fault::utf16);
        CHECK(fault_of(wide(text, 1, 0)) == read_fault::utf16);
        CHECK(fault_of(wide(text, 0, 3)) == read_fault::utf16);
        CHECK(fault_of(wide(text, 3, 0)) == read_fault::utf16);
    }

    TEST_CASE("workbooks are recognised") {
        CHECK(fault_of("PK\x03\x04\x14\0\x06\0"sv) == read_fault::spreadsheet);
        CHECK(fault_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv) == read_fault::spreadsheet);
    }

    TEST_CASE("bytes that are no text are recognised") {
        CHECK(fault_of("%PDF-1.7\n") == read_fault::binary);
        CHECK(fault_of("\x89PNG\r\n\x1A\n") == read_fault::binary);
        CHECK(fault_of("\x7F"
                       "ELF\x02\x01\x01\0"sv) == read_fault::binary);
        CHECK(fault_of("\x1F\x8B\x08\0"sv) == read_fault::binary);
        CHECK(fault_of("unit;birth\0year\n"sv) == read_fault::binary);
        CHECK(fault_of(std::string(5'000, '\0')) == read_fault::binary);
        CHECK(fault_of("unit\x01\x02\x03\n") == read_fault::binary);
        std::string all_bytes;
        for (int i = 0; i < 5'000; ++i) {
            all_bytes += static_cast<char>(i % 256);
        }
        CHECK(fault_of(all_bytes) == read_fault::binary);
    }

    TEST_CASE("a single line without end is refused without being held") {
        CHECK(fault_of(std::string(20'000'000, 'x')) == read_fault::no_header);
        CHECK(fault_of("\"" + std::string(3'000'000, 'x')) == read_fault::no_header);
    }

    TEST_CASE("files are read, and what is no file is told apart") {
        const temporary_folder folder;
        const auto file = (folder.path / "registrations.csv").string();
        const auto read_file = [](const std::string& path) {
            return csv_reader::from_file(path, csv_test::instrument());
        };
        REQUIRE_FALSE(read_file(file).has_value());
        CHECK(read_file(file).error().fault == read_fault::not_found);
        CHECK(read_file(folder.path.string()).error().fault == read_fault::directory);
        CHECK(read_file("").error().fault == read_fault::not_found);

        std::ofstream{file, std::ios::binary} << "unit;birth_year\r\nTeam;1984\r\n";
        auto reader = read_file(file);
        REQUIRE(reader.has_value());
        CHECK(csv_test::units(reader->next()) == std::vector<std::string>{"Team"});

        std::ofstream{file, std::ios::binary | std::ios::trunc}.flush();
        CHECK(read_file(file).error().fault == read_fault::empty);
    }

    TEST_CASE("a refusal holds nothing from the input") {
        for (const auto text : {"unit;secret;secret;birth_year;foedselsaar\n"sv, "secret;x\n"sv}) {
            const auto error = csv_test::refusal(text);
            CHECK(message_of(error, "nb").find("secret") == std::string::npos);
            for (const auto& name : error.columns) {
                CHECK(name.find("secret") == std::string::npos);
            }
        }
    }
}

} // namespace unusable_input_test

// What a fuzzer makes up may be somebody's number. Names the files that hold a number that a person
// may carry, so that none of them is kept; synthetic numbers may stay.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <brukerplan/identity/duf_number.hpp>
#include <brukerplan/identity/national_id.hpp>

#include "property.hpp"

namespace {

namespace fs = std::filesystem;

bool is_of_a_person(std::string_view eleven) {
    brukerplan::national_id_policy people;
    people.dates = brukerplan::date_check::lenient;
    return brukerplan::parse_national_id(eleven, people).has_value();
}

/// A spreadsheet takes the zero in front.
bool is_of_a_person_without_zero(std::string_view ten) {
    return is_of_a_person("0" + std::string{ten});
}

bool is_of_an_applicant(std::string_view twelve) {
    const auto number = brukerplan::parse_duf_number(twelve);
    return number.has_value() && number->control_digits_fit();
}

/// Digits that are written in groups, as one.
std::string closed_up(std::string_view text) {
    std::string closed;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool between = i > 0 && !fuzz::is_digit(text[i]) && text[i] != '\n' && text[i] != ';';
        const bool word = (text[i] >= 'A' && text[i] <= 'Z') || (text[i] >= 'a' && text[i] <= 'z');
        if (!between || word) {
            closed += text[i];
        }
    }
    return closed;
}

bool holds_person(std::string_view text) {
    return fuzz::holds_number<11>(text, is_of_a_person) ||
           fuzz::holds_number<10>(text, is_of_a_person_without_zero) ||
           fuzz::holds_number<12>(text, is_of_an_applicant);
}

} // namespace

int main(int argc, char** argv) {
    try {
        int found = 0;
        for (int i = 1; i < argc; ++i) {
            for (const auto& entry : fs::recursive_directory_iterator{argv[i]}) {
                if (!entry.is_regular_file()) {
                    continue;
                }
                std::ifstream file{entry.path(), std::ios::binary};
                const std::string text{std::istreambuf_iterator<char>{file}, {}};
                if (holds_person(text) || holds_person(closed_up(text))) {
                    std::printf("%s\n", entry.path().c_str());
                    ++found;
                }
            }
        }
        return found == 0 ? 0 : 1;
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        return 2;
    }
}

// The input is one record as a form hands it over.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <boost/json.hpp>

#include "record_result.hpp"

namespace json = boost::json;

namespace {

using namespace fuzz;

/// Nobody's: a Tenor number (month + 80).
constexpr std::string_view some_number = "15868710168";
constexpr std::string_view canary = "Kanarifugl";

context make_context(std::string_view language, bool test_numbers) {
    bplan_options* made = nullptr;
    must(bplan_options_create(&made, nullptr), "options are made");
    const options held{made};
    must(bplan_options_set_language(made, language.data(), size_of(language), nullptr), "language");
    must(bplan_options_set_test_numbers(made, test_numbers ? 1 : 0, nullptr), "test numbers");
    must(bplan_options_set_reference_date(made, 2025, 1, 15, nullptr), "reference date");
    must(bplan_options_set_period_first(made, 2024, 10, 1, nullptr), "period");
    must(bplan_options_set_period_last(made, 2024, 11, 30, nullptr), "period");
    bplan_context* context_made = nullptr;
    must(bplan_context_create(made, &context_made, nullptr), "a context is made");
    return context{context_made};
}

const rule_order& rules() {
    static const rule_order order = [] {
        std::ifstream file{BRUKERPLAN_SOURCE_DIR "/packs/brukerplan-2024.json", std::ios::binary};
        const std::string text{std::istreambuf_iterator<char>{file}, {}};
        return order_of_rules(json::parse(text));
    }();
    return order;
}

/// What a finding says in every language.
json::array beyond_words(const json::object& result) {
    json::array said = result.at("findings").as_array();
    for (auto& f : said) {
        f.as_object().erase("message");
        f.as_object().erase("action");
    }
    return said;
}

/// The result of a record, which holds nobody's number, whatever the record holds.
json::object private_result(const context& with, std::string_view record) {
    auto result = result_of(with.get(), rules(), record);
    require(!holds_national_number(json::serialize(result)), "a result holds nobody's number");
    return result;
}

/// The record with a text in place of one of its texts, or of all in one of its lists.
json::object with_planted(json::object record, std::size_t at, std::string_view text) {
    auto& value = (record.begin() + static_cast<std::ptrdiff_t>(at))->value();
    if (auto* list = value.if_array()) {
        std::fill(list->begin(), list->end(), json::value(text));
    } else {
        value = text;
    }
    return record;
}

void check_planted(const context& with, const json::object& record, std::size_t at) {
    const auto number =
        private_result(with, json::serialize(with_planted(record, at, some_number)));
    require(json::serialize(number).find(some_number) == std::string::npos,
            "a number is in no result, in whichever field it stood");
    const auto word = private_result(with, json::serialize(with_planted(record, at, canary)));
    require(json::serialize(without_references(word)).find(canary) == std::string::npos,
            "the content of a cell is in no result");
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
    return digits;
}

/// References that repeat the record's own number are not shown, whether it is right or wrong.
void check_own_number(const context& with, std::string_view text) {
    const auto own = digits_of(text).substr(0, 11);
    const json::object record{
        {"national_number", own}, {"row_ref", text}, {"unit", text}, {"objects", "yes"}};
    const auto result = private_result(with, json::serialize(record));
    if (own.size() < 6) {
        return;
    }
    for (const auto& f : result.at("findings").as_array()) {
        for (const auto* key : {"row_ref", "unit"}) {
            const auto* shown = f.at(key).if_string();
            require(shown == nullptr || digits_of(*shown).find(own) == std::string::npos,
                    "a reference does not repeat the record's own number");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto bokmal = make_context("nb", true);
    static const auto english = make_context("en", true);
    static const auto real = make_context("nn", false);
    const auto text = text_of(data, size);

    const auto result = private_result(bokmal, text);
    require(checked_result(bokmal.get(), rules(), text) == result,
            "the same record gives the same result");
    require(beyond_words(private_result(english, text)) == beyond_words(result),
            "the language changes the words alone");
    private_result(real, text);

    json::error_code failure;
    const auto value = json::parse(text, failure);
    if (!failure && value.is_object() && !value.get_object().empty()) {
        const auto& record = value.get_object();
        check_planted(bokmal, record, size % record.size());
    }
    check_own_number(bokmal, text);
    return 0;
}

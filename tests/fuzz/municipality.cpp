// The input is a line of six numbers, two days as `2019 12 31 2024 1 1`, then a line each with a
// code, another code and a name, and last of all weights as JSON.
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <string>
#include <string_view>

#include <boost/json.hpp>

#include "interface.hpp"

namespace json = boost::json;

namespace {

using namespace fuzz;

struct day {
    std::int32_t year = 0;
    std::int32_t month = 0;
    std::int32_t of_month = 0;

    [[nodiscard]] std::chrono::year_month_day civil() const {
        return std::chrono::year{year} / month / of_month;
    }
    [[nodiscard]] bool exists() const {
        return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && of_month >= 1 &&
               of_month <= 31 && civil().ok();
    }
    [[nodiscard]] bool is_none() const { return year == 0 && month == 0 && of_month == 0; }
    [[nodiscard]] bool has_facts() const { return exists() && year >= 2006; }
};

/// Takes the text up to the next `end` away, and that itself.
std::string_view take(std::string_view& text, char end) {
    const auto at = std::min(text.find(end), text.size());
    const auto taken = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return taken;
}

day take_day(std::string_view& line) {
    std::array<std::int32_t, 3> numbers{};
    for (auto& number : numbers) {
        const auto word = take(line, ' ');
        std::from_chars(word.data(), word.data() + word.size(), number);
    }
    return {numbers[0], numbers[1], numbers[2]};
}

struct question {
    day on;
    day to;
    std::string_view code;
    std::string_view other_code;
    std::string_view name;
    std::string_view weights;
};

question question_in(std::string_view text) {
    auto days = take(text, '\n');
    question q;
    q.on = take_day(days);
    q.to = take_day(days);
    q.code = take(text, '\n');
    q.other_code = take(text, '\n');
    q.name = take(text, '\n');
    q.weights = text;
    return q;
}

/// A call that may fail with one of the codes alone, and says so in one line without any digit of
/// what it was given.
template <class Call>
std::int32_t tried(Call call, std::initializer_list<std::int32_t> codes) {
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = call(&err);
    if (code != BPLAN_OK) {
        require_told(err, code);
        require(std::find(codes.begin(), codes.end(), code) != codes.end(),
                "a call fails with the codes that are documented");
    }
    return code;
}

/// What a function says in a document, or null where it fails.
template <class Call>
json::value document_from(Call call, std::initializer_list<std::int32_t> codes) {
    bplan_document* made = nullptr;
    const auto code = tried([&](bplan_error* err) { return call(&made, err); }, codes);
    require((made == nullptr) == (code != BPLAN_OK), "a document, or a code");
    if (made == nullptr) {
        return nullptr;
    }
    const document held{made};
    std::int32_t number = 7;
    require(bplan_document_get_valid(made, &number, nullptr) == BPLAN_ERROR_NOT_THERE,
            "a document about municipalities has no findings");
    const auto text = text_from(&bplan_document_get_text, made);
    require(on_one_line(text), "a document is one line");
    json::error_code failure;
    auto value = json::parse(text, failure);
    require(!failure && value.is_object(), "a document is JSON in UTF-8");
    return value;
}

/// One of BPLAN_MUNICIPALITY_*, or 0 where the day does not exist.
std::int32_t validity_of(std::string_view code, const day& on) {
    std::int32_t validity = 7;
    const auto told = tried(
        [&](bplan_error* err) {
            return bplan_municipality_get_validity(code.data(), size_of(code), on.year, on.month,
                                                   on.of_month, &validity, err);
        },
        {BPLAN_ERROR_INVALID_ARGUMENT});
    require((told == BPLAN_OK) == on.exists(), "a day exists, or the call fails");
    require(told == BPLAN_OK ? validity >= 1 && validity <= 7 : validity == 0, "any code stands");
    return validity;
}

bool is_valid(std::string_view code, const day& on) {
    return validity_of(code, on) == BPLAN_MUNICIPALITY_VALID;
}

void check_many(std::string_view code, const day& on) {
    if (code.size() != 4 || !on.exists()) {
        return;
    }
    const auto day_number =
        static_cast<std::int32_t>(std::chrono::sys_days{on.civil()}.time_since_epoch().count());
    const std::string codes = std::string{code} + "0301" + std::string{code};
    std::array<std::int8_t, 3> validities{};
    std::int64_t valid = -1;
    must(bplan_municipality_check_many(codes.data(), 4, &day_number, 0, 3, validities.data(),
                                       &valid, nullptr),
         "many codes are checked");
    require(validities[0] == validity_of(code, on) && validities[2] == validities[0] &&
                validities[1] == validity_of("0301", on),
            "each answer about many is that about one");
    require(valid == std::count(validities.begin(), validities.end(), BPLAN_MUNICIPALITY_VALID),
            "the valid ones are counted");
}

void check_each_valid(const json::value& document, const day& on) {
    for (const auto& entry : document.at("municipalities").as_array()) {
        require(is_valid(std::string_view{entry.at("code").as_string()}, on),
                "what is named is valid on its date");
    }
}

void check_describe(const question& q) {
    const auto described = document_from(
        [&](bplan_document** made, bplan_error* err) {
            return bplan_municipality_describe(q.code.data(), size_of(q.code), q.on.year,
                                               q.on.month, q.on.of_month, q.to.year, q.to.month,
                                               q.to.of_month, made, err);
        },
        {BPLAN_ERROR_INVALID_ARGUMENT});
    const bool days = q.on.exists() && (q.to.exists() || q.to.is_none());
    require(described.is_null() != days, "any text has an answer on a day that exists");
    if (!days) {
        return;
    }
    const bool four_digits =
        q.code.size() == 4 && std::all_of(q.code.begin(), q.code.end(), is_digit);
    const auto& code = described.at("code");
    require(code.is_null() != four_digits && (!four_digits || code.as_string() == q.code),
            "what is no code is not repeated");
    require(described.as_object().contains("label") == is_valid(q.code, q.on),
            "what is valid has a name");
    require(described.as_object().contains("trace") == !q.to.is_none(), "a second date is traced");
}

void check_trace(const question& q) {
    const auto traced = document_from(
        [&](bplan_document** made, bplan_error* err) {
            return bplan_municipality_trace(q.code.data(), size_of(q.code), q.on.year, q.on.month,
                                            q.on.of_month, q.to.year, q.to.month, q.to.of_month,
                                            q.weights.data(), size_of(q.weights), made, err);
        },
        {BPLAN_ERROR_INVALID_ARGUMENT, BPLAN_ERROR_NOT_VALID_ON_DATE, BPLAN_ERROR_BEFORE_FACTS,
         BPLAN_ERROR_MISSING_WEIGHT, BPLAN_ERROR_INVALID_WEIGHT});
    if (traced.is_null()) {
        require(!q.weights.empty() || !q.to.has_facts() || !is_valid(q.code, q.on),
                "what is valid can be traced to any day of the facts");
        return;
    }
    require(is_valid(q.code, q.on), "only what is valid is traced");
    const auto& trace = traced.at("trace");
    check_each_valid(trace, q.to);
    const auto& found = trace.at("municipalities").as_array();
    require(!found.empty(), "every municipality leads somewhere");
    for (const auto& entry : found) {
        const auto& share = entry.at("share");
        require(share.is_null() ||
                    (share.to_number<double>() >= 0 && share.to_number<double>() <= 1.000001),
                "a share is a part");
        require(!share.is_null() || !trace.at("determined").as_bool(), "a part of what is known");
    }
}

std::int32_t same_territory(std::string_view a, const day& on_a, std::string_view b,
                            const day& on_b) {
    std::int32_t same = 7;
    const auto code = tried(
        [&](bplan_error* err) {
            return bplan_municipality_same_territory(a.data(), size_of(a), on_a.year, on_a.month,
                                                     on_a.of_month, b.data(), size_of(b), on_b.year,
                                                     on_b.month, on_b.of_month, &same, err);
        },
        {BPLAN_ERROR_INVALID_ARGUMENT, BPLAN_ERROR_NOT_VALID_ON_DATE, BPLAN_ERROR_BEFORE_FACTS});
    require(code == BPLAN_OK ? same == 0 || same == 1 : same == 0, "yes, no or a code");
    return code == BPLAN_OK ? same : -1;
}

void check_territory(const question& q) {
    const auto there = same_territory(q.code, q.on, q.other_code, q.to);
    require((there >= 0) == (is_valid(q.code, q.on) && is_valid(q.other_code, q.to)),
            "what is valid on its date has a territory");
    require((same_territory(q.other_code, q.to, q.code, q.on) == 1) == (there == 1),
            "being the same goes both ways");
    require(!is_valid(q.code, q.on) || same_territory(q.code, q.on, q.code, q.on) == 1,
            "a municipality is itself");
}

void check_names(const question& q) {
    const auto named = document_from(
        [&](bplan_document** made, bplan_error* err) {
            return bplan_municipality_find_by_name(q.name.data(), size_of(q.name), q.on.year,
                                                   q.on.month, q.on.of_month, made, err);
        },
        {BPLAN_ERROR_INVALID_ARGUMENT, BPLAN_ERROR_BEFORE_FACTS});
    require(named.is_null() != (q.on.has_facts() || q.on.is_none()), "a name is looked up");
    if (named.is_null() || q.on.is_none()) {
        return;
    }
    check_each_valid(named, q.on);
}

/// All of them take a while, so only where no name is asked for.
void check_list(const question& q) {
    if (!q.name.empty()) {
        return;
    }
    const auto listed = document_from(
        [&](bplan_document** made, bplan_error* err) {
            return bplan_municipality_list(q.on.year, q.on.month, q.on.of_month, made, err);
        },
        {BPLAN_ERROR_INVALID_ARGUMENT, BPLAN_ERROR_BEFORE_FACTS});
    require(listed.is_null() != q.on.has_facts(), "there is a list of any day of the facts");
    if (listed.is_null()) {
        return;
    }
    std::string_view last;
    bool found = false;
    for (const auto& entry : listed.at("municipalities").as_array()) {
        const std::string_view code{entry.at("code").as_string()};
        require(last < code && is_valid(code, q.on), "the list is in order and of the day");
        found = found || code == q.code;
        last = code;
    }
    require(found == is_valid(q.code, q.on), "the list has what is valid and nothing else");
}

using part_door = decltype(&bplan_county_get_valid);

void check_part(part_door call, std::string_view code, const day& on, std::size_t digits) {
    std::int32_t valid = 7;
    const auto told = tried(
        [&](bplan_error* err) {
            return call(code.data(), size_of(code), on.year, on.month, on.of_month, &valid, err);
        },
        {BPLAN_ERROR_INVALID_ARGUMENT, BPLAN_ERROR_BEFORE_FACTS});
    require((told == BPLAN_OK) == on.has_facts(), "there are facts of the day, or a code");
    require(valid == 0 || (valid == 1 && code.size() == digits), "only digits are valid");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto q = question_in(text_of(data, size));
    check_many(q.code, q.on);
    check_describe(q);
    check_trace(q);
    check_territory(q);
    check_names(q);
    check_list(q);
    check_part(&bplan_county_get_valid, q.other_code, q.on, 2);
    check_part(&bplan_district_get_valid, q.other_code, q.on, 6);
    return 0;
}

// The input is a line of choices for the policy, and below it texts that may be numbers, one a
// line.
#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "number_answers.hpp"

namespace {

using namespace fuzz;

void require_same(const columns& many, const std::vector<answer>& single, std::int64_t valid) {
    std::int64_t accepted = 0;
    for (std::size_t i = 0; i < single.size(); ++i) {
        require(many.at(i) == single[i], "each answer about many is that about one");
        accepted += single[i].valid;
    }
    require(valid == accepted, "those that are accepted are counted");
}

template <class Offset, class Call>
void check_strings(Call call, const number_policy& policy, const std::vector<std::string>& texts,
                   const std::vector<answer>& single) {
    std::string data;
    std::vector<Offset> offsets{0};
    for (const auto& text : texts) {
        data += text;
        offsets.push_back(static_cast<Offset>(data.size()));
    }
    const std::vector<char> exact{data.begin(), data.end()};
    columns many{texts.size()};
    const auto to = many.places();
    std::int64_t valid = -1;
    must(call(policy.get(), exact.data(), offsets.data(), static_cast<std::int64_t>(texts.size()),
              &to, &valid, nullptr),
         "texts are checked");
    require_same(many, single, valid);
}

/// The texts of eleven bytes, `stride` bytes apart.
std::string in_a_row(const std::vector<std::string>& texts, std::size_t stride) {
    std::string data;
    for (const auto& text : texts) {
        data += text;
        data.append(stride - text.size(), '9'); // a neighbour's digits must not be read
    }
    data.resize(data.size() - (stride - 11)); // nothing is read behind the last
    return data;
}

pseudonymiser make_pseudonymiser() {
    const std::array<std::uint8_t, BPLAN_LINKING_KEY_SIZE> key{1, 2, 3};
    bplan_pseudonymiser* made = nullptr;
    must(bplan_pseudonymiser_create_linking(key.data(), std::int64_t{key.size()}, "fuzz", 4, &made,
                                            nullptr),
         "a pseudonymiser is made");
    return pseudonymiser{made};
}

using pseudonym = std::array<std::uint8_t, BPLAN_PSEUDONYM_SIZE>;

/// All zeros for a number that gets none.
pseudonym pseudonym_of(const number_policy& policy, std::string_view text) {
    static const auto maker = make_pseudonymiser();
    pseudonym made;
    made.fill(77);
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = bplan_pseudonymiser_make(maker.get(), policy.get(), text.data(),
                                               size_of(text), made.data(), &err);
    if (code != BPLAN_OK) {
        require(code == BPLAN_ERROR_INVALID_NUMBER, "what is no number gets no pseudonym");
        require_told(err, code);
        require(std::none_of(err.message, err.message + std::strlen(err.message), is_digit),
                "a message repeats no digit");
        require(made == pseudonym{}, "a number that is refused gets zeros");
    } else {
        require(made != pseudonym{}, "a pseudonym is not zeros");
    }
    return made;
}

void check_fixed_pseudonyms(const number_policy& policy, const std::vector<std::string>& texts,
                            const std::vector<char>& data, std::size_t stride) {
    static const auto maker = make_pseudonymiser();
    std::vector<pseudonym> made(texts.size());
    std::vector<std::int8_t> reasons(texts.size());
    std::int64_t count = -1;
    must(bplan_pseudonymiser_make_fixed(
             maker.get(), policy.get(), data.data(), static_cast<std::int64_t>(stride),
             static_cast<std::int64_t>(texts.size()), made.empty() ? nullptr : made.front().data(),
             reasons.data(), &count, nullptr),
         "pseudonyms are made");
    for (std::size_t i = 0; i < texts.size(); ++i) {
        count -= reasons[i] == BPLAN_NUMBER_REASON_NONE ? 1 : 0;
        require((made[i] == pseudonym{}) == (reasons[i] != BPLAN_NUMBER_REASON_NONE),
                "a pseudonym, or a reason");
        const bool digits = std::all_of(texts[i].begin(), texts[i].end(), is_digit);
        require(!digits || made[i] == pseudonym_of(policy, texts[i]),
                "each pseudonym of many is that of the one");
    }
    require(count == 0, "the pseudonyms are counted");
}

void check_fixed(const number_policy& policy, std::vector<std::string> texts) {
    std::erase_if(texts, [](const auto& text) { return text.size() != 11; });
    std::vector<answer> single;
    for (const auto& text : texts) {
        single.push_back(checked(policy, text));
    }
    for (const std::size_t stride : {11U, 16U}) {
        const auto data = texts.empty() ? std::string{} : in_a_row(texts, stride);
        const std::vector<char> exact{data.begin(), data.end()};
        columns many{texts.size()};
        const auto to = many.places();
        std::int64_t valid = -1;
        must(bplan_number_check_fixed(policy.get(), exact.data(), static_cast<std::int64_t>(stride),
                                      static_cast<std::int64_t>(texts.size()), &to, &valid,
                                      nullptr),
             "numbers are checked");
        require_same(many, single, valid);
        check_fixed_pseudonyms(policy, texts, exact, stride);
    }
}

struct normalised {
    std::string digits;
    std::int32_t changes = 0;
};

/// Without digits where the text cannot be brought to any.
normalised normalise(std::string_view text) {
    std::array<char, BPLAN_NUMBER_MOST_DIGITS> buffer{};
    buffer.fill('7');
    std::int64_t digits = -1;
    normalised result;
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code =
        bplan_number_normalise(text.data(), size_of(text), buffer.data(),
                               std::int64_t{buffer.size()}, &digits, &result.changes, &err);
    const auto written = static_cast<std::size_t>(digits);
    if (code != BPLAN_OK) {
        require(code == BPLAN_ERROR_INVALID_NUMBER && written == 0 && result.changes == 0,
                "what cannot be brought to digits is empty");
        require_told(err, code);
        require(std::none_of(err.message, err.message + std::strlen(err.message), is_digit),
                "a message repeats no digit");
    }
    require(written <= buffer.size(), "there are at most so many digits");
    require(std::all_of(buffer.begin() + written, buffer.end(), [](char c) { return c == '\0'; }),
            "what is not written is zeros");
    result.digits.assign(buffer.data(), written);
    return result;
}

void check_normalised(const number_policy& policy, std::string_view text) {
    const auto once = normalise(text);
    require(std::all_of(once.digits.begin(), once.digits.end(), is_digit), "digits are digits");
    if (once.digits.empty()) {
        require(pseudonym_of(policy, text) == pseudonym{}, "no digits, no pseudonym");
        return;
    }
    std::string all;
    std::copy_if(text.begin(), text.end(), std::back_inserter(all), is_digit);
    require(once.digits == all, "no digit is taken away and none is added");
    const auto twice = normalise(once.digits);
    require(twice.digits == once.digits && twice.changes == 0, "what is digits stays as it is");
    require((once.changes == 0) == (once.digits == text), "what was taken away is told");
    require(pseudonym_of(policy, text) == pseudonym_of(policy, once.digits),
            "a number has one pseudonym, however it is written");
    std::array<char, 4> small{'7', '7', '7', '7'};
    std::int64_t digits = 0;
    std::int32_t changes = 0;
    must(bplan_number_normalise(text.data(), size_of(text), small.data(), 4, &digits, &changes,
                                nullptr),
         "a small buffer is no fault");
    require(digits == size_of(once.digits) && (digits <= 4 || small == std::array<char, 4>{}),
            "a buffer that is too small is zeros");
}

/// Each byte of the line chooses one thing; what is not there is left as it is made.
number_policy policy_by(std::string_view line) {
    bplan_number_policy* made = nullptr;
    must(bplan_number_policy_create(&made, nullptr), "a policy is made");
    number_policy policy{made};
    const auto choice = [&](std::size_t at) {
        return at < line.size() ? static_cast<unsigned char>(line[at]) - '0' : -1;
    };
    // What a function does not take it refuses, and the policy stays as it was.
    bplan_number_policy_set_rule(made, choice(0), nullptr);
    bplan_number_policy_set_d_table(made, choice(1), nullptr);
    bplan_number_policy_set_dates(made, choice(2), nullptr);
    bplan_number_policy_set_refuse_ambiguous(made, choice(3), nullptr);
    bplan_number_policy_set_test_numbers(made, choice(4), nullptr);
    if (choice(5) >= 0) {
        bplan_number_policy_set_kinds(made, 1 << (choice(5) % 16) | 1 << (choice(6) & 15), nullptr);
    }
    bplan_number_policy_set_assigned_by(made, 1990 + choice(7), 6, 30, nullptr);
    bplan_number_policy_set_reference_date(made, 1950 + choice(8), 12, 31, nullptr);
    return policy;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (lines.size() < 64 && !text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto texts = lines_of(text_of(data, size));
    const auto policy = policy_by(texts.empty() ? std::string{} : texts.front());
    if (!texts.empty()) {
        texts.erase(texts.begin());
    }
    std::vector<answer> single;
    for (const auto& text : texts) {
        single.push_back(checked(policy, text));
        check_normalised(policy, text);
    }
    check_strings<std::int32_t>(&bplan_number_check_strings, policy, texts, single);
    check_strings<std::int64_t>(&bplan_number_check_large_strings, policy, texts, single);
    check_fixed(policy, texts);
    return 0;
}

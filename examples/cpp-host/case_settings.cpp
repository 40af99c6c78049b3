#include "case_settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace bp = brukerplan_c;

namespace {

template <class Owner, class Value>
struct setter {
    std::string_view key;
    bp::status (Owner::*set)(Value) noexcept;
};
constexpr std::array option_texts{
    setter<bp::options, std::string_view>{"pack", &bp::options::set_pack},
    setter<bp::options, std::string_view>{"pack_json", &bp::options::set_pack_json},
    setter<bp::options, std::string_view>{"mapping", &bp::options::set_mapping_json},
    setter<bp::options, std::string_view>{"profile", &bp::options::set_profile_json},
    setter<bp::options, std::string_view>{"scheme", &bp::options::set_scheme},
    setter<bp::options, std::string_view>{"scheme_json", &bp::options::set_scheme_json},
    setter<bp::options, std::string_view>{"language", &bp::options::set_language}};
constexpr std::array option_days{
    setter<bp::options, bp::date>{"reference_date", &bp::options::set_reference_date},
    setter<bp::options, bp::date>{"period_first", &bp::options::set_period_first},
    setter<bp::options, bp::date>{"period_last", &bp::options::set_period_last}};
constexpr std::array policy_days{
    setter<bp::number_policy, bp::date>{"assigned_by", &bp::number_policy::set_assigned_by},
    setter<bp::number_policy, bp::date>{"reference_date", &bp::number_policy::set_reference_date}};
constexpr std::array policy_switches{
    setter<bp::number_policy, bool>{"test_numbers", &bp::number_policy::set_test_numbers},
    setter<bp::number_policy, bool>{"refuse_ambiguous", &bp::number_policy::set_refuse_ambiguous}};

template <class Setters, class Owner, class Value>
std::optional<bp::status> set_from(const Setters& setters, Owner& owner, std::string_view key,
                                   const Value& value) {
    for (const auto& one : setters) {
        if (one.key == key) {
            return (owner.*one.set)(value);
        }
    }
    return std::nullopt;
}

/// The word's place among those of a choice.
template <class Choice>
Choice choice(const json& word, std::array<std::string_view, 3> words) {
    return static_cast<Choice>(std::find(words.begin(), words.end(), word.text()) - words.begin());
}

std::int32_t kinds_of(const json& wanted) {
    std::int32_t kinds = 0;
    for (std::int32_t bit = 1; bit <= BPLAN_NUMBER_KIND_DUMMY; bit *= 2) {
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            kinds |= wanted[i].text() == bp::name_of(static_cast<bp::number_kind>(bit)).value()
                         ? bit
                         : 0;
        }
    }
    return kinds;
}

} // namespace

bp::date date_of(const json& given) {
    const auto text = given.text();
    bp::date day;
    if (text.size() == 10) {
        std::from_chars(text.data(), text.data() + 4, day.year);
        std::from_chars(text.data() + 5, text.data() + 7, day.month);
        std::from_chars(text.data() + 8, text.data() + 10, day.day);
    }
    return day;
}

std::optional<bp::status> set(bp::options& options, std::string_view key, const json& value) {
    if (key == "test_numbers") {
        return options.set_test_numbers(value.is_true());
    }
    const auto day = set_from(option_days, options, key, date_of(value));
    return day ? day : set_from(option_texts, options, key, std::string_view{value.written()});
}

std::optional<bp::status> set(bp::number_policy& policy, std::string_view key, const json& value) {
    if (key == "rule") {
        return policy.set_rule(choice<bp::accepted_rule>(value, {"1964", "both", "by_date"}));
    }
    if (key == "d_table") {
        return policy.set_d_table(choice<bp::d_table>(value, {"old", "new", "both"}));
    }
    if (key == "dates") {
        return policy.set_dates(choice<bp::date_check>(value, {"by_rule", "strict", "lenient"}));
    }
    if (key == "kinds") {
        return policy.set_kinds(kinds_of(value));
    }
    const auto day = set_from(policy_days, policy, key, date_of(value));
    return day ? day : set_from(policy_switches, policy, key, value.is_true());
}

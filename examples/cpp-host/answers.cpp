#include "answers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include <brukerplan/brukerplan_c.hpp>

namespace bp = brukerplan_c;

namespace {

// ---- Values as the kit writes them

/// An answer, or why there is none.
using answered = std::optional<json>;

answered refused(const bp::status& ended) {
    return json::object().set("error", json::of(ended.name()));
}

template <class Value>
json name(Value value) {
    return json::of(bp::name_of(value).value());
}

struct bit_name {
    std::int32_t bit;
    std::string_view name;
};
constexpr std::array change_names{
    bit_name{BPLAN_NUMBER_CHANGE_BLANKS, "blanks"}, bit_name{BPLAN_NUMBER_CHANGE_SPACE, "space"},
    bit_name{BPLAN_NUMBER_CHANGE_NO_BREAK_SPACE, "no_break_space"},
    bit_name{BPLAN_NUMBER_CHANGE_NARROW_NO_BREAK_SPACE, "narrow_no_break_space"},
    bit_name{BPLAN_NUMBER_CHANGE_HYPHEN, "hyphen"}};
constexpr std::array rule_names{bit_name{BPLAN_NUMBER_RULE_1964, "1964"},
                                bit_name{BPLAN_NUMBER_RULE_2032, "2032"}};

template <class Names>
json names(const Names& known, std::int32_t bits) {
    json list = json::list();
    for (const auto& one : known) {
        if ((bits & one.bit) != 0) {
            list.add(json::of(one.name));
        }
    }
    return list;
}

json kind_names(std::int32_t bits) {
    json list = json::list();
    for (std::int32_t bit = 1; bit <= bits; bit *= 2) {
        if ((bits & bit) != 0) {
            list.add(name(static_cast<bp::number_kind>(bit)));
        }
    }
    return list;
}

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

json words(const bp::score& score) {
    return json::object()
        .set("class", name(score.index_class))
        .set("points", json::of(std::int64_t{score.points}))
        .set("answered", json::of(std::int64_t{score.answered}))
        .set("no_class_reason", name(score.reason));
}

// ---- Settings. Each gives nothing for a key that is not known here.

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

std::optional<bp::status> set(bp::options& options, std::string_view key, const json& value) {
    if (key == "test_numbers") {
        return options.set_test_numbers(value.is_true());
    }
    const auto day = set_from(option_days, options, key, date_of(value));
    return day ? day : set_from(option_texts, options, key, std::string_view{value.written()});
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
            kinds |= wanted[i] == name(static_cast<bp::number_kind>(bit)) ? bit : 0;
        }
    }
    return kinds;
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

/// Something made, with all its settings: an answer when that went wrong.
template <class Owner>
struct set_up {
    Owner made;
    bool good = true;
    answered why = std::nullopt;
};

template <class Owner>
set_up<Owner> with_settings(const json& settings) {
    auto made = Owner::create();
    set_up<Owner> result{std::move(made.value()), made.ok(), refused(made)};
    settings.each([&](const char* key, const json& value) {
        const auto ended = result.good ? set(result.made, key, value) : bp::status{};
        if (result.good && (!ended || !*ended)) {
            result.good = false;
            result.why = ended ? refused(*ended) : std::nullopt;
        }
    });
    return result;
}

/// Without settings no policy at all.
set_up<bp::number_policy> policy_of(const json& given) {
    const auto settings = given["policy"];
    return settings ? with_settings<bp::number_policy>(settings) : set_up<bp::number_policy>{};
}

// ---- One case of each kind

answered answer_number(const json& given) {
    const auto policy = policy_of(given);
    if (!policy.good) {
        return policy.why;
    }
    const auto number = bp::number::check(given["text"].text(), policy.made);
    if (!number) {
        return refused(number);
    }
    const auto& found = number.value();
    json years = json::list();
    for (std::int64_t i = 0; i < found.count_birth_years().value(); ++i) {
        years.add(json::of(std::int64_t{found.birth_year(i).value()}));
    }
    return json::object()
        .set("valid", json::of(found.valid().value()))
        .set("reason", name(found.reason().value()))
        .set("kinds", kind_names(found.kinds().value()))
        .set("rules", names(rule_names, found.rules().value()))
        .set("sex", name(found.sex().value()))
        .set("birth_years", years)
        .set("position", json::of(std::int64_t{found.position().value()}));
}

answered answer_normalise(const json& given) {
    const auto number = bp::normalise_number(given["text"].text());
    return number ? json::object()
                        .set("digits", json::of(number.value().digits()))
                        .set("changes", names(change_names, number.value().changes))
                  : refused(number);
}

answered answer_municipality(const json& given) {
    const auto validity = bp::municipality::validity(given["code"].text(), date_of(given["date"]));
    return validity ? json::object().set("validity", name(validity.value())) : refused(validity);
}

answered answer_pseudonym(const json& given) {
    const auto policy = policy_of(given);
    if (!policy.good) {
        return policy.why;
    }
    const auto hex = given["key"].text();
    const auto size = hex.size() / 2;
    std::vector<std::uint8_t> key(size + 1); // so that a key of no bytes is not null
    for (std::size_t i = 0; i < size; ++i) {
        std::from_chars(hex.data() + 2 * i, hex.data() + 2 * i + 2, key[i], 16);
    }
    const auto maker = bp::pseudonymiser::create_linking(
        key.data(), static_cast<std::int64_t>(size), given["purpose"].text());
    if (!maker) {
        return refused(maker);
    }
    const auto made = maker.value().make(given["text"].text(), policy.made);
    if (!made) {
        return refused(made);
    }
    std::string written;
    for (const auto byte : made.value()) {
        written += "0123456789abcdef"[byte >> 4U];
        written += "0123456789abcdef"[byte & 15U];
    }
    return json::object().set("pseudonym", json::of(written));
}

answered answer_record(const json& given) {
    const auto options = with_settings<bp::options>(given["options"]);
    if (!options.good) {
        return options.why;
    }
    const auto context = bp::context::create(options.made);
    if (!context) {
        return refused(context);
    }
    const auto raw = given["text"];
    const auto checked = bp::check_record(context.value(), (raw ? raw : given["record"]).written());
    if (!checked) {
        return refused(checked);
    }
    const auto& document = checked.value();
    json findings = json::list(), messages = json::list();
    for (const auto one : document.findings().value()) {
        findings.add(json::object()
                         .set("code", json::of(one.code()))
                         .set("severity", name(one.severity()))
                         .set("field", json::of(one.field())));
        messages.add(json::of(one.message()));
    }
    return words({document.index_class().value(), document.points().value(),
                  document.answered().value(), document.no_class_reason().value()})
        .set("valid", json::of(document.valid().value()))
        .set("worst", name(document.worst_severity().value()))
        .set("findings", findings)
        .set("messages", messages)
        .set("unknown_keys", json::of(document.unknown_keys().value()));
}

bp::result<bp::scheme> scheme_of(const json& given) {
    const auto own = given["scheme_json"];
    return own ? bp::scheme::from_json(own.written())
               : bp::scheme::create(given["pack"].text(), given["scheme"].text());
}

bp::ratings ratings_of(const json& given) {
    const auto listed = given["ratings"];
    bp::ratings ratings{};
    for (std::size_t d = 0; d < ratings.size(); ++d) {
        ratings[d] = static_cast<std::uint8_t>(listed[d].number());
    }
    return ratings;
}

answered answer_score(const json& given) {
    const auto scheme = scheme_of(given);
    if (!scheme) {
        return refused(scheme);
    }
    const auto score = scheme.value().score(ratings_of(given));
    return score ? words(score.value()) : refused(score);
}

struct kind {
    std::string_view name;
    std::array<std::string_view, 4> keys; ///< that `given` may have
    answered (*answer)(const json& given);
};
constexpr std::array kinds{
    kind{"municipality", {"code", "date"}, answer_municipality},
    kind{"normalise", {"text"}, answer_normalise},
    kind{"number", {"text", "policy"}, answer_number},
    kind{"pseudonym", {"key", "purpose", "text", "policy"}, answer_pseudonym},
    kind{"record", {"options", "record", "text"}, answer_record},
    kind{"score", {"scheme", "pack", "scheme_json", "ratings"}, answer_score},
};

} // namespace

std::optional<json> answer(std::string_view kind_name, const json& given) {
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const kind& one) { return one.name == kind_name; });
    if (found == kinds.end()) {
        return std::nullopt;
    }
    bool known = true;
    given.each([&](std::string_view key, const json&) {
        known =
            known && std::find(found->keys.begin(), found->keys.end(), key) != found->keys.end();
    });
    return known ? found->answer(given) : std::nullopt;
}

std::vector<json> answer_together(const std::vector<json>& given) {
    const auto scheme = scheme_of(given.front());
    std::vector<bp::ratings> rows(given.size());
    std::transform(given.begin(), given.end(), rows.begin(), ratings_of);
    std::array<std::vector<std::uint8_t>, BPLAN_DOMAINS> columns;
    bp::rating_columns places{};
    for (std::size_t d = 0; d < columns.size(); ++d) {
        for (const auto& row : rows) {
            columns[d].push_back(row[d]);
        }
        places[d] = columns[d].data();
    }
    std::vector<std::int8_t> classes(given.size()), assessed(given.size()), reasons(given.size());
    std::vector<std::int32_t> points(given.size());
    bp::score_columns to;
    to.classes = classes.data();
    to.points = points.data();
    to.answered = assessed.data();
    to.reasons = reasons.data();
    std::vector<json> answers;
    if (scheme.value().score_columns(places, static_cast<std::int64_t>(given.size()), to)) {
        for (std::size_t row = 0; row < given.size(); ++row) {
            answers.push_back(
                words({static_cast<bp::index_class>(classes[row]), points[row], assessed[row],
                       static_cast<bp::no_class_reason>(reasons[row])}));
        }
    }
    return answers;
}

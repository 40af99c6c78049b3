#include "answers.hpp"
#include "case_settings.hpp"

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

json words(const bp::score& score) {
    return json::object()
        .set("class", name(score.index_class))
        .set("points", json::of(std::int64_t{score.points}))
        .set("answered", json::of(std::int64_t{score.answered}))
        .set("no_class_reason", name(score.reason));
}

// ---- Settings

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

#include "record_result.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace json = boost::json;

namespace fuzz {

namespace {

constexpr std::array<std::string_view, 11> result_keys{
    "format",       "version", "pack",     "mapping", "profile",     "scheme",
    "test_numbers", "valid",   "findings", "score",   "unknown_keys"};
constexpr std::array<std::string_view, 11> finding_keys{"code",   "severity", "record",  "row_ref",
                                                        "unit",   "field",    "related", "message",
                                                        "action", "pack",     "params"};
constexpr std::array<std::string_view, 6> score_keys{"row_ref",  "points", "class",
                                                     "answered", "scheme", "reason"};
constexpr std::array<std::string_view, 5> severities{"none", "info", "warning", "error", "fatal"};
constexpr std::array<std::string_view, 5> classes{"none", "green", "yellow", "red", "blue_light"};

bool has_keys(const json::object& object, std::span<const std::string_view> keys) {
    return std::equal(object.begin(), object.end(), keys.begin(), keys.end(),
                      [](const auto& member, std::string_view key) { return member.key() == key; });
}

template <std::size_t Size>
std::int32_t place_of(const json::value& token, const std::array<std::string_view, Size>& tokens) {
    require(token.is_string(), "a token is a text");
    const auto at = std::find(tokens.begin(), tokens.end(), std::string_view{token.get_string()});
    require(at != tokens.end(), "a token is one of those that are documented");
    return static_cast<std::int32_t>(at - tokens.begin());
}

std::string_view text_or_empty(const json::value& value) {
    require(value.is_null() || value.is_string(), "a text is a text or null");
    return value.is_null() ? std::string_view{} : std::string_view{value.get_string()};
}

std::int32_t number_from(std::int32_t (*call)(const bplan_document*, std::int32_t*,
                                              bplan_error*) noexcept,
                         const bplan_document* from) {
    std::int32_t answer = -1;
    must(call(from, &answer, nullptr), "a part that is there is told");
    return answer;
}

std::int64_t count_from(std::int32_t (*call)(const bplan_document*, std::int64_t*,
                                             bplan_error*) noexcept,
                        const bplan_document* from) {
    std::int64_t answer = -1;
    must(call(from, &answer, nullptr), "a number of parts is told");
    return answer;
}

void check_finding(const bplan_document* document, std::int64_t index, const json::object& f) {
    require(has_keys(f, finding_keys), "a finding has every key, in their order");
    constexpr std::array<std::pair<std::int32_t, std::string_view>, 4> parts{
        {{BPLAN_FINDING_CODE, "code"},
         {BPLAN_FINDING_FIELD, "field"},
         {BPLAN_FINDING_MESSAGE, "message"},
         {BPLAN_FINDING_ACTION, "action"}}};
    for (const auto& [part, key] : parts) {
        require(text_from(&bplan_document_get_finding_text, document, index, part) ==
                    text_or_empty(f.at(key)),
                "a text of a finding is that of the JSON");
    }
    require(on_one_line(text_or_empty(f.at("message"))) &&
                on_one_line(text_or_empty(f.at("action"))),
            "a message is one line");
    std::int32_t severity = -1;
    must(bplan_document_get_finding_severity(document, index, &severity, nullptr), "a severity");
    require(severity == place_of(f.at("severity"), severities) && severity > 0,
            "the severity of a finding is that of the JSON");
    require(f.at("params").is_object() && f.at("related").is_array(), "parameters and fields");
}

/// The worst severity among the findings.
std::int32_t check_findings(const bplan_document* document, const json::array& findings,
                            const rule_order& rules) {
    require(count_from(&bplan_document_count_findings, document) ==
                static_cast<std::int64_t>(findings.size()),
            "the number of findings is that of the JSON");
    auto rule = rules.begin();
    std::int32_t worst = 0;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        require(findings[i].is_object(), "a finding is an object");
        const auto& f = findings[i].get_object();
        check_finding(document, static_cast<std::int64_t>(i), f);
        rule = std::find(rule, rules.end(), std::string_view{f.at("code").as_string()});
        require(rule != rules.end(), "findings come in the order of the rules");
        worst = std::max(worst, place_of(f.at("severity"), severities));
    }
    std::int32_t severity = -1;
    require(bplan_document_get_finding_severity(document,
                                                static_cast<std::int64_t>(findings.size()),
                                                &severity, nullptr) == BPLAN_ERROR_OUT_OF_RANGE,
            "there is nothing beyond the last finding");
    return worst;
}

void check_validation(const bplan_document* document, const json::object& result,
                      const rule_order& rules) {
    const auto worst = check_findings(document, result.at("findings").as_array(), rules);
    const auto told = number_from(&bplan_document_get_worst_severity, document);
    // A pack may have no rule for a text that is no record; it is fatal all the same.
    require(told == worst || told == BPLAN_SEVERITY_FATAL, "the worst severity is the worst");
    const bool valid = told < BPLAN_SEVERITY_ERROR;
    require(result.at("valid").as_bool() == valid &&
                (number_from(&bplan_document_get_valid, document) == 1) == valid,
            "a record is valid when nothing is an error");
}

void check_score(const bplan_document* document, const json::object& result) {
    const auto& s = result.at("score").as_object();
    require(has_keys(s, score_keys), "a score has every key, in their order");
    const auto index_class = place_of(s.at("class"), classes);
    require(number_from(&bplan_document_get_class, document) == index_class, "the class");
    const bool has_class = index_class != BPLAN_CLASS_NONE;
    require((number_from(&bplan_document_get_no_class_reason, document) == 0) == has_class &&
                s.at("reason").is_null() == has_class && s.at("points").is_int64() == has_class,
            "there is a class with points, or a reason");
    require(number_from(&bplan_document_get_points, document) ==
                (has_class ? s.at("points").get_int64() : 0),
            "the points");
    const auto answered = number_from(&bplan_document_get_answered, document);
    require(answered >= 0 && answered <= 8 && s.at("answered").as_int64() == answered,
            "0 to 8 domains are assessed");
}

using door = decltype(&bplan_record_check);

/// One of the three functions. Empty where the pack has no scheme and one is needed.
json::object through(door call, const bplan_context* context, const rule_order& rules,
                     std::string_view record) {
    bplan_document* made = nullptr;
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = call(context, record.data(), size_of(record), &made, &err);
    if (code == BPLAN_ERROR_UNKNOWN_SCHEME) {
        require(text_from(&bplan_context_get_scheme_id, context).empty() && made == nullptr,
                "only a pack without a scheme cannot score");
        return {};
    }
    require(code == BPLAN_OK, "no record makes a call fail");
    const document held{made};
    const auto text = text_from(&bplan_document_get_text, made);
    require(on_one_line(text), "a result is one line");
    json::error_code failure;
    auto value = json::parse(text, failure);
    require(!failure && value.is_object(), "a result is JSON in UTF-8");
    auto& result = value.get_object();
    require(has_keys(result, result_keys), "a result has every key, in their order");
    require(count_from(&bplan_document_count_unknown_keys, made) ==
                result.at("unknown_keys").as_int64(),
            "the number of unknown keys");
    if (call != &bplan_record_score) {
        check_validation(made, result, rules);
    }
    if (call != &bplan_record_validate) {
        check_score(made, result);
    }
    return std::move(result);
}

} // namespace

rule_order order_of_rules(const json::value& pack) {
    rule_order codes;
    for (const auto& rule : pack.at("rules").as_array()) {
        codes.emplace_back(rule.at("code").as_string());
    }
    return codes;
}

json::object result_of(const bplan_context* context, const rule_order& rules,
                       std::string_view record) {
    return through(&bplan_record_check, context, rules, record);
}

json::object checked_result(const bplan_context* context, const rule_order& rules,
                            std::string_view record) {
    auto all = result_of(context, rules, record);
    auto validated = through(&bplan_record_validate, context, rules, record);
    const auto scored = through(&bplan_record_score, context, rules, record);
    require(validated.at("score").is_null(), "what was not scored has no score");
    if (all.empty()) {
        require(scored.empty(), "what cannot be checked cannot be scored");
        return validated;
    }
    require(scored.at("findings").is_null() && scored.at("valid").is_null(),
            "what was not validated has no findings");
    require(all.at("findings") == validated.at("findings") &&
                all.at("valid") == validated.at("valid") && all.at("score") == scored.at("score"),
            "validating and scoring do not depend on each other");
    return all;
}

json::object without_references(json::object result) {
    const auto strip = [](json::value& part) {
        if (auto* object = part.if_object()) {
            object->erase("row_ref");
            object->erase("unit");
        }
    };
    strip(result["score"]);
    if (auto* findings = result["findings"].if_array()) {
        std::for_each(findings->begin(), findings->end(), strip);
    }
    return result;
}

} // namespace fuzz

#include "document.hpp"

#include <array>

#include "guard.hpp"

namespace capi = brukerplan::capi;

// The numbers of the model are those of the interface.
static_assert(static_cast<int>(brukerplan::severity::none) == BPLAN_SEVERITY_NONE &&
              static_cast<int>(brukerplan::severity::info) == BPLAN_SEVERITY_INFO &&
              static_cast<int>(brukerplan::severity::warning) == BPLAN_SEVERITY_WARNING &&
              static_cast<int>(brukerplan::severity::error) == BPLAN_SEVERITY_ERROR &&
              static_cast<int>(brukerplan::severity::fatal) == BPLAN_SEVERITY_FATAL);
static_assert(static_cast<int>(brukerplan::index_class::none) == BPLAN_CLASS_NONE &&
              static_cast<int>(brukerplan::index_class::green) == BPLAN_CLASS_GREEN &&
              static_cast<int>(brukerplan::index_class::yellow) == BPLAN_CLASS_YELLOW &&
              static_cast<int>(brukerplan::index_class::red) == BPLAN_CLASS_RED &&
              static_cast<int>(brukerplan::index_class::blue_light) == BPLAN_CLASS_BLUE_LIGHT);
static_assert(
    static_cast<int>(brukerplan::no_class_reason::none) == BPLAN_NO_CLASS_HAS_CLASS &&
    static_cast<int>(brukerplan::no_class_reason::nothing_assessed) ==
        BPLAN_NO_CLASS_NOTHING_ASSESSED &&
    static_cast<int>(brukerplan::no_class_reason::too_few_assessed) ==
        BPLAN_NO_CLASS_TOO_FEW_ASSESSED &&
    static_cast<int>(brukerplan::no_class_reason::below_classes) == BPLAN_NO_CLASS_BELOW_CLASSES &&
    static_cast<int>(brukerplan::no_class_reason::unreadable) == BPLAN_NO_CLASS_UNREADABLE &&
    static_cast<int>(brukerplan::no_class_reason::no_rule_holds) == BPLAN_NO_CLASS_NO_RULE_HOLDS);
static_assert(static_cast<int>(brukerplan::rating::not_assessed) == BPLAN_RATING_NOT_ASSESSED &&
              static_cast<int>(brukerplan::rating::green) == BPLAN_RATING_GREEN &&
              static_cast<int>(brukerplan::rating::yellow) == BPLAN_RATING_YELLOW &&
              static_cast<int>(brukerplan::rating::red) == BPLAN_RATING_RED &&
              brukerplan::domain_count == BPLAN_DOMAINS &&
              brukerplan::assessment::space == BPLAN_ASSESSMENTS);

namespace {

const bplan_document& validated(const bplan_document* document) {
    const auto& d = capi::required(document, "document");
    if (!d.worst) {
        throw capi::refusal{BPLAN_ERROR_NOT_THERE, "no record was validated"};
    }
    return d;
}

const brukerplan::score& score_of(const bplan_document* document) {
    const auto& d = capi::required(document, "document");
    if (!d.score) {
        throw capi::refusal{BPLAN_ERROR_NOT_THERE, "no record was scored"};
    }
    return *d.score;
}

const boost::json::array& findings_of(const bplan_document* document) {
    return validated(document).content.at("findings").as_array();
}

const boost::json::object& finding_at(const bplan_document* document, std::int64_t index) {
    const auto& findings = findings_of(document);
    if (index < 0 || static_cast<std::uint64_t>(index) >= findings.size()) {
        throw capi::refusal{BPLAN_ERROR_OUT_OF_RANGE,
                            "there are " + std::to_string(findings.size()) + " findings"};
    }
    return findings[static_cast<std::size_t>(index)].as_object();
}

/// Borrowed; null is empty.
std::string_view text_in(const boost::json::object& finding, std::string_view key) {
    const auto& value = finding.at(key);
    if (value.is_null()) {
        return {};
    }
    const auto& text = value.as_string();
    return {text.c_str(), text.size()};
}

std::int32_t severity_of(const boost::json::object& finding) {
    const auto& tokens = brukerplan::severity_tokens;
    const auto at = std::find(tokens.begin(), tokens.end(), text_in(finding, "severity"));
    return static_cast<std::int32_t>(at - tokens.begin());
}

std::string_view key_of(std::int32_t part) {
    switch (part) {
    case BPLAN_FINDING_CODE:
        return "code";
    case BPLAN_FINDING_FIELD:
        return "field";
    case BPLAN_FINDING_MESSAGE:
        return "message";
    case BPLAN_FINDING_ACTION:
        return "action";
    default:
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "a finding has no such part"};
    }
}

} // namespace

void bplan_document_free(bplan_document* document) noexcept {
    delete document;
}

int32_t bplan_document_get_text(const bplan_document* document, const char** text, int64_t* length,
                                bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(text, length), [&] {
        capi::give(capi::required(document, "document").text, text, length);
    });
}

int32_t bplan_document_get_valid(const bplan_document* document, int32_t* valid,
                                 bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(valid), [&] {
        *valid = brukerplan::is_error(*validated(document).worst) ? 0 : 1;
    });
}

int32_t bplan_document_get_worst_severity(const bplan_document* document, int32_t* severity,
                                          bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(severity), [&] {
        *severity = static_cast<std::int32_t>(*validated(document).worst);
    });
}

int32_t bplan_document_count_findings(const bplan_document* document, int64_t* count,
                                      bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(count),
                         [&] { *count = static_cast<std::int64_t>(findings_of(document).size()); });
}

int32_t bplan_document_get_finding_severity(const bplan_document* document, int64_t index,
                                            int32_t* severity, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(severity),
                         [&] { *severity = severity_of(finding_at(document, index)); });
}

int32_t bplan_document_get_finding_text(const bplan_document* document, int64_t index, int32_t part,
                                        const char** text, int64_t* length,
                                        bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(text, length), [&] {
        capi::give(text_in(finding_at(document, index), key_of(part)), text, length);
    });
}

int32_t bplan_document_get_class(const bplan_document* document, int32_t* index_class,
                                 bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(index_class), [&] {
        *index_class = static_cast<std::int32_t>(score_of(document).result);
    });
}

int32_t bplan_document_get_points(const bplan_document* document, int32_t* points,
                                  bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(points), [&] {
        const auto& score = score_of(document);
        *points = score.has_class() ? score.points : 0;
    });
}

int32_t bplan_document_get_answered(const bplan_document* document, int32_t* domains,
                                    bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(domains),
                         [&] { *domains = score_of(document).answered; });
}

int32_t bplan_document_get_no_class_reason(const bplan_document* document, int32_t* reason,
                                           bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(reason),
                         [&] { *reason = static_cast<std::int32_t>(score_of(document).reason); });
}

int32_t bplan_document_count_unknown_keys(const bplan_document* document, int64_t* count,
                                          bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(count), [&] {
        const auto& d = capi::required(document, "document");
        if (!d.unknown_keys) {
            throw capi::refusal{BPLAN_ERROR_NOT_THERE, "the document is about no record"};
        }
        *count = *d.unknown_keys;
    });
}

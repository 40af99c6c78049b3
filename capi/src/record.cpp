// The document door: one record as JSON in, its result as JSON out.
#include <memory>

#include <brukerplan/model/registration.hpp>
#include <brukerplan/validation/finding_log.hpp>

#include "context.hpp"
#include "document.hpp"
#include "guard.hpp"
#include "write/document_json.hpp"
#include "write/result_json.hpp"

namespace capi = brukerplan::capi;

namespace {

struct request {
    bool validate;
    bool score;
};

void validate(const bplan_context& context, const brukerplan::column_table& table,
              bplan_document& document) {
    brukerplan::finding_log log;
    document.worst = context.validator.validate(table, log).front();
    boost::json::array findings;
    findings.reserve(log.details().size());
    for (const auto& finding : log.details()) {
        findings.emplace_back(
            brukerplan::detail::finding_object(finding, context.pack(), context.language));
    }
    document.content["valid"] = !brukerplan::is_error(*document.worst);
    document.content["findings"] = std::move(findings);
}

void score(const bplan_context& context, const brukerplan::column_table& table,
           bplan_document& document) {
    std::string row_ref;
    auto& result = document.score.emplace();
    if (table.origins.front().fault == brukerplan::row_fault::none) {
        const brukerplan::registration view{table, context.pack().roles, 0};
        row_ref = brukerplan::shown_reference(view.row_ref(), 0, view.national_number());
        result = brukerplan::score_of(view, *context.scheme);
    } else {
        result.reason = brukerplan::no_class_reason::unreadable;
    }
    document.content["scheme"] = context.scheme->id();
    document.content["score"] = brukerplan::detail::score_object(row_ref, result, *context.scheme);
}

std::unique_ptr<bplan_document> answer(const bplan_context& context, std::string_view json,
                                       request wanted) {
    if (wanted.score && !context.scheme) {
        throw capi::refusal{BPLAN_ERROR_UNKNOWN_SCHEME, "the pack has no scoring scheme"};
    }
    const auto record = context.readers.borrow()->read(json);
    auto document = std::make_unique<bplan_document>();
    auto& content = document->content;
    // All keys are always there, in this order; what was not asked for is null.
    content.reserve(11);
    content["format"] = "brukerplan/record-result";
    content["version"] = 1;
    content["pack"] = context.pack().id;
    content["mapping"] = brukerplan::detail::text_or_null(context.pack().mapping);
    content["profile"] = brukerplan::detail::text_or_null(context.validator.options().tuning.id);
    content["scheme"] = nullptr;
    content["test_numbers"] = context.validator.options().test_numbers;
    content["valid"] = nullptr;
    content["findings"] = nullptr;
    content["score"] = nullptr;
    content["unknown_keys"] = record.unknown_keys.size();
    if (wanted.validate) {
        validate(context, record.table, *document);
    }
    if (wanted.score) {
        score(context, record.table, *document);
    }
    document->unknown_keys = static_cast<std::int64_t>(record.unknown_keys.size());
    document->text = boost::json::serialize(content);
    return document;
}

int32_t run(const bplan_context* context, const char* json, int64_t length, request wanted,
            bplan_document** document, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(document), [&] {
        const auto text = capi::text_argument(json, length, "json");
        *document = answer(capi::required(context, "context"), text, wanted).release();
    });
}

} // namespace

int32_t bplan_record_check(const bplan_context* context, const char* json, int64_t length,
                           bplan_document** document, bplan_error* err) noexcept {
    return run(context, json, length, {true, true}, document, err);
}

int32_t bplan_record_validate(const bplan_context* context, const char* json, int64_t length,
                              bplan_document** document, bplan_error* err) noexcept {
    return run(context, json, length, {true, false}, document, err);
}

int32_t bplan_record_score(const bplan_context* context, const char* json, int64_t length,
                           bplan_document** document, bplan_error* err) noexcept {
    return run(context, json, length, {false, true}, document, err);
}

#include <brukerplan/write/operation_outcome.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <boost/json.hpp>

#include <brukerplan/instrument/message_catalogue.hpp>
#include <brukerplan/validation/validator.hpp>
#include <brukerplan/write/code_system.hpp>

#include "embedded_texts.hpp"

namespace brukerplan {

namespace {

namespace json = boost::json;

/// By the number of the severity; FHIR writes `information` in full.
constexpr std::array<std::string_view, severity_tokens.size()> issue_severities{
    "information", "information", "warning", "error", "fatal"};

/// By the number of the kind of rule.
constexpr std::array<std::string_view, rule_kind_names.size()> issue_types{
    "structure",     // row
    "value",         // readable
    "code-invalid",  // in_list
    "invariant",     // alone
    "required",      // required
    "required",      // required_any
    "required",      // required_when
    "value",         // range
    "value",         // national_number
    "invariant",     // agrees_with_number
    "business-rule", // identity_in_text
    "invariant",     // date_in_year
    "business-rule", // date_in_period
    "business-rule", // not_after_reference
    "code-invalid",  // municipality_valid
    "code-invalid",  // district_of
    "required",      // district_expected
    "business-rule", // assessed
    "invariant",     // sum_at_most
    "business-rule", // conflict
    "invariant",     // implies
    "business-rule", // not_asked
    "invariant",     // product_at_most
    "business-rule", // person
};
static_assert(!issue_types.back().empty());

} // namespace

std::string_view issue_type_of(rule_kind kind) noexcept {
    return issue_types[static_cast<std::size_t>(kind)];
}

operation_outcome_writer::operation_outcome_writer(const pack& instrument,
                                                   std::string_view language,
                                                   std::function<void(std::string_view)> sink)
    : pack_(&instrument), language_(language), system_(rule_code_system_url(instrument)),
      sink_(std::move(sink)) {
    sink_(R"({"resourceType":"OperationOutcome","language":)" +
          json::serialize(json::value(language_)) + ",\"issue\":[\n");
}

void operation_outcome_writer::write_issue(std::string_view text) {
    sink_((issues_ == 0 ? "" : ",\n") + std::string{text});
    ++issues_;
}

void operation_outcome_writer::add(const finding& f) {
    const auto& r = pack_->rules[f.rule];
    const auto row = "row[" + std::to_string(f.record) + "]";
    json::array expression;
    expression.emplace_back(f.field == finding::no_field ? row
                                                         : row + "." + pack_->fields[f.field].name);
    for (const auto field : related_fields(f, *pack_)) {
        expression.emplace_back(row + "." + pack_->fields[field].name);
    }
    json::object coding;
    coding["system"] = system_;
    coding["code"] = r.code;
    coding["display"] = r.title.in(language_);
    json::object details;
    details["coding"].emplace_array().push_back(std::move(coding));
    details["text"] = message_of(f, *pack_, language_);
    json::object issue;
    issue["severity"] = issue_severities[static_cast<std::size_t>(f.severity)];
    issue["code"] = issue_type_of(r.kind);
    issue["details"] = std::move(details);
    issue["diagnostics"] = action_of(f, *pack_, language_);
    issue["expression"] = std::move(expression);
    write_issue(json::serialize(issue));
}

void operation_outcome_writer::finish() {
    if (issues_ == 0) {
        const auto text = message_catalogue{embedded::finding_texts}.format("all_good", language_);
        const json::object issue{
            {"severity", "information"}, {"code", "informational"}, {"details", {{"text", text}}}};
        write_issue(json::serialize(issue));
    }
    sink_("\n]}\n");
}

} // namespace brukerplan

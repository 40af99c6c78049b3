// Findings as a FHIR R4 OperationOutcome (http://hl7.org/fhir/R4/operationoutcome.html).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/finding.hpp>

namespace brukerplan {

/// The IssueType (http://hl7.org/fhir/R4/valueset-issue-type.html) of a kind of rule.
[[nodiscard]] std::string_view issue_type_of(rule_kind kind) noexcept;

/// Writes one resource as JSON, an issue for each finding, and keeps none of them.
///
/// `details.coding` is the rule, `details.text` the message, `diagnostics` the action. `expression`
/// is where it is: `row[12].housing`, with rows counted from 0, then the related fields.
class operation_outcome_writer {
public:
    /// Borrows the pack. Words are in `language`, falling back to `nb`.
    operation_outcome_writer(const pack& instrument, std::string_view language,
                             std::function<void(std::string_view)> sink);

    void add(const finding& f);
    /// Ends the resource; must be called once. A resource must have an issue: without findings it
    /// says that there are none.
    void finish();

private:
    const pack* pack_;
    std::string language_;
    std::string system_;
    std::function<void(std::string_view)> sink_;
    std::uint64_t issues_ = 0;

    void write_issue(std::string_view text);
};

} // namespace brukerplan

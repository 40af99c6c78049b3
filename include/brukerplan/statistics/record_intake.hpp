// From batches of registrations to the records that can be counted.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include <brukerplan/model/column_table.hpp>
#include <brukerplan/model/date.hpp>
#include <brukerplan/register/persons.hpp>
#include <brukerplan/statistics/tabulation.hpp>
#include <brukerplan/validation/finding_log.hpp>
#include <brukerplan/validation/validator.hpp>

namespace brukerplan {

/// A record without an error: by what it is merged, what is counted of it, and where and when it
/// was mapped. The text is borrowed from the batch.
struct usable_record {
    registration_key key;
    recipient person;
    std::string_view municipality; ///< four digits; empty when the cell holds anything else
    std::optional<int> mapping_year;
    std::optional<date> mapped_on;
};

/// How many rows became what. rows = unreadable + with_errors + registrations.
struct intake_counts {
    std::uint64_t rows = 0;
    std::uint64_t unreadable = 0;    ///< rows that could not be read as a record
    std::uint64_t with_errors = 0;   ///< records left out because of an error
    std::uint64_t registrations = 0; ///< usable records
};

/// Validates batches. Batches of one input follow each other; inputs follow each other as the
/// caller gives them.
class record_intake {
public:
    /// The validator and the log must outlive this object.
    record_intake(const validator& rules, finding_log& findings)
        : rules_(&rules), findings_(&findings) {}

    /// Calls back once for each usable record.
    void add(const column_table& batch, const std::function<void(const usable_record&)>& use);

    [[nodiscard]] const intake_counts& counts() const noexcept { return counts_; }
    [[nodiscard]] const pack& instrument() const noexcept { return rules_->instrument(); }

private:
    const validator* rules_;
    finding_log* findings_;
    intake_counts counts_;
};

} // namespace brukerplan

// The main job in one value: registrations in, the counted round out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/model/date.hpp>
#include <brukerplan/register/persons.hpp>
#include <brukerplan/register/wiping_allocator.hpp>
#include <brukerplan/statistics/record_intake.hpp>
#include <brukerplan/statistics/tabulation.hpp>
#include <brukerplan/validation/finding_log.hpp>
#include <brukerplan/validation/validator.hpp>

namespace brukerplan {

/// Where and when the registrations counted come from.
struct round_scope {
    std::set<std::string> municipalities; ///< codes
    std::set<int> mapping_years;
    std::optional<date> first_mapped_on;
    std::optional<date> last_mapped_on;
};

/// Counts of one round. Persons are fewer than registrations by those whom several units
/// registered.
struct round_counts : intake_counts {
    std::uint64_t persons = 0;
    std::uint64_t unlinked = 0; ///< persons without a valid number to be merged by
};

/// Validates batches, keeps of each usable record what merging and counting need, and merges at the
/// end. The national numbers it holds are wiped by `finish`, and at the latest at its own end; it
/// is move-only.
class round_builder {
public:
    /// The validator and the log must outlive this object.
    round_builder(const validator& rules, finding_log& findings);
    round_builder(round_builder&&) noexcept = default;
    round_builder& operator=(round_builder&&) noexcept = default;
    round_builder(const round_builder&) = delete;
    round_builder& operator=(const round_builder&) = delete;
    ~round_builder() = default;

    /// Batches of one input follow each other; inputs follow each other as the caller gives them.
    void add(const column_table& batch);

    /// Of what has been added so far.
    [[nodiscard]] const round_scope& scope() const noexcept { return scope_; }

    struct result {
        round_scope scope;
        round_counts counts;
        tabulation persons;
    };

    /// Merges and counts. To be called once, at the end.
    [[nodiscard]] result finish();

private:
    record_intake intake_;
    round_scope scope_;
    std::vector<registration_key, wiping_allocator<registration_key>> keys_;
    std::vector<recipient> recipients_;
};

} // namespace brukerplan

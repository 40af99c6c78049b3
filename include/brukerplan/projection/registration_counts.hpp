// From registrations to what a projection rests on.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <brukerplan/instrument/scheme.hpp>
#include <brukerplan/model/category.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/projection/mapping_counts.hpp>
#include <brukerplan/register/persons.hpp>
#include <brukerplan/register/wiping_allocator.hpp>
#include <brukerplan/statistics/record_intake.hpp>

namespace brukerplan {

/// The profile of a recipient: `red:substance_only`.
[[nodiscard]] std::string profile_of(index_class index, category of);

/// The scheme by which profiles have their class.
inline constexpr std::string_view profile_scheme = "sum16/1";

/// What became of the registrations.
struct registration_count_totals {
    intake_counts rows;
    std::uint64_t unplaced = 0; ///< usable, but without a municipality's code or a mapping year
    std::uint64_t persons = 0;  ///< in all rounds together
    std::uint64_t unlinked = 0; ///< persons without a valid number to be merged by
    /// Persons whose services received, or needed, are not answered or unknown. They are counted as
    /// having, or needing, none.
    std::uint64_t received_unanswered = 0;
    std::uint64_t needed_unanswered = 0;
};

/// Counts the usable registrations of any number of municipalities and rounds. Those of one
/// municipality and mapping year are merged to persons as `round_builder` does; a person whom two
/// municipalities have mapped is counted in both. All registrations of a municipality's round must
/// be given to one counter: counts of a part can be merged with those of other municipalities and
/// rounds, but not with those of another part of the same, in which the same person may stand.
///
/// Services are those of the pack's catalogue that can be both received and needed; profiles are
/// left out when the pack has no `profile_scheme`. Without a mapping year the year of the mapping
/// date is taken. The national numbers it holds are wiped by `finish`, and at the latest at its
/// own end; it is move-only.
class registration_counter {
public:
    /// The validator and the log must outlive this object.
    registration_counter(const validator& rules, finding_log& findings);
    registration_counter(registration_counter&&) noexcept = default;
    registration_counter& operator=(registration_counter&&) noexcept = default;
    registration_counter(const registration_counter&) = delete;
    registration_counter& operator=(const registration_counter&) = delete;
    ~registration_counter() = default;

    /// Batches of one input follow each other; inputs follow each other as the caller gives them.
    void add(const column_table& batch);

    struct result {
        mapping_counts counts;
        registration_count_totals totals;
    };

    /// Merges and counts. To be called once, at the end.
    [[nodiscard]] result finish();

private:
    struct collected_round {
        std::vector<registration_key, wiping_allocator<registration_key>> keys;
        std::vector<recipient> persons; ///< one a key
        std::optional<mapping_dates> mapped;
    };

    record_intake intake_;
    std::map<municipality_round, collected_round> rounds_;
    std::uint64_t unplaced_ = 0;
};

} // namespace brukerplan

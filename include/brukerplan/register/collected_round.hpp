// The first stage: registrations of one mapping of one municipality, under pseudonyms.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <brukerplan/model/column_table.hpp>
#include <brukerplan/model/mapping_round.hpp>
#include <brukerplan/model/role.hpp>
#include <brukerplan/register/step.hpp>
#include <brukerplan/validation/finding_log.hpp>
#include <brukerplan/validation/validator.hpp>

namespace brukerplan {

namespace detail {
struct collected_rows;
struct stage_access;
} // namespace detail

/// What a pack must have for its registrations to be merged to persons.
inline constexpr std::array roles_to_merge_by{role::place_municipality, role::round_mapping_year,
                                              role::round_mapped_on,
                                              role::identity_national_number};

/// What became of the rows that were added. rows = unreadable + with_errors + objected + withdrawn
/// + out_of_age + registrations; `withdrawn` is known once the round is merged.
struct collection_counts {
    std::uint64_t rows = 0;
    std::uint64_t unreadable = 0;
    std::uint64_t with_errors = 0;
    std::uint64_t objected = 0; ///< rows that say that the person objects; not kept
    std::uint64_t objections_without_number = 0; ///< of these, those without a valid number
    std::uint64_t withdrawn = 0;                 ///< rows of other units about persons who object
    std::uint64_t out_of_age = 0;    ///< under 16 or of unknown age, although no rule said so
    std::uint64_t registrations = 0; ///< until the round is merged with those that are withdrawn
    /// Of these, those that do not say whether the person objects.
    std::uint64_t objection_unanswered = 0;
};

/// A row is of another municipality or mapping year than those before it. The message has the row,
/// counted from 1, and not its cells.
class row_of_another_round : public std::invalid_argument {
public:
    row_of_another_round(const std::string& message, std::uint64_t record)
        : std::invalid_argument(message), record_(record) {}
    /// As findings number it.
    [[nodiscard]] std::uint64_t record() const noexcept { return record_; }

private:
    std::uint64_t record_;
};

/// Keeps of each usable row a pseudonym and the cells that a merged record needs: no national
/// number, and a birth date only until the round is merged. Everything lies in memory that is wiped
/// when it is given back. Move-only; what has been moved from, or has gone on to the next stage,
/// may be destroyed and assigned to, and given to a step, which refuses it.
class collected_round {
public:
    /// `mapping_id` names the mapping among the municipality's own, 1 to 100 bytes of plain text;
    /// it goes into the receipt and may not hold what may be somebody's number. The validator and
    /// the log must outlive this object's filling. Throws `std::invalid_argument` when the pack
    /// lacks a role that merging needs (municipality, mapping year, mapping date, national number),
    /// or for an unusable stamp or mapping id.
    collected_round(const validator& rules, std::string mapping_id, step_stamp stamp,
                    finding_log& findings);
    collected_round(collected_round&&) noexcept;
    collected_round& operator=(collected_round&&) noexcept;
    collected_round(const collected_round&) = delete;
    collected_round& operator=(const collected_round&) = delete;
    ~collected_round();

    /// Validates the rows of a batch and takes the usable ones. Batches follow each other. Throws
    /// `row_of_another_round` when a usable row is of another municipality or mapping year than
    /// those before it; an objection counts wherever it is from. The round is then as it was
    /// before the batch; what was found in it stays in the log.
    void add(const column_table& batch);

    [[nodiscard]] const collection_counts& counts() const noexcept;
    /// Municipality and year of the usable rows, and the first and last mapping date of
    /// registrations; empty before there is one.
    [[nodiscard]] const mapping_round& scope() const noexcept;

private:
    friend struct detail::stage_access;
    std::unique_ptr<detail::collected_rows> rows_;
};

} // namespace brukerplan

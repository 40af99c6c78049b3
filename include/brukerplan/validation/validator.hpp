// Validation of registrations against the rules of a pack. A bad record is data: it gives findings
// and never makes a call fail.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/model/finding.hpp>
#include <brukerplan/validation/finding_log.hpp>
#include <brukerplan/validation/options.hpp>

namespace brukerplan {

/// Immutable once made; may be shared between threads. Copies share what was worked out.
class validator {
public:
    /// Throws std::invalid_argument when the tuning is not one for the pack (`tuning_fault`).
    explicit validator(std::shared_ptr<const pack> instrument, validation_options options = {});

    /// Validates each row of a batch of the pack's shape. Findings go to the log in the order of
    /// rows, then of rules. Returns the worst severity of each row; a record is usable when
    /// `!is_error(worst)`. Goes through columns, not rows; a batch gives the same findings however
    /// it is split, and each row the same as by itself.
    std::vector<severity> validate(const column_table& batch, finding_log& log) const;

    [[nodiscard]] const pack& instrument() const noexcept;
    [[nodiscard]] const validation_options& options() const noexcept;

private:
    struct state;
    std::shared_ptr<const state> state_;
};

/// Indices of the fields that a finding is also about, besides its own.
[[nodiscard]] std::vector<std::size_t> related_fields(const finding& f, const pack& instrument);

/// A free reference (`row_ref`, `unit`) as it may be shown: the record's index instead where it
/// may hold somebody's number, or holds the record's own one, right or wrong.
[[nodiscard]] std::string shown_reference(std::string_view reference, std::uint64_t record,
                                          std::string_view own_number = {});

/// What is wrong, in one line, in a language of the pack (falling back to `nb`).
[[nodiscard]] std::string message_of(const finding& f, const pack& instrument,
                                     std::string_view language);

/// What to do about it, in one line.
[[nodiscard]] std::string action_of(const finding& f, const pack& instrument,
                                    std::string_view language);

} // namespace brukerplan

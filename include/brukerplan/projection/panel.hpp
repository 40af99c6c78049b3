// The histories that models are fitted to: for each municipality its rounds by time, with what was
// counted and what a mapped person stands for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <brukerplan/projection/coverage.hpp>
#include <brukerplan/projection/mapping_counts.hpp>
#include <brukerplan/statistics/need_cells.hpp>

namespace brukerplan {

/// Whether a service was there to be received in a round.
enum class service_presence : std::uint8_t {
    not_asked, ///< nothing is known, and the cells are empty
    /// Asked, but nobody in the country received it, though in other periods the same
    /// municipalities had ten recipients or more.
    absent,
    present,
};

/// One service in one round.
struct panel_cells {
    need_cells cells;
    service_presence presence = service_presence::not_asked;
};

struct panel_round {
    int number = 0;   ///< the round's own
    double years = 0; ///< when it was, in years on any scale: differences count
    int period = 0;   ///< the same for all municipalities: the round's number
    std::uint32_t recipients = 0;
    coverage_estimate coverage;
    std::vector<panel_cells> services;   ///< by place in `panel::services`
    std::vector<std::uint32_t> profiles; ///< by place in `panel::profiles`; all 0: not known

    /// What one mapped person stands for (`persons_per_mapped`).
    [[nodiscard]] double weight() const noexcept;
};

struct panel {
    std::vector<std::string> municipalities;         ///< in order
    std::vector<std::string> services;               ///< in order
    std::vector<std::string> profiles;               ///< in order
    std::vector<std::vector<panel_round>> histories; ///< by municipality; the oldest round first

    [[nodiscard]] std::size_t rounds_of(std::size_t municipality) const noexcept {
        return histories[municipality].size();
    }
};

/// Of a round, mapped or not: distributions of more persons are not known to be exact, and no
/// municipality has so many. Callers refuse them. Ours.
inline constexpr double most_recipients = 100'000;

/// Time is the last day of the mapping, or without dates the middle of the year that is the round's
/// number; of a municipality with a round without a day whose number is no year, numbers count for
/// all its rounds. Rounds of nobody or with a coverage of 0 are left out.
[[nodiscard]] panel make_panel(const mapping_counts& counts, const coverage_table& coverage);

/// A pair of rounds of a municipality, by their places in its history.
struct round_pair {
    std::size_t municipality = 0;
    std::size_t from = 0;
    std::size_t to = 0;
};

/// Pairs so many years apart, by municipality and time. Those across a break in level are left out.
[[nodiscard]] std::vector<round_pair> pairs_of(const panel& all, int years);

/// The lag to learn from: the horizon if there are 40 pairs of it or more, else the nearest longer
/// one with so many, else the longest shorter one; where none has so many, the one with most pairs,
/// of several the nearest to the horizon. At most ten years. The horizon when there is none at all.
/// `horizon`: 1 to 10 years
[[nodiscard]] int learning_lag(const panel& all, int horizon);

/// Whole years between two rounds.
[[nodiscard]] int lag(const panel_round& from, const panel_round& to) noexcept;

/// Whether the number of recipients has changed by more than chance, coverage and a third
/// more explain: territory or practice is then another, and counts cannot be compared.
[[nodiscard]] bool level_break(const panel_round& from, const panel_round& to) noexcept;

/// The rounds before a period: what was known then.
[[nodiscard]] panel before_period(const panel& all, int period);

} // namespace brukerplan

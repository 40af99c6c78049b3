// What the stages tell of themselves.
#include "stages.hpp"

#include <array>

namespace brukerplan::capi {

namespace {

template <class Counts>
struct counted_as {
    std::int32_t total;
    std::uint64_t Counts::*number;
};

constexpr std::array collected_totals{
    counted_as<collection_counts>{BPLAN_PREPARED_ROWS, &collection_counts::rows},
    counted_as<collection_counts>{BPLAN_PREPARED_UNREADABLE, &collection_counts::unreadable},
    counted_as<collection_counts>{BPLAN_PREPARED_WITH_ERRORS, &collection_counts::with_errors},
    counted_as<collection_counts>{BPLAN_PREPARED_OBJECTED, &collection_counts::objected},
    counted_as<collection_counts>{BPLAN_PREPARED_OBJECTIONS_WITHOUT_NUMBER,
                                  &collection_counts::objections_without_number},
    counted_as<collection_counts>{BPLAN_PREPARED_OUT_OF_AGE, &collection_counts::out_of_age},
    counted_as<collection_counts>{BPLAN_PREPARED_REGISTRATIONS, &collection_counts::registrations},
    counted_as<collection_counts>{BPLAN_PREPARED_OBJECTION_UNANSWERED,
                                  &collection_counts::objection_unanswered},
};
/// Who has withdrawn is known when other units' rows have met theirs.
constexpr std::array withdrawn_total{
    counted_as<collection_counts>{BPLAN_PREPARED_WITHDRAWN, &collection_counts::withdrawn},
};
constexpr std::array merged_totals{
    counted_as<merge_counts>{BPLAN_PREPARED_PERSONS, &merge_counts::persons},
    counted_as<merge_counts>{BPLAN_PREPARED_UNLINKED, &merge_counts::unlinked},
    counted_as<merge_counts>{BPLAN_PREPARED_MERGED, &merge_counts::merged},
    counted_as<merge_counts>{BPLAN_PREPARED_SUSPECTED_PAIRS, &merge_counts::suspected_pairs},
    counted_as<merge_counts>{BPLAN_PREPARED_SUSPECTED_OBJECTIONS,
                             &merge_counts::suspected_objections},
};
constexpr std::array transferred_totals{
    counted_as<transfer_counts>{BPLAN_PREPARED_TRANSFERABLE, &transfer_counts::transferable},
    counted_as<transfer_counts>{BPLAN_PREPARED_NOT_INFORMED, &transfer_counts::not_informed},
};

template <class Counts, class Totals>
std::optional<std::int64_t> found_in(const Totals& totals, const Counts* counts,
                                     std::int32_t total) {
    for (const auto& known : totals) {
        if (known.total == total) {
            if (counts == nullptr) {
                throw refusal{BPLAN_ERROR_NOT_THERE, "a later stage knows this total"};
            }
            return static_cast<std::int64_t>(counts->*known.number);
        }
    }
    return std::nullopt;
}

} // namespace

std::int64_t total_of(std::int32_t total, const collection_counts& collected,
                      const merge_counts* merged, const transfer_counts* transferred) {
    for (const auto found :
         {found_in(collected_totals, &collected, total),
          found_in(withdrawn_total, merged == nullptr ? nullptr : &collected, total),
          found_in(merged_totals, merged, total),
          found_in(transferred_totals, transferred, total)}) {
        if (found) {
            return *found;
        }
    }
    throw refusal{BPLAN_ERROR_INVALID_ARGUMENT, "there is no such total"};
}

} // namespace brukerplan::capi

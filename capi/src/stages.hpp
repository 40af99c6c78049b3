// What the stages between registrations and the register hold (docs/register.md), and what their
// functions share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/brukerplan_experimental.h>
#include <brukerplan/register/collected_round.hpp>
#include <brukerplan/register/merged_round.hpp>
#include <brukerplan/register/transferable_round.hpp>
#include <brukerplan/register/transferred_round.hpp>

#include "arguments.hpp"
#include "validation.hpp"

/// Borrows its context. The round is gone when it has been merged, or has failed.
struct bplan_collected {
    bplan_collected(const bplan_context& by, std::string mapping_id, brukerplan::step_stamp stamp,
                    std::size_t most_details)
        : context(&by), found(brukerplan::capi::make_validation(by, most_details)),
          round(std::in_place, by.validator, std::move(mapping_id), std::move(stamp), found->log) {}

    const bplan_context* context;
    std::unique_ptr<bplan_validation>
        found; ///< where it is does not change: the round writes to it
    std::optional<brukerplan::collected_round> round;
    bool busy = false; ///< a call is under way, which may have called the caller's function
};

struct bplan_merged {
    std::unique_ptr<bplan_validation> found;
    std::optional<brukerplan::merged_round> round;
};

struct bplan_transferable {
    std::shared_ptr<const brukerplan::pack> pack;
    std::optional<brukerplan::transferable_round> round;
};

struct bplan_transferred {
    std::shared_ptr<const brukerplan::pack> pack;
    brukerplan::transferred_round round;
};

namespace brukerplan::capi {

/// The round of a stage, unless a step has taken it. One that is in use is not touched.
template <class Stage>
[[nodiscard]] auto& open_round(Stage* stage, const char* name) {
    auto& there = required(stage, name);
    if constexpr (requires { there.busy; }) {
        if (there.busy) {
            throw refusal{BPLAN_ERROR_INVALID_ARGUMENT, "another call is using the stage"};
        }
    }
    if (!there.round) {
        throw refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                      "the stage is empty: a step has taken it, or it has failed"};
    }
    return *there.round;
}

/// What rounds refuse is the caller's to put right, and holds no cell of a record.
template <class Step>
decltype(auto) refusing(Step step) {
    try {
        return step();
    } catch (const std::invalid_argument& reason) {
        throw refusal{BPLAN_ERROR_INVALID_ARGUMENT, reason.what()};
    }
}

[[nodiscard]] inline step_stamp stamp_argument(const char* by, std::int64_t length,
                                               std::int32_t year, std::int32_t month,
                                               std::int32_t day) {
    return {std::string{text_argument(by, length, "by")}, day_argument(year, month, day)};
}

/// One of BPLAN_PREPARED_*. What is null is for a later stage to tell.
[[nodiscard]] std::int64_t total_of(std::int32_t total, const collection_counts& collected,
                                    const merge_counts* merged, const transfer_counts* transferred);

} // namespace brukerplan::capi

// What a bplan_validation holds.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <brukerplan/brukerplan.h>
#include <brukerplan/instrument/pack.hpp>

#include "context.hpp"
#include "write/validation_state.hpp"

struct bplan_validation : brukerplan::detail::validation_state {
    std::shared_ptr<const brukerplan::pack> pack;
    std::string profile;     ///< id of the profile that changed rules; else empty
    std::string fingerprint; ///< of the context
    std::string language;
    std::vector<brukerplan::unit_counts> units; ///< of the log, when it is complete

    [[nodiscard]] brukerplan::detail::validation_setting setting() const noexcept {
        return {*pack, profile, fingerprint};
    }
};

namespace brukerplan::capi {

/// An empty validation by a context.
[[nodiscard]] inline std::unique_ptr<bplan_validation> make_validation(const bplan_context& by,
                                                                       std::size_t most_details) {
    auto made = std::make_unique<bplan_validation>();
    made->pack = by.shared_pack;
    made->profile = by.validator.options().tuning.id;
    made->fingerprint = by.fingerprint;
    made->language = by.language;
    made->log = finding_log{most_details};
    return made;
}

[[nodiscard]] std::unique_ptr<bplan_validation> copy_of(const bplan_validation& validation);

/// To be handed out: nothing more is added to it.
[[nodiscard]] inline bplan_validation* finished(std::unique_ptr<bplan_validation> validation) {
    validation->units = validation->log.counts().units();
    return validation.release();
}

} // namespace brukerplan::capi

// What a bplan_validation holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <brukerplan/brukerplan.h>
#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/validation/finding_log.hpp>

struct bplan_validation {
    std::shared_ptr<const brukerplan::pack> pack;
    std::string language;
    brukerplan::finding_log log;
    std::vector<brukerplan::unit_counts> units; ///< of the log, when it is complete
    std::vector<std::size_t> unknown_columns;   ///< positions from 0
    bool rows_kept = false;
    std::vector<std::int8_t> worst; ///< by row, where they are kept
};

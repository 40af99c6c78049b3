// What a bplan_mapping_counts holds, and texts that it is made from.
#pragma once

#include <string>
#include <utility>

#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/brukerplan_experimental.h>
#include <brukerplan/projection/count_files.hpp>
#include <brukerplan/projection/registration_counts.hpp>

#include "guard.hpp"

struct bplan_mapping_counts {
    brukerplan::mapping_counts counts;
    brukerplan::registration_count_totals totals;
};

namespace brukerplan::capi {

/// Refuses with the first of what is wrong.
[[noreturn]] void refuse(const count_file_error& error);

template <class T>
[[nodiscard]] T usable(count_file_result<T> read) {
    if (!read) {
        refuse(read.error());
    }
    return *std::move(read);
}

} // namespace brukerplan::capi

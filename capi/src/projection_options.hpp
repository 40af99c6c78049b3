// What a bplan_projection_options holds.
#pragma once

#include <brukerplan/projection/count_files.hpp>
#include <brukerplan/projection/projection.hpp>
#include <brukerplan/projection/united_counts.hpp>

struct bplan_projection_options {
    brukerplan::projection_options how;
    brukerplan::coverage_table coverage;
    brukerplan::population_table population;
};

namespace brukerplan::capi {

/// Counts as those of the municipalities of today, with what is known of their coverage. Refused
/// when a round stands for more persons than distributions are worked out for.
[[nodiscard]] united_counts united_for(const mapping_counts& counts,
                                       const bplan_projection_options& options);

} // namespace brukerplan::capi

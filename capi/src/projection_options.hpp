// What a bplan_projection_options holds.
#pragma once

#include <brukerplan/projection/count_files.hpp>
#include <brukerplan/projection/projection.hpp>

struct bplan_projection_options {
    brukerplan::projection_options how;
    brukerplan::coverage_table coverage;
    brukerplan::population_table population;
};

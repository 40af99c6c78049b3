// Development over time: what is comparable between rounds, whether it changed, and where it is
// heading.
#pragma once

#include <brukerplan/statistics/chained_index.hpp>
#include <brukerplan/statistics/change.hpp>
#include <brukerplan/statistics/many_comparisons.hpp>
#include <brukerplan/statistics/slope.hpp>

// What a validation takes from the caller besides the records.
#pragma once

#include <optional>

#include <brukerplan/model/date.hpp>
#include <brukerplan/validation/tuning.hpp>

namespace brukerplan {

struct validation_options {
    /// The test policy: people carry synthetic numbers and live in fictional municipalities. Real
    /// numbers are then refused, and every output says that the data are test data.
    bool test_numbers = false;
    /// "Today" for dates in the future; nothing is checked without it.
    std::optional<date> reference_date;
    /// First and last day of the round, both included; each is checked where it is given.
    std::optional<date> period_first;
    std::optional<date> period_last;
    /// Changes to the rules of the pack; by their indices, so it goes with that pack alone.
    brukerplan::tuning tuning;
};

} // namespace brukerplan

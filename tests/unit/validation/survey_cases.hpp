// The cases of the rules of the municipality survey.
#pragma once

#include <vector>

#include "rule_cases.hpp"

namespace brukerplan::validation_test {

std::vector<rule_case> survey_reading_cases(); ///< rows, cells, places and free text
std::vector<rule_case> survey_answer_cases();  ///< BP-SVY

} // namespace brukerplan::validation_test

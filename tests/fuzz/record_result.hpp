// The result of one record: what must hold of it, whatever the record and the pack hold.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

#include "interface.hpp"

namespace fuzz {

/// Codes of a pack's rules in the order in which findings come.
using rule_order = std::vector<std::string>;

[[nodiscard]] rule_order order_of_rules(const boost::json::value& pack);

/// Checks the result of bplan_record_check() for one record, and every getter against the JSON.
/// Empty where the pack has no scheme.
boost::json::object result_of(const bplan_context* context, const rule_order& rules,
                              std::string_view record);

/// The same by each of the three functions. Returns the result of bplan_record_check(), or of
/// bplan_record_validate() where the pack has no scheme.
boost::json::object checked_result(const bplan_context* context, const rule_order& rules,
                                   std::string_view record);

/// A result without what the caller gave to find the record by.
[[nodiscard]] boost::json::object without_references(boost::json::object result);

} // namespace fuzz

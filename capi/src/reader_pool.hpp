// Readers of records for a context that several threads use. A reader is for one call at a time,
// and making one takes longer than reading a record: it holds the words of all code lists.
#pragma once

#include <memory>

#include <brukerplan/read/json_record.hpp>

#include "support/pool.hpp"

namespace brukerplan::capi {

using reader_pool = support::pool<json_record_reader, std::shared_ptr<const pack>>;

} // namespace brukerplan::capi

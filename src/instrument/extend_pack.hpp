// A pack that is written as a change of another one. docs/pack-format.md says what may be changed.
#pragma once

#include <string>
#include <string_view>

#include <boost/json.hpp>

#include "instrument/json_reader.hpp"

namespace brukerplan::detail {

/// The whole document that a base and a change make, and where its parts come from.
class extended_pack {
public:
    /// Throws `json_fault`, with a path in the change, where the two do not fit together.
    extended_pack(boost::json::value base, boost::json::value change);

    [[nodiscard]] const boost::json::value& document() const noexcept { return document_; }

    /// A fault in the whole document as one in the change. Where the faulty part is the base's own,
    /// the path is that of the change that it may come from, and the message says where it is.
    [[nodiscard]] json_fault in_change(const json_fault& fault) const;

private:
    void leave_out();

    boost::json::value change_;
    boost::json::value document_;
    std::string base_id_;
};

} // namespace brukerplan::detail

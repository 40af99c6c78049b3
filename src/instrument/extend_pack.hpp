// A pack that is written as a change of another one. docs/pack-format.md says what may be changed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

namespace brukerplan::detail {

/// The whole document that a base and a change make, and where its parts come from.
class extended_pack {
public:
    /// Throws `json_fault`, with a path in the change, where the two do not fit together.
    extended_pack(const boost::json::object& base, const boost::json::object& change);

    [[nodiscard]] const boost::json::value& document() const noexcept { return document_; }

    /// A path in the whole document as a path in the change, where that is where it comes from;
    /// else the id of the base in front of the path.
    [[nodiscard]] std::string path_in_change(std::string_view path) const;

private:
    struct merged_list {
        std::string name;
        std::vector<std::optional<std::size_t>> in_change; ///< by position in the document
    };

    void merge_list(std::string_view list, std::string_view key, const boost::json::object& change);
    void leave_out(const boost::json::object& change);

    boost::json::value document_;
    std::string base_id_;
    std::vector<std::string> changed_members_;
    std::vector<merged_list> lists_;
};

} // namespace brukerplan::detail

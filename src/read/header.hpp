// Column names to fields of the pack.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/expected.hpp>
#include <brukerplan/read/csv.hpp>

#include "instrument/column_name.hpp"

namespace brukerplan::detail {

/// Finds fields by their column names, English or Norwegian.
class field_names {
public:
    struct match {
        std::size_t field;
        bool by_name;  ///< it is the English name
        bool by_alias; ///< it is the Norwegian name
    };

    explicit field_names(const pack& instrument);
    [[nodiscard]] std::optional<match> find(std::string_view column_name) const;

private:
    std::unordered_map<std::string, match> known_;
};

/// Which column of the file holds which field.
struct header {
    static constexpr std::size_t no_field = static_cast<std::size_t>(-1);

    std::vector<std::size_t> field_of_column; ///< or `no_field`
    std::size_t known = 0;
    header_language language = header_language::english;
    std::vector<std::size_t> unknown_columns; ///< positions from 1
};

/// Whether a column name holds a character that no name in Norwegian or English has and that a
/// letter becomes when it is read in the wrong character set.
[[nodiscard]] bool looks_garbled(std::string_view name) noexcept;

[[nodiscard]] header match_header(const std::vector<std::string_view>& cells,
                                  const field_names& names);

/// Whether the columns that are needed are there, each once. Of every group one is needed.
[[nodiscard]] std::optional<read_error>
check_columns(const header& h, const pack& instrument, const std::vector<bool>& needed,
              const std::vector<std::vector<std::size_t>>& needed_any);

/// Whether the file has the columns that it must have, each once.
[[nodiscard]] std::optional<read_error> check_header(const header& h, const pack& instrument);

} // namespace brukerplan::detail

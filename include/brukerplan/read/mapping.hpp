// How the columns and codes of somebody's own export are those of a pack: named, versioned data, so
// that nobody has to rewrite a file before it can be read. docs/mapping.md describes the JSON form.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/expected.hpp>

namespace brukerplan {

/// Fields are indices of the pack that the mapping was loaded for.
struct mapping {
    struct column {
        std::string name; ///< in the export, compared as column names are
        std::size_t field;
    };
    struct word {
        std::size_t field;
        std::string written; ///< in the export, compared as tokens are
        std::string token;   ///< of the field's list; empty when the word means an empty cell
    };
    struct constant {
        std::size_t field;
        std::string cell; ///< in every row of an input that does not have the column
    };

    std::string id; ///< name and version: goes with every result
    std::vector<column> columns;
    std::vector<word> words;
    std::vector<constant> constants;
};

/// Why a mapping could not be loaded, and where: `path` is a JSON pointer.
struct mapping_error {
    std::string path;
    std::string message; ///< one line, English
};

/// Reads a mapping from JSON text, UTF-8, for a pack: the one that it names, or one that extends it.
[[nodiscard]] expected<mapping, mapping_error> load_mapping(std::string_view json,
                                                            const pack& instrument);

} // namespace brukerplan

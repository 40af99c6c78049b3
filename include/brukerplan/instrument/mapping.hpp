// Mapping files: how the columns and codes of somebody's own export are those of a pack. Named,
// versioned data, so that nobody has to rewrite a file before it can be read. docs/mapping.md
// describes the JSON form.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/expected.hpp>

namespace brukerplan {

/// Why a mapping could not be used, and where: `path` is a JSON pointer.
struct mapping_error {
    std::string path;
    std::string message; ///< one line, English
};

/// The pack with a mapping, JSON text in UTF-8, put into its fields: every reader that is made with
/// it understands the export. The mapping must be for this pack, or for one that it extends.
[[nodiscard]] expected<std::shared_ptr<const pack>, mapping_error>
apply_mapping(std::string_view json, const pack& to);

} // namespace brukerplan

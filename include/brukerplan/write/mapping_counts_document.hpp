// What a projection rests on as a state that can be sent: a municipality counts its own
// registrations, and nothing about a person leaves it.
#pragma once

#include <string>
#include <string_view>

#include <brukerplan/model/expected.hpp>
#include <brukerplan/projection/mapping_counts.hpp>

namespace brukerplan {

/// One JSON document in one line, UTF-8, of the format `brukerplan/mapping-counts`, version 1. The
/// same counts are the same bytes.
///
/// `rounds` is a list in the order of municipality and round, of objects with `municipality`,
/// `round`, `recipients`, `mapped` (first and last day, or null), `services` (lists of service,
/// received and needed, received only, needed only, neither) and `profiles` (lists of profile and
/// recipients), each in the order of their names.
[[nodiscard]] std::string mapping_counts_document(const mapping_counts& counts);

/// Why a document cannot be read: `path` is a JSON pointer such as `/rounds/3/services/0`.
struct mapping_counts_error {
    std::string path;
    std::string message; ///< one line, English
};

/// Reads what is written above and nothing else: every key is known and there, names are in order
/// and may not identify anybody, and counts add up.
[[nodiscard]] expected<mapping_counts, mapping_counts_error>
read_mapping_counts(std::string_view document);

/// As `read_counts` reads them (projection/count_files.hpp), with a header. Of the days of a round
/// only the first is in them, and a round without services is not.
[[nodiscard]] std::string counts_csv(const mapping_counts& counts);

/// As `read_profiles` reads them, with a header.
[[nodiscard]] std::string profiles_csv(const mapping_counts& counts);

} // namespace brukerplan

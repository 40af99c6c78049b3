// Reading what a projection rests on from CSV: counts that somebody else has made, and what is
// known of coverage, residents and areas. Files are as those of registrations are: `;`, `,` or tab,
// UTF-8 or Windows-1252, headers without regard to case, blanks and underscores, quoted cells,
// columns of other names passed over.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/model/expected.hpp>
#include <brukerplan/model/person.hpp>
#include <brukerplan/projection/coverage.hpp>
#include <brukerplan/projection/mapping_counts.hpp>
#include <brukerplan/read/byte_source.hpp>
#include <brukerplan/read/read_error.hpp>

namespace brukerplan {

enum class count_file : std::uint8_t { counts, profiles, coverage, population, areas, capacity };
inline constexpr std::array<std::string_view, 6> count_file_tokens{
    "counts", "profiles", "coverage", "population", "areas", "capacity"};

/// What is wrong with a row of such a file.
enum class count_fault : std::uint8_t {
    row_not_readable,   ///< a quote without its end, letters of no character set
    row_of_other_width, ///< more or fewer cells than columns
    empty_cell,
    not_a_token,   ///< over 100 bytes, of characters that end a line, or begun as a formula is
    identity,      ///< may be somebody's number or date of birth
    not_a_round,   ///< not a whole number
    not_a_count,   ///< not a whole number from 0 to `most_in_a_cell`
    not_a_date,    ///< neither YYYY-MM-DD nor DD.MM.YYYY, or there is no such day
    not_a_share,   ///< not above 0 and at most 1
    not_a_log_sd,  ///< not from 0 to 1
    not_a_number,  ///< not a number from 0
    not_a_basis,   ///< none of `coverage_basis_tokens`
    not_yes_or_no, ///< neither yes nor no
    not_a_sex,
    not_an_age_band,      ///< not `16-17`, `80-`, `80+` or `16`
    duplicate,            ///< the row is about the same as an earlier one
    sum_not_recipients,   ///< the four cells are not the recipients together
    recipients_differ,    ///< another number of recipients than the round has elsewhere
    more_than_recipients, ///< the profiles of a round are of more people than the round has
    band_overlaps,        ///< some ages are in two bands
    no_unit_took_part,    ///< or only units from which nobody was expected
    not_a_level,          ///< not above 0 and below 1
    not_a_cost,           ///< not above 0
    one_cost_alone,       ///< of the two costs of misjudging
    level_and_costs,      ///< a service level and the costs that would give one
};

inline constexpr std::uint32_t most_in_a_cell = 100'000'000;

/// Names where it stands and never what stands there.
struct count_file_fault {
    count_fault what = count_fault::row_not_readable;
    std::uint64_t line = 0;  ///< from 1
    std::string_view column; ///< its English name; empty for a row. Lives as long as the program
};

/// How many faults are told of one file; the others are counted.
inline constexpr std::size_t most_count_file_faults = 100;

/// Why a file cannot be used. Either it is no such file, or rows of it are wrong: none is taken
/// then, since counts with holes would be wrong without saying so.
struct count_file_error {
    count_file file = count_file::counts;
    std::optional<read_error> unusable;
    std::vector<count_file_fault> faults; ///< in the order of the file, at most so many
    std::uint64_t fault_count = 0;        ///< of all
};

/// What is wrong and what to do, a line for each fault and one for those that are not told, in
/// `nb`, `nn` or `en` (falling back to `nb`).
[[nodiscard]] std::vector<std::string> messages_of(const count_file_error& error,
                                                   std::string_view language);

template <class T>
using count_file_result = expected<T, count_file_error>;

/// `municipality,round,mapped_on,service,received_needed,received_only,needed_only,neither,
/// recipients`. `mapped_on` may be absent or empty, and so may `recipients`, which is the sum of
/// the four cells. Of several days of one round the first and the last are kept. A service that has
/// no row in a round is not in its map.
[[nodiscard]] count_file_result<mapping_counts> read_counts(byte_source source);

/// `municipality,round,profile,recipients`. They are added to the rounds that are there; a round
/// that is not becomes one without services, whose recipients are those of its profiles. Profiles
/// may be of fewer people than the round has, as small cells may have been left out. When there is
/// an error the counts stay as they are.
[[nodiscard]] std::optional<count_file_error> read_profiles(byte_source source,
                                                            mapping_counts& counts);

/// Either `municipality,round,coverage,coverage_sd,basis`, where `coverage_sd` is the standard
/// deviation of the coverage's logarithm, or `municipality,round,unit,expected,took_part`
/// (`coverage_of_units`). In the first form `basis` may be absent or empty, and is then `declared`;
/// so may `coverage_sd`, and is then that of `assumed_coverage`, since nothing that is merely
/// stated is certain; and `coverage`, where the basis is `assumed`.
[[nodiscard]] count_file_result<coverage_table> read_coverage(byte_source source);

/// Whole years, both included; the last band has no end.
struct age_band {
    int from = 0;
    std::optional<int> to;

    friend auto operator<=>(const age_band&, const age_band&) = default;
};

struct population_group {
    int year = 0;
    std::string municipality;
    brukerplan::sex sex = sex::unknown;
    age_band ages;

    friend auto operator<=>(const population_group&, const population_group&) = default;
};

/// Residents, as counted or as projected.
using population_table = std::map<population_group, std::uint32_t>;

/// `year,municipality,sex,age_band,population`. The bands of a municipality, year and sex do not
/// overlap.
[[nodiscard]] count_file_result<population_table> read_population(byte_source source);

/// The area or peer group of each municipality.
using area_table = std::map<std::string, std::string, std::less<>>;

/// `municipality,area`.
[[nodiscard]] count_file_result<area_table> read_areas(byte_source source);

} // namespace brukerplan

#include <brukerplan/projection/count_files.hpp>

#include <array>
#include <utility>

#include "projection/count_rows.hpp"

namespace brukerplan {

namespace {

using detail::count_column;
using detail::count_rows;

// ---- Counts

namespace counts_file {

enum : std::size_t {
    municipality,
    round,
    mapped_on,
    service,
    received_needed,
    received_only,
    needed_only,
    neither,
    recipients,
};
constexpr std::array<count_column, 9> columns{{{"municipality"},
                                               {"round"},
                                               {"mapped_on", false},
                                               {"service"},
                                               {"received_needed"},
                                               {"received_only"},
                                               {"needed_only"},
                                               {"neither"},
                                               {"recipients", false}}};

std::optional<need_cells> cells_in(count_rows& rows) {
    const auto both = rows.count(received_needed);
    const auto received = rows.count(received_only);
    const auto needed = rows.count(needed_only);
    const auto rest = rows.count(neither);
    return both && received && needed && rest
               ? std::optional{need_cells{*both, *received, *needed, *rest}}
               : std::nullopt;
}

void take_row(count_rows& rows, mapping_counts& counts) {
    auto key = rows.round_of(municipality, round);
    auto token = rows.token(service);
    const auto cells = cells_in(rows);
    const bool dated = !rows.empty(mapped_on);
    const auto mapped = dated ? rows.day(mapped_on) : std::nullopt;
    const bool stated = !rows.empty(recipients);
    const auto persons = stated ? rows.count(recipients) : std::nullopt;
    if (stated && persons && cells && cells->persons() != *persons) {
        rows.fault(count_fault::sum_not_recipients);
        return;
    }
    if (!key || !token || !cells) {
        return;
    }
    const auto [at, is_new] = counts.rounds.try_emplace(*std::move(key));
    auto& found = at->second;
    if (is_new) {
        found.recipients = cells->persons();
    } else if (found.recipients != cells->persons()) {
        rows.fault(count_fault::recipients_differ);
    }
    if (mapped) {
        widen(found.mapped, mapping_dates{*mapped, *mapped});
    }
    if (!found.services.emplace(*std::move(token), *cells).second) {
        rows.fault(count_fault::duplicate);
    }
}

} // namespace counts_file

// ---- Profiles

namespace profiles_file {

enum : std::size_t { municipality, round, profile, recipients };
constexpr std::array<count_column, 4> columns{
    {{"municipality"}, {"round"}, {"profile"}, {"recipients"}}};

struct profiled_round {
    std::map<std::string, std::uint32_t, std::less<>> profiles;
    std::uint64_t persons = 0; ///< with those that the counts have already
};

void take_row(count_rows& rows, const mapping_counts& counts,
              std::map<municipality_round, profiled_round>& to) {
    auto key = rows.round_of(municipality, round);
    auto token = rows.token(profile);
    const auto persons = rows.count(recipients);
    if (!key || !token || !persons) {
        return;
    }
    const auto known = counts.rounds.find(*key);
    const auto [at, is_new] = to.try_emplace(*std::move(key));
    auto& found = at->second;
    const bool counted = known != counts.rounds.end();
    if (is_new && counted) {
        for (const auto& [name, count] : known->second.profiles) {
            found.persons += count;
        }
    }
    const std::uint64_t limit = counted ? known->second.recipients : most_in_a_cell;
    const bool within = found.persons <= limit;
    found.persons += *persons;
    const bool there = counted && known->second.profiles.contains(*token);
    if (there || !found.profiles.emplace(*std::move(token), *persons).second) {
        rows.fault(count_fault::duplicate);
    } else if (within && found.persons > limit) {
        rows.fault(count_fault::more_than_recipients);
    }
}

} // namespace profiles_file

} // namespace

count_file_result<mapping_counts> read_counts(byte_source source) {
    count_rows rows{count_file::counts, std::move(source), counts_file::columns};
    mapping_counts counts;
    if (rows.open()) {
        while (rows.next()) {
            counts_file::take_row(rows, counts);
        }
    }
    if (!rows.good()) {
        return unexpected(std::move(rows).error());
    }
    return counts;
}

std::optional<count_file_error> read_profiles(byte_source source, mapping_counts& counts) {
    count_rows rows{count_file::profiles, std::move(source), profiles_file::columns};
    std::map<municipality_round, profiles_file::profiled_round> found;
    if (rows.open()) {
        while (rows.next()) {
            profiles_file::take_row(rows, counts, found);
        }
    }
    if (!rows.good()) {
        return std::move(rows).error();
    }
    for (auto& [key, round] : found) {
        const auto [at, is_new] = counts.rounds.try_emplace(key);
        at->second.profiles.merge(round.profiles);
        if (is_new) {
            at->second.recipients = static_cast<std::uint32_t>(round.persons);
        }
    }
    return std::nullopt;
}

} // namespace brukerplan

#include <brukerplan/write/mapping_counts_document.hpp>

#include <limits>
#include <utility>

#include <boost/json.hpp>

#include "instrument/json_document.hpp"
#include "instrument/json_reader.hpp"
#include "projection/count_token.hpp"
#include "read/cell.hpp"
#include "write/count_lines.hpp"
#include "write/document_json.hpp"

namespace brukerplan {

namespace {

namespace json = boost::json;
using detail::json_node;

constexpr std::string_view format = "brukerplan/mapping-counts";

// ---- Out

json::value days_value(const std::optional<mapping_dates>& mapped) {
    if (!mapped) {
        return nullptr;
    }
    json::array days;
    days.push_back(detail::date_or_null(mapped->first));
    days.push_back(detail::date_or_null(mapped->last));
    return json::value(std::move(days));
}

json::object round_object(const municipality_round& key, const mapped_round& round) {
    json::object result;
    result["municipality"] = key.municipality;
    result["round"] = key.round;
    result["recipients"] = round.recipients;
    result["mapped"] = days_value(round.mapped);
    auto& services = result["services"].emplace_array();
    for (const auto& [service, cells] : round.services) {
        auto& row = services.emplace_back(json::array{}).as_array();
        row.emplace_back(service);
        for (const auto count :
             {cells.received_needed, cells.received_only, cells.needed_only, cells.neither}) {
            row.emplace_back(count);
        }
    }
    auto& profiles = result["profiles"].emplace_array();
    for (const auto& [profile, recipients] : round.profiles) {
        auto& row = profiles.emplace_back(json::array{}).as_array();
        row.emplace_back(profile);
        row.emplace_back(recipients);
    }
    return result;
}

// ---- In

std::uint32_t count_of(const json_node& node) {
    return static_cast<std::uint32_t>(
        node.whole_number(0, std::numeric_limits<std::uint32_t>::max()));
}

std::string name_of(const json_node& node) {
    const auto text = node.string();
    const auto wrong = detail::fault_of_token(text);
    if (wrong == count_fault::identity) {
        node.fail("this may hold somebody's number");
    }
    if (wrong || detail::trimmed(text) != text) {
        node.fail("a short name on one line is needed here, without blanks at its ends "
                  "and beginning with none of = + - @");
    }
    return std::string{text};
}

/// Elements of a list that has so many.
std::vector<json_node> elements_of(const json_node& node, std::size_t size) {
    std::vector<json_node> elements;
    node.each([&](const json_node& element, std::size_t) { elements.push_back(element); });
    if (elements.size() != size) {
        node.fail("a list of " + std::to_string(size) + " is needed here");
    }
    return elements;
}

/// Appends to a map that is written in its own order.
template <class Map>
void append(Map& to, typename Map::key_type key, typename Map::mapped_type value,
            const json_node& node) {
    if (!to.empty() && !(to.rbegin()->first < key)) {
        node.fail("this stands twice or is not in order");
    }
    to.emplace_hint(to.end(), std::move(key), std::move(value));
}

date day_of(const json_node& node) {
    const auto text = node.string();
    const auto day = text.size() == 10 && text[4] == '-' ? parse_date(text) : std::nullopt;
    if (!day) {
        node.fail("a day as YYYY-MM-DD is needed here");
    }
    return *day;
}

std::optional<mapping_dates> days_of(const json_node& node) {
    if (node.is_null()) {
        return std::nullopt;
    }
    const auto days = elements_of(node, 2);
    const mapping_dates mapped{day_of(days[0]), day_of(days[1])};
    if (mapped.last < mapped.first) {
        node.fail("the last day is before the first");
    }
    return mapped;
}

mapped_round round_of(const json_node& node) {
    mapped_round round;
    round.recipients = count_of(node["recipients"]);
    round.mapped = days_of(node["mapped"]);
    node["services"].each([&](const json_node& row, std::size_t) {
        const auto parts = elements_of(row, 5);
        const need_cells cells{count_of(parts[1]), count_of(parts[2]), count_of(parts[3]),
                               count_of(parts[4])};
        const auto persons = std::uint64_t{cells.received_needed} + cells.received_only +
                             cells.needed_only + cells.neither;
        if (persons != round.recipients) {
            row.fail("the four counts are not the recipients together");
        }
        append(round.services, name_of(parts[0]), cells, row);
    });
    std::uint64_t profiled = 0;
    node["profiles"].each([&](const json_node& row, std::size_t) {
        const auto parts = elements_of(row, 2);
        profiled += count_of(parts[1]);
        append(round.profiles, name_of(parts[0]), count_of(parts[1]), row);
    });
    if (profiled > round.recipients) {
        node["profiles"].fail("these are more than the recipients");
    }
    return round;
}

mapping_counts counts_of(const json_node& root) {
    root.only_keys({"format", "version", "rounds"});
    if (root["format"].string() != format) {
        root["format"].fail("the format must be \"" + std::string{format} + "\"");
    }
    if (root["version"].integer() != 1) {
        root["version"].fail("this library reads version 1 of the format");
    }
    mapping_counts counts;
    root["rounds"].each([&](const json_node& node, std::size_t) {
        node.only_keys({"municipality", "round", "recipients", "mapped", "services", "profiles"});
        append(counts.rounds, {name_of(node["municipality"]), node["round"].integer()},
               round_of(node), node);
    });
    return counts;
}

} // namespace

std::string mapping_counts_document(const mapping_counts& counts) {
    json::object document;
    document["format"] = format;
    document["version"] = 1;
    auto& rounds = document["rounds"].emplace_array();
    for (const auto& [key, round] : counts.rounds) {
        rounds.emplace_back(round_object(key, round));
    }
    return json::serialize(document) + "\n";
}

expected<mapping_counts, mapping_counts_error> read_mapping_counts(std::string_view document) {
    try {
        const auto value = detail::parse_document(document);
        return counts_of({value, ""});
    } catch (const detail::json_fault& fault) {
        return unexpected(mapping_counts_error{fault.path, fault.message});
    }
}

std::string counts_csv(const mapping_counts& counts) {
    std::string text{detail::counts_header};
    text += '\n';
    for (const auto& [key, round] : counts.rounds) {
        const auto day = round.mapped ? std::optional{round.mapped->first} : std::nullopt;
        for (const auto& [service, cells] : round.services) {
            detail::append_counts_line(text, {key.municipality, key.round, day}, service, cells,
                                       round.recipients);
        }
    }
    return text;
}

std::string profiles_csv(const mapping_counts& counts) {
    std::string text{detail::profiles_header};
    text += '\n';
    for (const auto& [key, round] : counts.rounds) {
        for (const auto& [profile, recipients] : round.profiles) {
            detail::append_profile_line(text, {key.municipality, key.round, std::nullopt}, profile,
                                        recipients);
        }
    }
    return text;
}

} // namespace brukerplan

#include "read/header.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace brukerplan::detail {

field_names::field_names(const pack& instrument) {
    for (std::size_t i = 0; i < instrument.fields.size(); ++i) {
        const auto& f = instrument.fields[i];
        known_[comparable_name(f.name)] = {i, true, false};
    }
    for (std::size_t i = 0; i < instrument.fields.size(); ++i) {
        const auto& f = instrument.fields[i];
        const auto [at, is_new] =
            known_.try_emplace(comparable_name(f.alias), match{i, false, true});
        at->second.by_alias = at->second.by_alias || at->second.field == i;
    }
    for (std::size_t i = 0; i < instrument.fields.size(); ++i) {
        for (const auto& name : instrument.fields[i].mapped_names) {
            known_[comparable_name(name)] = {i, true, true};
        }
    }
}

std::optional<field_names::match> field_names::find(std::string_view column_name) const {
    const auto name = comparable_name(column_name);
    const auto at = name.empty() ? known_.end() : known_.find(name);
    return at == known_.end() ? std::nullopt : std::optional{at->second};
}

bool looks_garbled(std::string_view name) noexcept {
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto first = static_cast<unsigned char>(name[i]);
        // Letters from U+00C0 to U+00FF, no-break spaces and combining marks are in order.
        const bool begins = first >= 0xC0;
        if (begins && first != 0xC3 && first != 0xCC && !name.substr(i).starts_with("\xC2\xA0") &&
            !name.substr(i).starts_with("\xE2\x80\xAF")) {
            return true;
        }
    }
    return false;
}

header match_header(const std::vector<std::string_view>& cells, const field_names& names) {
    header result;
    bool english = false;
    bool norwegian = false;
    for (const auto cell : cells) {
        const auto match = names.find(cell);
        if (!match) {
            result.field_of_column.push_back(header::no_field);
            result.unknown_columns.push_back(result.field_of_column.size());
            continue;
        }
        ++result.known;
        english = english || !match->by_alias;
        norwegian = norwegian || !match->by_name;
        result.field_of_column.push_back(match->field);
    }
    if (norwegian) {
        result.language = english ? header_language::mixed : header_language::norwegian;
    }
    return result;
}

std::optional<read_error> check_columns(const header& h, const pack& instrument,
                                        const std::vector<bool>& needed,
                                        const std::vector<std::vector<std::size_t>>& needed_any) {
    if (h.known == 0) {
        return read_error{read_fault::no_header, {}};
    }
    std::vector<int> columns(instrument.fields.size(), 0);
    for (const auto f : h.field_of_column) {
        if (f != header::no_field) {
            ++columns[f];
        }
    }
    read_error missing{read_fault::missing_columns, {}};
    read_error duplicate{read_fault::duplicate_columns, {}};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& f = instrument.fields[i];
        const auto both_names = f.name == f.alias ? f.name : f.name + " (" + f.alias + ")";
        if (needed[i] && columns[i] == 0 && !f.constant) {
            missing.columns.push_back(both_names);
        }
        if (columns[i] > 1) {
            duplicate.columns.push_back(both_names);
        }
    }
    for (const auto& group : needed_any) {
        if (std::all_of(group.begin(), group.end(), [&](auto f) {
                return columns[f] == 0 && !instrument.fields[f].constant;
            })) {
            std::string names;
            for (const auto f : group) {
                names += (names.empty() ? "" : " / ") + instrument.fields[f].name;
            }
            missing.columns.push_back(std::move(names));
        }
    }
    if (!missing.columns.empty()) {
        return missing;
    }
    if (!duplicate.columns.empty()) {
        return duplicate;
    }
    return std::nullopt;
}

std::optional<read_error> check_header(const header& h, const pack& instrument) {
    std::vector<bool> needed;
    std::transform(instrument.fields.begin(), instrument.fields.end(), std::back_inserter(needed),
                   [](const field& f) { return f.required; });
    return check_columns(h, instrument, needed, instrument.required_any);
}

} // namespace brukerplan::detail

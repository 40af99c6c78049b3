#include <array>
#include <stdexcept>
#include <utility>

#include <brukerplan/instrument/pack.hpp>

#include "embedded_packs.hpp"

namespace brukerplan {

namespace {

/// Oldest first; the last is the newest pack.
const std::array<std::pair<std::string_view, const std::string_view*>, 3> shipped{
    {{"municipality-survey/2019", &embedded::municipality_survey_2019},
     {"brukerplan/2019", &embedded::brukerplan_2019},
     {"brukerplan/2024", &embedded::brukerplan_2024}}};

} // namespace

std::vector<std::string_view> shipped_packs() {
    std::vector<std::string_view> ids;
    for (const auto& [id, json] : shipped) {
        ids.push_back(id);
    }
    return ids;
}

std::string_view shipped_pack_json(std::string_view id) noexcept {
    for (const auto& [known, json] : shipped) {
        if (known == id) {
            return *json;
        }
    }
    return {};
}

std::shared_ptr<const pack> newest_pack() {
    auto loaded = load_pack(*shipped.back().second);
    if (!loaded) {
        throw std::logic_error("the shipped pack cannot be loaded: " + loaded.error().path + ": " +
                               loaded.error().message);
    }
    return *std::move(loaded);
}

} // namespace brukerplan

// Packs and schemes as callers ask for them.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include <brukerplan/instrument/load_scheme.hpp>
#include <brukerplan/instrument/mapping.hpp>
#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/validation/tuning.hpp>

#include "guard.hpp"

namespace brukerplan::capi {

/// A pack of the caller's as JSON, else a shipped one by id; the newest when both are empty.
[[nodiscard]] inline std::shared_ptr<const pack> pack_argument(std::string_view id,
                                                               std::string_view own_json) {
    if (own_json.empty() && id.empty()) {
        return newest_pack();
    }
    const auto json = own_json.empty() ? shipped_pack_json(id) : own_json;
    if (json.empty()) {
        throw refusal{BPLAN_ERROR_UNKNOWN_PACK, "no pack of this id comes with the library"};
    }
    auto loaded = load_pack(json);
    if (!loaded) {
        throw refusal{BPLAN_ERROR_INVALID_PACK,
                      "pack: " + loaded.error().path + ": " + loaded.error().message};
    }
    return *std::move(loaded);
}

/// The pack through a mapping of the caller's.
[[nodiscard]] inline std::shared_ptr<const pack> mapped(const pack& to, std::string_view json) {
    auto made = apply_mapping(json, to);
    if (!made) {
        throw refusal{BPLAN_ERROR_INVALID_MAPPING,
                      "mapping: " + made.error().path + ": " + made.error().message};
    }
    return *std::move(made);
}

/// A profile of the caller's.
[[nodiscard]] inline tuning profile_argument(const pack& of, std::string_view json) {
    auto loaded = load_tuning(json, of);
    if (!loaded) {
        throw refusal{BPLAN_ERROR_INVALID_PROFILE,
                      "profile: " + loaded.error().path + ": " + loaded.error().message};
    }
    return *std::move(loaded);
}

/// The first for an empty id; none when none is asked for and the pack has none.
[[nodiscard]] inline std::optional<scheme_definition> scheme_in(const pack& in,
                                                                std::string_view id) {
    if (id.empty()) {
        return in.schemes.empty() ? std::nullopt : std::optional{in.schemes.front()};
    }
    const auto* found = in.find_scheme(id);
    if (found == nullptr) {
        throw refusal{BPLAN_ERROR_UNKNOWN_SCHEME, "the pack has no scoring scheme of this id"};
    }
    return *found;
}

/// A scheme of the caller's, checked.
[[nodiscard]] inline scheme_definition own_scheme(std::string_view json) {
    auto loaded = load_scheme(json);
    if (!loaded) {
        throw refusal{BPLAN_ERROR_INVALID_SCHEME,
                      "scheme: " + loaded.error().path + ": " + loaded.error().message};
    }
    return *std::move(loaded);
}

/// A scheme of the caller's beside those of a pack, whose ids it may not take.
[[nodiscard]] inline scheme_definition own_scheme_beside(const pack& in, std::string_view json) {
    auto own = own_scheme(json);
    if (in.find_scheme(own.id) != nullptr) {
        throw refusal{BPLAN_ERROR_INVALID_SCHEME, "scheme: /id: a scheme of the pack has this id"};
    }
    return own;
}

} // namespace brukerplan::capi

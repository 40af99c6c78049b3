// What becomes of a field that several units answered differently. The policies are this library's
// own; docs/register.md says what each rule does.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/expected.hpp>

namespace brukerplan {

enum class merge_rule : std::uint8_t { latest, latest_known, worst, largest, any_yes, united };

inline constexpr std::array<std::string_view, 6> merge_rule_tokens{
    "latest", "latest_known", "worst", "largest", "any_yes", "united"};

[[nodiscard]] constexpr std::string_view token_of(merge_rule rule) noexcept {
    return merge_rule_tokens[static_cast<std::size_t>(rule)];
}

/// Ids of the policies that come with the library; the first is used when none is named.
inline constexpr std::array<std::string_view, 3> merge_policies{
    "latest_known/1", "latest_mapped_on/1", "worst_known/1"};

/// A policy for the fields of one pack.
struct merge_policy {
    std::string id; ///< with `+changed` behind it when a field has another rule than the policy's
    std::vector<merge_rule> rules; ///< one a field of the pack; idle where it does not leave
};

/// Why there is no such policy: one line, English. It names what can be chosen.
struct merge_policy_error {
    std::string message;
};

/// A policy by its id, with other rules for some fields by their names. A rule must suit its field:
/// `united` is for sets, `largest` for numbers, `worst` for ratings and for lists that have an
/// order (mental disorder, yes/no, violence), `any_yes` for yes/no; the counts of children have one
/// rule. Fields that do not leave are not merged and have none.
[[nodiscard]] expected<merge_policy, merge_policy_error>
make_merge_policy(const pack& instrument, std::string_view id = merge_policies.front(),
                  std::span<const std::pair<std::string, merge_rule>> changes = {});

} // namespace brukerplan

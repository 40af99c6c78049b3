#include <brukerplan/register/merge_policy.hpp>

#include <algorithm>

#include "register/merge_rules.hpp"
#include "register/transfer_fields.hpp"

namespace brukerplan {

namespace {

/// What a policy makes of the fields, by what they hold.
struct policy_rules {
    std::string_view id;
    merge_rule sets;
    merge_rule ordered; ///< codes that have an order
    merge_rule children;
    merge_rule others;
};

constexpr std::array<policy_rules, merge_policies.size()> shipped{{
    {merge_policies[0], merge_rule::united, merge_rule::latest_known, merge_rule::latest_known,
     merge_rule::latest_known},
    {merge_policies[1], merge_rule::latest, merge_rule::latest, merge_rule::latest,
     merge_rule::latest},
    {merge_policies[2], merge_rule::united, merge_rule::worst, merge_rule::largest,
     merge_rule::latest_known},
}};

merge_rule rule_for(const policy_rules& policy, const detail::merged_field& field) {
    return field.type == field_type::codes ? policy.sets
           : field.counts_children         ? policy.children
           : field.gravity                 ? policy.ordered
                                           : policy.others;
}

bool is_merged(const field& f) {
    return detail::how_transferred(f) == detail::transferred_as::merged;
}

template <class Words>
std::string listed(const Words& words) {
    std::string list;
    for (const auto& word : words) {
        list += (list.empty() ? "" : ", ") + std::string{word};
    }
    return list;
}

/// The numbers of children are one answer: were each merged by a rule of its own, there could be
/// more with child welfare than there are children.
bool treats_children_alike(const merge_policy& policy, const pack& instrument) {
    std::optional<merge_rule> common;
    for (std::size_t i = 0; i < instrument.fields.size(); ++i) {
        const auto& f = instrument.fields[i];
        if (!is_merged(f) || !detail::merged_field{instrument, f}.counts_children) {
            continue;
        }
        if (common.value_or(policy.rules[i]) != policy.rules[i]) {
            return false;
        }
        common = policy.rules[i];
    }
    return true;
}

std::string rules_that_suit(const detail::merged_field& field) {
    std::vector<std::string_view> tokens;
    for (std::size_t i = 0; i < merge_rule_tokens.size(); ++i) {
        if (field.suits(static_cast<merge_rule>(i))) {
            tokens.push_back(merge_rule_tokens[i]);
        }
    }
    return listed(tokens);
}

} // namespace

bool detail::is_policy_of(const merge_policy& policy, const pack& instrument) {
    if (policy.rules.size() != instrument.fields.size()) {
        return false;
    }
    for (std::size_t i = 0; i < policy.rules.size(); ++i) {
        const auto& f = instrument.fields[i];
        if (is_merged(f) && !merged_field{instrument, f}.suits(policy.rules[i])) {
            return false;
        }
    }
    return treats_children_alike(policy, instrument);
}

expected<merge_policy, merge_policy_error>
make_merge_policy(const pack& instrument, std::string_view id,
                  std::span<const std::pair<std::string, merge_rule>> changes) {
    const auto fail = [](std::string message) {
        return unexpected(merge_policy_error{std::move(message)});
    };
    const auto* base =
        std::find_if(shipped.begin(), shipped.end(), [&](const auto& p) { return p.id == id; });
    if (base == shipped.end()) {
        return fail("there is no such merge policy; there are " + listed(merge_policies));
    }
    merge_policy policy{std::string{id}, {}};
    for (const auto& f : instrument.fields) {
        policy.rules.push_back(is_merged(f) ? rule_for(*base, detail::merged_field{instrument, f})
                                            : merge_rule::latest);
    }
    const auto unchanged = policy.rules;
    for (const auto& [name, rule] : changes) {
        const auto at = instrument.find_field(name);
        if (!at) {
            return fail("a field that is to be merged by another rule is not one of the pack's");
        }
        const auto& f = instrument.fields[*at];
        if (!is_merged(f)) {
            return fail("\"" + f.name + "\" does not leave the municipality and is not merged");
        }
        if (const detail::merged_field field{instrument, f}; !field.suits(rule)) {
            return fail("\"" + f.name + "\" can be merged by " + rules_that_suit(field));
        }
        policy.rules[*at] = rule;
    }
    if (!treats_children_alike(policy, instrument)) {
        return fail("the counts of children are one answer: all of them are given the same rule");
    }
    policy.id += policy.rules == unchanged ? "" : "+changed";
    return policy;
}

} // namespace brukerplan

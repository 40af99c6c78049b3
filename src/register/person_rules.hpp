// Rules about a person whom several units registered: what the units can still correct.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include <brukerplan/model/finding.hpp>
#include <brukerplan/validation/finding_log.hpp>

#include "register/merge_rules.hpp"
#include "register/stages.hpp"

namespace brukerplan::detail {

/// Registrations by their indices.
using registration_indices = std::span<const std::uint32_t>;

/// Borrows the round and its registrations.
class person_rules {
public:
    person_rules(const round_facts& about, const kept_registrations& kept);

    /// The registrations of one person, the latest first.
    void look_at(registration_indices of_person);
    /// The latest registration of each person. Returns how many pairs have the same birth date and
    /// sex under two kinds of number.
    std::uint64_t look_for_pairs(registration_indices latest);
    /// The same where one of the two objects and is not among them.
    std::uint64_t look_for_objections(registration_indices latest);

    /// Tells what was found, in the order of records and then of rules. Rows were counted when they
    /// were validated, and are not again.
    void tell(finding_log& to);

private:
    struct compared_field {
        std::size_t field;
        merged_field facts;
        const kept_column* cells;
    };
    struct person_rule {
        std::size_t index;
        std::vector<compared_field> fields;
    };
    /// What a registration says, in numbers that are equal or not; nothing when it says nothing.
    using stance = std::function<std::optional<std::int64_t>(std::uint32_t)>;

    [[nodiscard]] stance stance_in(person_check check, const compared_field& f) const;
    void compare(const person_rule& r, std::size_t field, const stance& of,
                 registration_indices of_person);
    void find_same_unit(const person_rule& r, registration_indices of_person);
    void tell_of_pair(std::uint32_t about, std::uint32_t other);
    void add(const person_rule& r, std::size_t field, std::uint32_t about,
             registration_indices others);
    [[nodiscard]] std::optional<severity> tuned(const rule& r, std::size_t index,
                                                std::uint32_t about) const;

    const round_facts& about_;
    const kept_registrations& kept_;
    std::vector<person_rule> rules_;
    struct found {
        brukerplan::finding finding;
        unit_counts::kind unit;
        std::uint64_t other; ///< the first of the other records
    };
    std::vector<found> found_;
};

} // namespace brukerplan::detail

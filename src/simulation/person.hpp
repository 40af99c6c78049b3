// Who the synthetic recipients are: problem, sex, age and number.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/model/category.hpp>
#include <brukerplan/model/date.hpp>
#include <brukerplan/model/person.hpp>
#include <brukerplan/simulation/marginals.hpp>
#include <brukerplan/simulation/synthetic_municipality.hpp>

namespace brukerplan::detail::synthetic {

using person_number = std::array<char, 11>;

/// The day on which the round begins: the first Monday of October.
[[nodiscard]] date round_begins(int mapping_year) noexcept;

struct synthetic_person {
    std::uint32_t index = 0;
    bool substance_problem = false;
    mental_disorder disorder = mental_disorder::none;
    brukerplan::sex sex = sex::unknown;
    date born;
    int age = 0; ///< whole years when the round begins
    bool numbered = true;
    std::string_view birth_country_group;
    std::string_view work_experience;

    [[nodiscard]] marginals::population population() const noexcept {
        return substance_problem ? marginals::population::substance_problem
                                 : marginals::population::mental_only;
    }
    [[nodiscard]] brukerplan::category category() const noexcept {
        return categorise(substance_problem ? yes_no::yes : yes_no::no, disorder);
    }
};

[[nodiscard]] synthetic_person make_person(const simulation_options& options, std::uint32_t index);

/// The Tenor number of one born that day, of that sex, as the `rank`-th of them; nothing when there
/// are no more numbers of that day.
[[nodiscard]] std::optional<person_number> tenor_number(std::uint64_t seed, date born, sex of,
                                                        std::uint32_t rank) noexcept;

/// Sees to it that no two persons get the same number: two bytes a person.
class number_book {
public:
    explicit number_book(const simulation_options& options);
    /// Of these persons, whose index is their place. The ranks of a day's numbers begin with
    /// `first_rank`.
    number_book(std::uint64_t seed, std::span<const synthetic_person> persons,
                std::uint32_t first_rank);

    /// Nothing for a person without a number, or when the numbers of the birth date are used up.
    [[nodiscard]] std::optional<person_number> number_of(const synthetic_person& person) const;

private:
    /// A day and sex, and the person born so.
    using birth = std::pair<std::uint64_t, std::uint32_t>;
    void rank(std::vector<birth> by_birth, std::uint32_t first_rank);

    std::uint64_t seed_;
    std::vector<std::uint16_t> rank_; ///< among persons of the same birth date and sex
};

} // namespace brukerplan::detail::synthetic

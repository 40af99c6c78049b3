#include <brukerplan/simulation/synthetic_municipality.hpp>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "simulation/draw.hpp"
#include "simulation/faults.hpp"
#include "simulation/rows.hpp"

namespace brukerplan {

namespace {

using namespace detail::synthetic;

constexpr int first_mapping_year = 2006;
constexpr int last_mapping_year = 2031;

/// A registration to be written, ordered as a number: unit, then day, then by chance. What stands
/// in the row is drawn again when it is written.
class registration_order {
public:
    static constexpr unsigned nth_bits = 2;
    static constexpr unsigned person_bits = 32;
    static constexpr unsigned chance_bits = 14;
    static constexpr unsigned day_bits = 4;

    registration_order(registration_place place, std::uint32_t chance, std::uint32_t person,
                       std::uint32_t nth) noexcept
        : bits_(((((std::uint64_t{place.unit} << day_bits | place.day) << chance_bits |
                   (chance & ((1U << chance_bits) - 1U)))
                  << person_bits) |
                 person)
                    << nth_bits |
                nth) {}

    [[nodiscard]] std::uint32_t person() const noexcept {
        return static_cast<std::uint32_t>(bits_ >> nth_bits);
    }
    [[nodiscard]] std::uint32_t nth() const noexcept {
        return static_cast<std::uint32_t>(bits_ & ((1U << nth_bits) - 1U));
    }
    [[nodiscard]] std::uint64_t unit_and_day() const noexcept {
        return bits_ >> (nth_bits + person_bits + chance_bits);
    }
    friend auto operator<=>(const registration_order&, const registration_order&) = default;

private:
    std::uint64_t bits_;
};

static_assert(round_days <= 1U << registration_order::day_bits);
static_assert(unit_register::most_units <=
              1U << (64 - registration_order::nth_bits - registration_order::person_bits -
                     registration_order::chance_bits - registration_order::day_bits));

/// Two rows of one person can only meet where one unit ends and another begins; there the later row
/// changes places with the next one of its unit and day, or the earlier with the one before.
void part_neighbours(std::vector<registration_order>& rows) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].person() != rows[i - 1].person()) {
            continue;
        }
        if (i + 1 < rows.size() && rows[i + 1].unit_and_day() == rows[i].unit_and_day()) {
            std::swap(rows[i], rows[i + 1]);
        } else if (i >= 2 && rows[i - 2].unit_and_day() == rows[i - 1].unit_and_day()) {
            std::swap(rows[i - 1], rows[i - 2]);
        }
    }
}

class municipality_plan {
public:
    explicit municipality_plan(const simulation_options& options)
        : options_(options), units_(options), numbers_(options) {}

    [[nodiscard]] const unit_register& units() const noexcept { return units_; }
    [[nodiscard]] const number_book& numbers() const noexcept { return numbers_; }

    /// Goes through all persons once.
    [[nodiscard]] std::vector<registration_order> order(simulated_truth& truth) const {
        std::vector<registration_order> rows;
        rows.reserve(options_.recipients + options_.recipients / 5U);
        for (std::uint32_t i = 0; i < options_.recipients; ++i) {
            const auto person = make_person(options_, i);
            const bool numbered = numbers_.number_of(person).has_value();
            const auto places =
                units_.places_of(options_, person, make_situation(options_, person), numbered);
            auto random = draws(options_.seed, std::uint64_t{i} + 1, purpose::order);
            for (std::uint32_t n = 0; n < places.count; ++n) {
                rows.emplace_back(places.at[n], random.next(), i, n);
            }
            ++truth.persons;
            ++truth.persons_by_category[static_cast<std::size_t>(person.category())];
            truth.persons_without_number += numbered ? 0 : 1;
            truth.persons_by_two_units += places.count == 2 ? 1 : 0;
            truth.persons_by_three_units += places.count == 3 ? 1 : 0;
        }
        truth.registrations = rows.size();
        std::sort(rows.begin(), rows.end());
        part_neighbours(rows);
        return rows;
    }

private:
    const simulation_options& options_;
    unit_register units_;
    number_book numbers_;
};

} // namespace

std::uint64_t simulated_truth::planted(simulated_fault kind) const noexcept {
    return static_cast<std::uint64_t>(std::count_if(
        faults.begin(), faults.end(), [&](const auto& f) { return f.fault == kind; }));
}

simulated_truth
for_each_registration(const pack& instrument, const simulation_options& options,
                      const std::function<void(std::span<const std::string> cells)>& use) {
    if (options.mapping_year < first_mapping_year || options.mapping_year > last_mapping_year) {
        throw std::invalid_argument("a synthetic municipality is mapped in 2006 to 2031");
    }
    simulated_truth truth;
    const municipality_plan plan{options};
    const auto rows = plan.order(truth);
    const row_writer writer{instrument, options, plan.units()};
    fault_planter planter{options, plan.units(), writer};
    row_cells cells{instrument};
    for (std::uint64_t record = 0; record < rows.size(); ++record) {
        const auto& row = rows[static_cast<std::size_t>(record)];
        const auto person = make_person(options, row.person());
        const auto life = make_situation(options, person);
        const auto services = make_services(options, person, life);
        const auto number = plan.numbers().number_of(person);
        const auto places = plan.units().places_of(options, person, life, number.has_value());
        const registration_source from{person,    life,  services, number, places.at[row.nth()],
                                       row.nth(), record};
        writer.write(from, cells);
        if (const auto fault = planter.maybe_plant(from, cells)) {
            truth.faults.push_back({record, *fault});
        }
        use(cells.shown());
    }
    return truth;
}

} // namespace brukerplan

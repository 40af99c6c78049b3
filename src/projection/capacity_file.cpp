#include <array>
#include <utility>

#include <brukerplan/projection/decision.hpp>

#include "projection/count_rows.hpp"

namespace brukerplan {

namespace {

using detail::count_column;
using detail::count_rows;

enum : std::size_t {
    municipality,
    service,
    capacity,
    service_level,
    cost_under,
    cost_over,
    person_years,
    cost,
};
constexpr std::array<count_column, 8> columns{{{"municipality"},
                                               {"service"},
                                               {"capacity", false},
                                               {"service_level", false},
                                               {"cost_under", false},
                                               {"cost_over", false},
                                               {"person_years", false},
                                               {"cost", false}}};

std::optional<double> amount(count_rows& rows, std::size_t column) {
    return rows.empty(column) ? std::nullopt : rows.amount(column);
}

/// As it is stated, or by what misjudging costs.
std::optional<double> level(count_rows& rows) {
    const bool stated = !rows.empty(service_level);
    const bool under = !rows.empty(cost_under);
    const bool over = !rows.empty(cost_over);
    if (stated && (under || over)) {
        rows.fault(count_fault::level_and_costs);
    } else if (under != over) {
        rows.fault(count_fault::one_cost_alone);
    } else if (stated) {
        const auto value = rows.amount(service_level);
        if (value && !(*value > 0 && *value < 1)) {
            rows.fault(count_fault::not_a_level, service_level);
        }
        return value;
    } else if (under) {
        const auto of_under = rows.amount(cost_under);
        const auto of_over = rows.amount(cost_over);
        if (of_under && of_over && *of_under > 0 && *of_over > 0) {
            return service_level_of(*of_under, *of_over);
        }
        if (of_under && of_over) {
            rows.fault(count_fault::not_a_cost, *of_under > 0 ? cost_over : cost_under);
        }
    }
    return std::nullopt;
}

void take_row(count_rows& rows, planning_table& to) {
    auto code = rows.token(municipality);
    auto of = rows.token(service);
    planning_figures figures;
    figures.capacity = amount(rows, capacity);
    figures.service_level = level(rows);
    figures.person_years = amount(rows, person_years);
    figures.cost = amount(rows, cost);
    if (code && of && !to.try_emplace({*std::move(code), *std::move(of)}, figures).second) {
        rows.fault(count_fault::duplicate);
    }
}

} // namespace

count_file_result<planning_table> read_capacities(byte_source source) {
    count_rows rows{count_file::capacity, std::move(source), columns};
    planning_table table;
    if (rows.open()) {
        while (rows.next()) {
            take_row(rows, table);
        }
    }
    if (!rows.good()) {
        return unexpected(std::move(rows).error());
    }
    return table;
}

} // namespace brukerplan

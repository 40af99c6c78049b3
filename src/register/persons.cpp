#include <brukerplan/register/persons.hpp>

#include <algorithm>
#include <numeric>

#include "register/registration_order.hpp"

namespace brukerplan {

person_selection select_latest(std::span<const registration_key> keys) {
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto& x = keys[a];
        const auto& y = keys[b];
        if (x.national_number != y.national_number) {
            return x.national_number < y.national_number;
        }
        return detail::comes_first(x.mapped_on, x.sequence, y.mapped_on, y.sequence);
    });
    person_selection selection;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto& number = keys[order[i]].national_number;
        const bool same_person = i > 0 && number && number == keys[order[i - 1]].national_number;
        if (same_person) {
            continue;
        }
        selection.unlinked += number ? 0 : 1;
        selection.chosen.push_back(order[i]);
    }
    std::sort(selection.chosen.begin(), selection.chosen.end());
    return selection;
}

} // namespace brukerplan

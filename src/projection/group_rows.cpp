#include "projection/group_rows.hpp"

namespace brukerplan::detail {

namespace {

model_row row_of(const model_definition& model, const transition& seen) {
    model_row row{seen.municipality, seen.period, seen.observed, seen.coverage_variance, {}};
    for (std::size_t i = 0; i < model.terms.size(); ++i) {
        row.terms[i] = seen.coverage * seen.terms[static_cast<std::size_t>(model.terms[i].of)];
    }
    return row;
}

} // namespace

std::array<group_rows, size_group_count> group_rows_of(const model_definition& model,
                                                       std::span<const transition> transitions) {
    constexpr std::size_t enough = 40;
    std::array<group_rows, size_group_count> groups;
    std::vector<model_row> all;
    for (const auto& seen : transitions) {
        all.push_back(row_of(model, seen));
        groups[seen.size_group].rows.push_back(all.back());
    }
    for (auto& group : groups) {
        if (group.rows.size() >= enough) {
            group.from = learned_from::own_group;
        } else {
            group.rows = all;
            group.from = all.empty() ? learned_from::nothing : learned_from::all_sizes;
        }
    }
    return groups;
}

} // namespace brukerplan::detail

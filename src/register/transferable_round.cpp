#include <brukerplan/register/transferable_round.hpp>

#include "register/stages.hpp"

namespace brukerplan {

transferable_round make_transferable(merged_round&& round, step_stamp stamp) {
    auto& from = detail::stage_access::rows(round);
    check(stamp);
    auto about = from.about;
    std::vector<std::uint32_t> leaving;
    for (std::uint32_t row = 0; row < from.persons.size(); ++row) {
        if (from.informed[row] != 0) {
            leaving.push_back(row);
        }
    }
    about.transferred.transferable = leaving.size();
    about.transferred.not_informed = from.persons.size() - leaving.size();
    // Rows stand in the order of pseudonyms, and so will the running numbers.
    auto cells = from.cells.empty_copy();
    cells.make_room(leaving.size());
    cells.append_rows(from.cells, leaving);
    about.trail.push_back({"made_transferable",
                           std::move(stamp),
                           {{"transferable", about.transferred.transferable},
                            {"not_informed", about.transferred.not_informed}}});
    auto made = std::make_unique<detail::transferable_rows>(
        detail::transferable_rows{std::move(about), std::move(cells)});
    detail::stage_access::use_up(round); // with the key and the pseudonyms
    return detail::stage_access::make<transferable_round>(std::move(made));
}

transferable_round::transferable_round(std::unique_ptr<detail::transferable_rows> rows) noexcept
    : rows_(std::move(rows)) {}
transferable_round::transferable_round(transferable_round&&) noexcept = default;
transferable_round& transferable_round::operator=(transferable_round&&) noexcept = default;
transferable_round::~transferable_round() = default;

const collection_counts& transferable_round::collected() const noexcept {
    return rows_->about.collected;
}

const merge_counts& transferable_round::merged() const noexcept {
    return rows_->about.merged;
}

const transfer_counts& transferable_round::counts() const noexcept {
    return rows_->about.transferred;
}

const mapping_round& transferable_round::scope() const noexcept {
    return rows_->about.scope;
}

} // namespace brukerplan

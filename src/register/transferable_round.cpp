#include <brukerplan/register/transferable_round.hpp>

#include "register/stages.hpp"

namespace brukerplan {

transferable_round make_transferable(merged_round&& round, step_stamp stamp) {
    auto& from = detail::stage_access::rows(round);
    check(stamp);
    auto about = from.about;
    // Rows stand in the order of pseudonyms, and so will the running numbers.
    auto cells = detail::kept_table{about.instrument(),
                                    {from.cells.fields().begin(), from.cells.fields().end()}};
    cells.make_room(from.persons.size());
    for (std::size_t row = 0; row < from.persons.size(); ++row) {
        if (from.informed[row] != 0) {
            cells.append_row(from.cells, row);
            ++about.transferred.transferable;
        } else {
            ++about.transferred.not_informed;
        }
    }
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

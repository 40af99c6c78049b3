// Validations of the parts of a table: joined here, or carried to where they are joined.
#include <algorithm>
#include <memory>
#include <utility>

#include "document.hpp"
#include "guard.hpp"
#include "instrument/json_reader.hpp"
#include "validation.hpp"

namespace capi = brukerplan::capi;

namespace brukerplan::capi {

std::unique_ptr<bplan_validation> copy_of(const bplan_validation& validation) {
    return std::make_unique<bplan_validation>(validation);
}

} // namespace brukerplan::capi

namespace {

/// Sums that can still be saved.
void need_room(const bplan_validation& first, const bplan_validation& second) {
    constexpr auto most = std::uint64_t{brukerplan::detail::json_node::most_count};
    const auto& a = first.log.counts();
    const auto& b = second.log.counts();
    if (a.rows() + b.rows() > most ||
        brukerplan::total(a.findings()) + brukerplan::total(b.findings()) > most) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                            "there would be too many rows or findings"};
    }
}

std::unique_ptr<bplan_validation> merged(const bplan_validation& first,
                                         const bplan_validation& second) {
    auto made = capi::copy_of(first);
    made->log.append(second.log.counts().parts(), second.log.details(), second.log.truncated());
    made->rows_kept = first.rows_kept && second.rows_kept;
    if (made->rows_kept) {
        made->worst.insert(made->worst.end(), second.worst.begin(), second.worst.end());
    } else {
        made->worst.clear();
    }
    auto& columns = made->unknown_columns;
    columns.insert(columns.end(), second.unknown_columns.begin(), second.unknown_columns.end());
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return made;
}

} // namespace

int32_t bplan_validation_merge(const bplan_validation* first, const bplan_validation* second,
                               bplan_validation** validation, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(validation), [&] {
        const auto& one = capi::required(first, "first");
        const auto& other = capi::required(second, "second");
        if (one.fingerprint != other.fingerprint) {
            throw capi::refusal{
                BPLAN_ERROR_INVALID_ARGUMENT,
                "the two are by different packs, mappings, profiles, policies or dates"};
        }
        need_room(one, other);
        *validation = capi::finished(merged(one, other));
    });
}

int32_t bplan_validation_save(const bplan_validation* validation, bplan_document** document,
                              bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(document), [&] {
        const auto& v = capi::required(validation, "validation");
        *document = capi::document_of(brukerplan::detail::state_object(v, v.setting()));
    });
}

int32_t bplan_validation_restore(const bplan_context* context, const char* json, int64_t length,
                                 bplan_validation** validation, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(validation), [&] {
        auto made = capi::make_validation(capi::required(context, "context"), 0);
        const auto text = capi::text_argument(json, length, "json");
        try {
            static_cast<brukerplan::detail::validation_state&>(*made) =
                brukerplan::detail::read_state(text, made->setting());
        } catch (const brukerplan::detail::json_fault& fault) {
            throw capi::refusal{BPLAN_ERROR_INVALID_STATE,
                                "state: " + fault.path + ": " + fault.message};
        }
        *validation = capi::finished(std::move(made));
    });
}

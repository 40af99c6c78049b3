// From merged records to what leaves, and the receipt.
#include <string>
#include <vector>

#include <brukerplan/write/receipt_document.hpp>
#include <brukerplan/write/transfer_file.hpp>

#include "document.hpp"
#include "instrument/json_document.hpp"
#include "instrument/json_reader.hpp"
#include "stages.hpp"
#include "write/arrow_records.hpp"

namespace capi = brukerplan::capi;

namespace {

std::vector<std::string> names_argument(const char* json, std::int64_t length) {
    std::vector<std::string> names;
    const auto text = capi::text_argument(json, length, "without");
    if (text.empty()) {
        return names;
    }
    try {
        const auto document = brukerplan::detail::parse_document(text);
        brukerplan::detail::json_node{document, ""}.each(
            [&](const auto& name, std::size_t) { names.emplace_back(name.string()); });
    } catch (const brukerplan::detail::json_fault& fault) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT,
                            "without: " + fault.path + ": " + fault.message};
    }
    return names;
}

} // namespace

// ---- Merged

void bplan_merged_free(bplan_merged* merged) noexcept {
    delete merged;
}

int32_t bplan_merged_get_total(const bplan_merged* merged, int32_t total, int64_t* number,
                               bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(number), [&] {
        const auto& round = capi::open_round(merged, "merged");
        *number = capi::total_of(total, round.collected(), &round.counts(), nullptr);
    });
}

int32_t bplan_merged_copy_validation(const bplan_merged* merged, bplan_validation** validation,
                                     bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(validation), [&] {
        static_cast<void>(capi::open_round(merged, "merged"));
        *validation = capi::finished(capi::copy_of(*merged->found));
    });
}

int32_t bplan_merged_make_transferable(bplan_merged* merged, const char* by, int64_t by_length,
                                       int32_t year, int32_t month, int32_t day,
                                       bplan_transferable** transferable,
                                       bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(transferable), [&] {
        auto& round = capi::open_round(merged, "merged");
        auto stamp = capi::stamp_argument(by, by_length, year, month, day);
        auto made = std::make_unique<bplan_transferable>();
        made->pack = merged->found->pack;
        capi::refusing([&] {
            made->round.emplace(brukerplan::make_transferable(std::move(round), std::move(stamp)));
        });
        merged->round.reset();
        merged->found.reset();
        *transferable = made.release();
    });
}

// ---- Transferable

void bplan_transferable_free(bplan_transferable* transferable) noexcept {
    delete transferable;
}

int32_t bplan_transferable_get_total(const bplan_transferable* transferable, int32_t total,
                                     int64_t* number, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(number), [&] {
        const auto& round = capi::open_round(transferable, "transferable");
        *number = capi::total_of(total, round.collected(), &round.merged(), &round.counts());
    });
}

int32_t bplan_transferable_transfer(bplan_transferable* transferable, const char* without,
                                    int64_t without_length, const char* by, int64_t by_length,
                                    int32_t year, int32_t month, int32_t day,
                                    bplan_transferred** transferred, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(transferred), [&] {
        auto& round = capi::open_round(transferable, "transferable");
        const auto& pack = transferable->pack;
        const auto names = names_argument(without, without_length);
        auto stamp = capi::stamp_argument(by, by_length, year, month, day);
        auto made = capi::refusing([&] {
            const auto fields = brukerplan::make_transfer_set(*pack, names);
            auto room = std::make_unique<bplan_transferred>();
            room->pack = pack;
            room->round = brukerplan::transfer(std::move(round), fields, std::move(stamp));
            return room;
        });
        transferable->round.reset();
        *transferred = made.release();
    });
}

// ---- Transferred

void bplan_transferred_free(bplan_transferred* transferred) noexcept {
    delete transferred;
}

int32_t bplan_transferred_get_total(const bplan_transferred* transferred, int32_t total,
                                    int64_t* number, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(number), [&] {
        const auto& of = capi::required(transferred, "transferred").round.receipt;
        *number = capi::total_of(total, of.collected, &of.merged, &of.transferred);
    });
}

int32_t bplan_transferred_export_records(const bplan_transferred* transferred,
                                         struct ArrowSchema* schema, struct ArrowArray* records,
                                         bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(schema, records), [&] {
        const auto& of = capi::required(transferred, "transferred");
        brukerplan::detail::give(brukerplan::detail::record_columns_of(
                                     of.round.records, of.round.fields.fields, *of.pack),
                                 *schema, *records);
    });
}

int32_t bplan_transferred_write_file(const bplan_transferred* transferred,
                                     bplan_document** document, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(document), [&] {
        const auto& of = capi::required(transferred, "transferred");
        auto made = std::make_unique<bplan_document>();
        brukerplan::write_transfer_file(of.round, *of.pack,
                                        [&](std::string_view text) { made->text += text; });
        *document = made.release();
    });
}

int32_t bplan_transferred_write_receipt(const bplan_transferred* transferred,
                                        bplan_document** document, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(document), [&] {
        const auto& of = capi::required(transferred, "transferred");
        auto made = std::make_unique<bplan_document>();
        made->text = brukerplan::make_receipt_document(of.round, *of.pack);
        *document = made.release();
    });
}

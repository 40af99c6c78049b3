// From registrations to what the register receives, which is experimental: all steps in one call.
#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/brukerplan_experimental.h>

#include <utility>

#include "handles.hpp"
#include "progress.hpp"
#include "source.hpp"

namespace brukerplan_python {

namespace {

using collected = owned_handle<bplan_collected, bplan_collected_free>;
using merged = owned_handle<bplan_merged, bplan_merged_free>;
using transferable = owned_handle<bplan_transferable, bplan_transferable_free>;
using transferred = owned_handle<bplan_transferred, bplan_transferred_free>;

/// What leaves, and what was found on the way there.
struct prepared {
    transferred last;
    validation found;
};

/// Who acts and when, as every step is told.
struct stamp {
    std::string_view by;
    day on;

    template <class Function, class Handle, class... Arguments>
    void step(Function* function, Handle& to, Arguments... arguments) const {
        const auto& [year, month, of_month] = on;
        call(function, arguments..., by.data(), length_of(by), year, month, of_month, to.out());
    }
};

prepared prepare_stream(const context& with, nb::handle rows, std::string_view mapping_id,
                        std::string_view by, day on, std::int64_t most_details,
                        std::string_view policy, std::string_view changes, std::string_view without,
                        nb::object progress) {
    collected first;
    const auto& [year, month, of_month] = on;
    call(bplan_collected_create, with.get(), mapping_id.data(), length_of(mapping_id), by.data(),
         length_of(by), year, month, of_month, most_details, first.out());
    auto from = source_of(rows);
    progress_teller teller{std::move(progress)};
    with_progress(from, teller, [&](ArrowArrayStream* stream) {
        call_unlocked(bplan_collected_add_stream, first.get(), stream, &progress_teller::tell,
                      static_cast<void*>(&teller));
    });
    nb::gil_scoped_release unlocked;
    const stamp stamped{by, on};
    prepared made;
    merged second;
    stamped.step(bplan_collected_merge, second, first.get(), policy.data(), length_of(policy),
                 changes.data(), length_of(changes));
    call(bplan_merged_copy_validation, second.get(), made.found.out());
    transferable third;
    stamped.step(bplan_merged_make_transferable, third, second.get());
    stamped.step(bplan_transferable_transfer, made.last, third.get(), without.data(),
                 length_of(without));
    return made;
}

table records_of(const prepared& self) {
    owned_schema schema;
    owned_array records;
    call_unlocked(bplan_transferred_export_records, self.last.get(), schema.get(), records.get());
    return table_of(std::move(schema), std::move(records));
}

nb::bytes file_of(const prepared& self) {
    owned_document document;
    call_unlocked(bplan_transferred_write_file, self.last.get(), document.out());
    const auto text = text_from(bplan_document_get_text, document.get());
    return nb::bytes(text.data(), text.size());
}

} // namespace

void bind_prepare(nb::module_& module) {
    nb::class_<prepared>(module, "Prepared",
                         "What leaves a municipality. Never changes; threads may share it.")
        .def(
            "total",
            [](const prepared& self, std::int32_t total) {
                return number_from<std::int64_t>(bplan_transferred_get_total, self.last.get(),
                                                 total);
            },
            nb::arg("total"))
        .def("records", &records_of)
        .def("file", &file_of, "The CSV file, of which the receipt has the SHA-256.")
        .def(
            "receipt",
            [](const prepared& self) {
                return document_from(bplan_transferred_write_receipt, self.last.get());
            },
            "JSON text.")
        .def(
            "take_validation", [](prepared& self) { return std::move(self.found); },
            "What was found in the rows and by merging them; to be taken once.");
    module.def("prepare_stream", &prepare_stream, nb::arg("context"), nb::arg("rows"),
               nb::arg("mapping_id"), nb::arg("by"), nb::arg("on"), nb::arg("most_details"),
               nb::arg("policy"), nb::arg("changes"), nb::arg("without"),
               nb::arg("progress").none() = nb::none(),
               "Collects the rows of a stream, merges them, and makes of them what leaves.");
}

} // namespace brukerplan_python

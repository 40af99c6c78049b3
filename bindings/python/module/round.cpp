// Rounds, which are experimental: registrations in, the report document out.
#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/brukerplan_experimental.h>

#include "handles.hpp"
#include "progress.hpp"
#include "source.hpp"

namespace brukerplan_python {

namespace {

using owned_round = owned_handle<bplan_round, bplan_round_free>;

nb::str report_of_stream(const context& with, nb::handle rows, nb::object progress) {
    owned_round round;
    call(bplan_round_create, with.get(), round.out());
    auto from = source_of(rows);
    progress_teller teller{std::move(progress)};
    with_progress(from, teller, [&](ArrowArrayStream* stream) {
        call_unlocked(bplan_round_add_stream, round.get(), stream, &progress_teller::tell,
                      static_cast<void*>(&teller));
    });
    return document_from(bplan_round_finish, round.get());
}

} // namespace

void bind_round(nb::module_& module) {
    module.def("report_of_stream", &report_of_stream, nb::arg("context"), nb::arg("rows"),
               nb::arg("progress").none() = nb::none(),
               "Counts the rows of a stream as one round: the report document, JSON text.");
}

} // namespace brukerplan_python

// How many persons have which assessment.
#include <vector>

#include "buffer.hpp"
#include "handles.hpp"
#include "ratings.hpp"
#include "source.hpp"

namespace brukerplan_python {

namespace {

histogram of_nobody() {
    histogram made;
    call(bplan_histogram_create, made.out());
    return made;
}

histogram of_stream(const context& with, nb::handle rows) {
    auto made = of_nobody();
    auto from = source_of(rows);
    nb::gil_scoped_release unlocked;
    source own = std::move(from);
    const auto schema = schema_of(own);
    for (owned_array batch = next_of(own); !batch.released(); batch = next_of(own)) {
        call(bplan_histogram_add_table, made.get(), with.get(), schema.get(), batch.get());
    }
    return made;
}

histogram of_columns(nb::typed<nb::sequence, nb::object> columns) {
    const rating_columns ratings{columns};
    auto made = of_nobody();
    if (ratings.gaps()) {
        call_unlocked(bplan_histogram_add_strided, made.get(), ratings.starts(), ratings.strides(),
                      ratings.rows());
    } else {
        call_unlocked(bplan_histogram_add_columns, made.get(), ratings.starts(), ratings.rows());
    }
    return made;
}

histogram of_codes(nb::handle codes) {
    const auto assessments = assessment_codes(codes);
    auto made = of_nobody();
    call_unlocked(bplan_histogram_add_packed, made.get(), assessments.data<std::uint16_t>(),
                  assessments.size());
    return made;
}

const std::int64_t* counts_in(const histogram& self) {
    const std::int64_t* counts = nullptr;
    call(bplan_histogram_get_counts, self.get(), &counts);
    return counts;
}

std::int64_t unreadable_in(const histogram& self) {
    return number_from<std::int64_t>(bplan_histogram_count_unreadable, self.get());
}

histogram of_counts(nb::handle counts, std::int64_t unreadable) {
    const auto persons = person_counts(counts);
    auto made = of_nobody();
    call_unlocked(bplan_histogram_add_counts, made.get(), persons.data<std::int64_t>(), unreadable);
    return made;
}

/// That of two groups together; both stay as they are.
histogram sum(const histogram& first, const histogram& second) {
    auto made = of_nobody();
    for (const auto* part : {&first, &second}) {
        call(bplan_histogram_add_counts, made.get(), counts_in(*part), unreadable_in(*part));
    }
    return made;
}

} // namespace

void bind_histogram(nb::module_& module) {
    nb::class_<histogram>(module, "Histogram",
                          "How many persons have which assessment. Never changes once it is made.")
        .def_static("of_stream", &of_stream, nb::arg("context"), nb::arg("rows"))
        .def_static("of_columns", &of_columns, nb::arg("columns"))
        .def_static("of_codes", &of_codes, nb::arg("codes"))
        .def_static("of_counts", &of_counts, nb::arg("counts"), nb::arg("unreadable") = 0)
        .def("__add__", &sum, nb::arg("other"), nb::is_operator())
        .def("counts",
             [](const histogram& self) {
                 return nb::bytes(counts_in(self), BPLAN_ASSESSMENTS * sizeof(std::int64_t));
             })
        .def_prop_ro("persons",
                     [](const histogram& self) {
                         return number_from<std::int64_t>(bplan_histogram_count_persons,
                                                          self.get());
                     })
        .def_prop_ro("unreadable", &unreadable_in);
}

} // namespace brukerplan_python

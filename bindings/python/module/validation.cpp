// Tables validated and scored, and what was found in them.
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "handles.hpp"
#include "progress.hpp"
#include "source.hpp"

namespace brukerplan_python {

namespace {

validation validate_stream(const context& with, nb::handle rows, std::int64_t most_details,
                           bool keep_rows, nb::object progress) {
    auto from = source_of(rows);
    progress_teller teller{std::move(progress)};
    validation made;
    with_progress(from, teller, [&](ArrowArrayStream* stream) {
        call_unlocked(bplan_table_validate_stream, with.get(), stream, most_details,
                      std::int32_t{keep_rows}, &progress_teller::tell, static_cast<void*>(&teller),
                      made.out());
    });
    return made;
}

table score_stream(const context& with, nb::handle rows) {
    auto from = source_of(rows);
    nb::gil_scoped_release unlocked;
    source own = std::move(from);
    const auto schema = schema_of(own);
    table scores;
    const auto score = [&](const ArrowArray& batch) {
        owned_schema type;
        owned_array made;
        call(bplan_table_score, with.get(), schema.get(), &batch, type.get(), made.get());
        if (!scores.schema) {
            scores.schema = std::make_shared<const owned_schema>(std::move(type));
        }
        scores.batches.push_back(std::make_shared<const owned_array>(std::move(made)));
    };
    for (owned_array batch = next_of(own); !batch.released(); batch = next_of(own)) {
        score(*batch);
    }
    if (scores.batches.empty()) { // so that the scores have their columns
        std::vector<ArrowArray> parts(static_cast<std::size_t>(schema->n_children));
        std::vector<ArrowArray*> children;
        for (auto& part : parts) {
            children.push_back(&part);
        }
        const void* validity = nullptr;
        ArrowArray nothing{};
        nothing.n_buffers = 1;
        nothing.buffers = &validity;
        nothing.n_children = schema->n_children;
        nothing.children = children.data();
        nothing.release = [](ArrowArray* array) { array->release = nullptr; };
        score(nothing);
    }
    return scores;
}

table exported(const validation& self, decltype(bplan_validation_export_findings)* function) {
    owned_schema schema;
    owned_array array;
    call_unlocked(function, self.get(), schema.get(), array.get());
    return table_of(std::move(schema), std::move(array));
}

/// A count of which the function wants the severity last.
template <auto function>
std::int64_t count_of(const validation& self, std::int32_t severity) {
    return number_from<std::int64_t>(function, self.get(), severity);
}

template <auto function>
std::int64_t part_count_of(const validation& self, std::int64_t part, std::int32_t severity) {
    return number_from<std::int64_t>(function, self.get(), part, severity);
}

template <auto function>
std::int64_t number_of(const validation& self) {
    return number_from<std::int64_t>(function, self.get());
}

template <auto function>
nb::str name_of(const validation& self, std::int64_t part) {
    return as_str(text_from(function, self.get(), part));
}

/// Numbers of a type as bytes, by a function that is asked for their number first.
template <class Number, auto function>
nb::bytes numbers_of(const validation& self) {
    std::int64_t count = 0;
    call(function, self.get(), nullptr, std::int64_t{0}, &count);
    std::vector<Number> numbers(static_cast<std::size_t>(count));
    call_unlocked(function, self.get(), numbers.data(), count, &count);
    return nb::bytes(numbers.data(), numbers.size() * sizeof(Number));
}

validation merge(const validation& first, const validation& second) {
    validation made;
    call_unlocked(bplan_validation_merge, first.get(), second.get(), made.out());
    return made;
}

validation restore(const context& with, std::string_view state) {
    validation made;
    call_unlocked(bplan_validation_restore, with.get(), state.data(), length_of(state), made.out());
    return made;
}

std::vector<std::int64_t> unknown_columns(const validation& self) {
    std::vector<std::int64_t> positions;
    const auto count = number_of<bplan_validation_count_unknown_columns>(self);
    for (std::int64_t i = 0; i < count; ++i) {
        positions.push_back(
            number_from<std::int64_t>(bplan_validation_get_unknown_column, self.get(), i));
    }
    return positions;
}

} // namespace

void bind_validation(nb::module_& module) {
    const auto any = nb::arg("severity") = BPLAN_SEVERITY_ANY;
    nb::class_<validation>(module, "Validation",
                           "What was found in a table. Never changes; threads may share it.")
        .def("count_rows", &count_of<bplan_validation_count_rows>, any)
        .def("count_findings", &count_of<bplan_validation_count_findings>, any)
        .def("count_details", &number_of<bplan_validation_count_details>)
        .def("truncated",
             [](const validation& self) {
                 return number_from<std::int32_t>(bplan_validation_get_truncated, self.get()) == 1;
             })
        .def("unknown_columns", &unknown_columns)
        .def("count_rules", &number_of<bplan_validation_count_rules>)
        .def("rule_code", &name_of<bplan_validation_get_rule_code>, nb::arg("rule"))
        .def("count_rule_findings", &part_count_of<bplan_validation_count_rule_findings>,
             nb::arg("rule"), any)
        .def("count_rule_records", &part_count_of<bplan_validation_count_rule_records>,
             nb::arg("rule"), any)
        .def("count_fields", &number_of<bplan_validation_count_fields>)
        .def("field_name", &name_of<bplan_validation_get_field_name>, nb::arg("field"))
        .def("count_field_findings", &part_count_of<bplan_validation_count_field_findings>,
             nb::arg("field"), any)
        .def("count_units", &number_of<bplan_validation_count_units>)
        .def("unit_name", &name_of<bplan_validation_get_unit_name>, nb::arg("unit"))
        .def(
            "unit_kind",
            [](const validation& self, std::int64_t unit) {
                return number_from<std::int32_t>(bplan_validation_get_unit_kind, self.get(), unit);
            },
            nb::arg("unit"))
        .def("count_unit_rows", &part_count_of<bplan_validation_count_unit_rows>, nb::arg("unit"),
             any)
        .def("count_unit_findings", &part_count_of<bplan_validation_count_unit_findings>,
             nb::arg("unit"), any)
        .def(
            "count_unit_rule_records",
            [](const validation& self, std::int64_t unit, std::int64_t rule) {
                return number_from<std::int64_t>(bplan_validation_count_unit_rule_records,
                                                 self.get(), unit, rule);
            },
            nb::arg("unit"), nb::arg("rule"))
        .def("worst_severities", &numbers_of<std::int8_t, bplan_validation_get_worst_severities>,
             "The worst severity of each row, one byte a row.")
        .def("good_rows", &numbers_of<std::int64_t, bplan_validation_get_good_rows>,
             "Rows without errors from 0, as eight bytes each in the order of the machine.")
        .def("bad_rows", &numbers_of<std::int64_t, bplan_validation_get_bad_rows>,
             "Rows with errors from 0, as eight bytes each in the order of the machine.")
        .def(
            "findings",
            [](const validation& self) { return exported(self, bplan_validation_export_findings); })
        .def("summary",
             [](const validation& self) { return exported(self, bplan_validation_export_summary); })
        .def(
            "list_findings",
            [](const validation& self, bool lines) {
                return document_from(
                    bplan_validation_list_findings, self.get(),
                    std::int32_t{lines ? BPLAN_LISTING_NDJSON : BPLAN_LISTING_JSON});
            },
            nb::arg("lines") = false, "The findings that are kept, as JSON text or as NDJSON.")
        .def("merge", &merge, nb::arg("other"),
             "That of this part of a table and of the rows behind it.")
        .def(
            "save",
            [](const validation& self) { return document_from(bplan_validation_save, self.get()); },
            "JSON text, to be restored in another process.")
        .def_static("restore", &restore, nb::arg("context"), nb::arg("state"));
    module.def("validate_stream", &validate_stream, nb::arg("context"), nb::arg("rows"),
               nb::arg("most_details"), nb::arg("keep_rows"),
               nb::arg("progress").none() = nb::none(),
               "Validates a stream batch by batch. `progress` is called with the number of rows "
               "now and then.");
    module.def("score_stream", &score_stream, nb::arg("context"), nb::arg("rows"),
               "Scores a stream batch by batch: a batch of scores for each of rows.");
}

} // namespace brukerplan_python

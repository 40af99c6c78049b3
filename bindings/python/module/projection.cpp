// Counts, projections and backtests, which are experimental.
#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/brukerplan_experimental.h>

#include <string>
#include <tuple>
#include <vector>

#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "handles.hpp"
#include "progress.hpp"
#include "source.hpp"

namespace brukerplan_python {

namespace {

struct mapping_counts : owned_handle<bplan_mapping_counts, bplan_mapping_counts_free> {};
struct projection_options : owned_handle<bplan_projection_options, bplan_projection_options_free> {
};
struct projection : owned_handle<bplan_projection, bplan_projection_free> {};
struct backtest : owned_handle<bplan_backtest, bplan_backtest_free> {};

// ---- Counts

mapping_counts of_nobody() {
    mapping_counts made;
    call(bplan_mapping_counts_create, made.out());
    return made;
}

mapping_counts counts_of_stream(const context& with, nb::handle rows, nb::object progress) {
    auto made = of_nobody();
    auto from = source_of(rows);
    progress_teller teller{std::move(progress)};
    with_progress(from, teller, [&](ArrowArrayStream* stream) {
        call_unlocked(bplan_mapping_counts_add_stream, made.get(), with.get(), stream,
                      &progress_teller::tell, static_cast<void*>(&teller));
    });
    return made;
}

mapping_counts counts_of_csv(std::string_view cells, std::string_view profiles) {
    auto made = of_nobody();
    call_unlocked(bplan_mapping_counts_add_csv, made.get(), cells.data(), length_of(cells),
                  profiles.data(), length_of(profiles));
    return made;
}

/// That of two groups together; both stay as they are.
mapping_counts sum(const mapping_counts& first, const mapping_counts& second) {
    auto made = of_nobody();
    for (const auto* part : {&first, &second}) {
        call(bplan_mapping_counts_merge, made.get(), part->get());
    }
    return made;
}

mapping_counts restored(std::string_view state) {
    mapping_counts made;
    call_unlocked(bplan_mapping_counts_restore, state.data(), length_of(state), made.out());
    return made;
}

// ---- Options

using capacity = std::tuple<std::string, std::string, std::int64_t>;

projection_options make_options(std::int32_t horizon, std::int32_t refits, std::int32_t draws,
                                std::int64_t seed, std::string_view coverage) {
    projection_options made;
    call(bplan_projection_options_create, made.out());
    call(bplan_projection_options_set_horizon, made.get(), horizon);
    call(bplan_projection_options_set_refits, made.get(), refits);
    call(bplan_projection_options_set_draws, made.get(), draws);
    call(bplan_projection_options_set_seed, made.get(), seed);
    call(bplan_projection_options_set_coverage, made.get(), coverage.data(), length_of(coverage));
    return made;
}

projection project(const mapping_counts& counts, std::int32_t horizon, std::int32_t refits,
                   std::int32_t draws, std::int64_t seed, std::string_view coverage,
                   std::string_view population, bool all_models, std::string_view scenario,
                   std::int32_t thousandths, const std::vector<capacity>& capacities) {
    const auto options = make_options(horizon, refits, draws, seed, coverage);
    call(bplan_projection_options_set_population, options.get(), population.data(),
         length_of(population));
    call(bplan_projection_options_set_all_models, options.get(), all_models ? 1 : 0);
    call(bplan_projection_options_set_scenario, options.get(), scenario.data(), length_of(scenario),
         thousandths);
    for (const auto& [municipality, service, persons] : capacities) {
        call(bplan_projection_options_set_capacity, options.get(), municipality.data(),
             length_of(municipality), service.data(), length_of(service), persons);
    }
    projection made;
    call_unlocked(bplan_projection_create, counts.get(), options.get(), made.out());
    return made;
}

// ---- Results

/// What a function exports as columns.
template <class Function, class... Arguments>
table exported(Function* function, Arguments... arguments) {
    owned_schema schema;
    owned_array rows;
    call_unlocked(function, arguments..., schema.get(), rows.get());
    return table_of(std::move(schema), std::move(rows));
}

std::int64_t number_of_municipalities(const projection& self) {
    return number_from<std::int64_t>(bplan_projection_count_municipalities, self.get());
}

std::vector<std::string> municipalities(const projection& self) {
    std::vector<std::string> all;
    for (std::int64_t place = 0; place < number_of_municipalities(self); ++place) {
        all.emplace_back(text_from(bplan_projection_get_municipality, self.get(), place));
    }
    return all;
}

backtest run_backtest(const mapping_counts& counts, std::int32_t horizon, std::int32_t refits,
                      std::int64_t seed, std::string_view coverage, nb::object progress) {
    constexpr std::int32_t fewest_draws = 100; // of which a backtest makes no use
    const auto options = make_options(horizon, refits, fewest_draws, seed, coverage);
    progress_teller teller{std::move(progress)};
    backtest made;
    try {
        call_unlocked(bplan_backtest_create, counts.get(), options.get(), &progress_teller::tell,
                      static_cast<void*>(&teller), made.out());
    } catch (const failure&) {
        if (teller.thrown) {
            std::rethrow_exception(teller.thrown);
        }
        throw;
    }
    return made;
}

} // namespace

void bind_projection(nb::module_& module) {
    nb::class_<mapping_counts>(module, "MappingCounts",
                               "Mapped persons by municipality, round and service. Never changes "
                               "once it is made.")
        .def_static("of_stream", &counts_of_stream, nb::arg("context"), nb::arg("rows"),
                    nb::arg("progress").none() = nb::none())
        .def_static("of_csv", &counts_of_csv, nb::arg("cells"), nb::arg("profiles"))
        .def_static("restore", &restored, nb::arg("state"))
        .def("__add__", &sum, nb::arg("other"), nb::is_operator())
        .def("save",
             [](const mapping_counts& self) {
                 return document_from(bplan_mapping_counts_save, self.get());
             })
        .def(
            "total",
            [](const mapping_counts& self, std::int32_t total) {
                return number_from<std::int64_t>(bplan_mapping_counts_get_total, self.get(), total);
            },
            nb::arg("total"));

    nb::class_<projection>(module, "Projection",
                           "Models that have been fitted to counts. Never changes; threads may "
                           "share it.")
        .def("municipalities", &municipalities)
        .def(
            "rows",
            [](const projection& self, std::int64_t first, std::int64_t count) {
                return exported(bplan_projection_export_municipalities, self.get(), first, count);
            },
            nb::arg("first"), nb::arg("count"))
        .def(
            "areas",
            [](const projection& self, std::string_view csv) {
                return exported(bplan_projection_export_areas, self.get(), csv.data(),
                                length_of(csv));
            },
            nb::arg("csv"))
        .def(
            "country",
            [](const projection& self, std::string_view name) {
                return exported(bplan_projection_export_country, self.get(), name.data(),
                                length_of(name));
            },
            nb::arg("name"));

    nb::class_<backtest>(module, "Backtest",
                         "What models would have said of past rounds, scored. Never changes; "
                         "threads may share it.")
        .def(
            "scores",
            [](const backtest& self, bool period, bool service, bool size_group) {
                const std::int32_t by = (period ? BPLAN_BACKTEST_BY_PERIOD : 0) |
                                        (service ? BPLAN_BACKTEST_BY_SERVICE : 0) |
                                        (size_group ? BPLAN_BACKTEST_BY_SIZE_GROUP : 0);
                return exported(bplan_backtest_export_scores, self.get(), by);
            },
            nb::arg("period"), nb::arg("service"), nb::arg("size_group"))
        .def(
            "comparisons",
            [](const backtest& self, std::int32_t resamples) {
                return exported(bplan_backtest_export_comparisons, self.get(), resamples);
            },
            nb::arg("resamples"));

    module.def("project", &project, nb::arg("counts"), nb::kw_only(), nb::arg("horizon"),
               nb::arg("refits"), nb::arg("draws"), nb::arg("seed"), nb::arg("coverage"),
               nb::arg("population"), nb::arg("all_models"), nb::arg("scenario"),
               nb::arg("thousandths"), nb::arg("capacities"), "Fits models to counts.");
    module.def("backtest", &run_backtest, nb::arg("counts"), nb::kw_only(), nb::arg("horizon"),
               nb::arg("refits"), nb::arg("seed"), nb::arg("coverage"),
               nb::arg("progress").none() = nb::none(),
               "Scores what models would have said of past rounds.");
}

} // namespace brukerplan_python

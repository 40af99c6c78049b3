// The document door of the C interface: one record in, findings and score out; and what a context
// costs to make.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <benchmark/benchmark.h>
#include <brukerplan/brukerplan.h>

namespace {

/// About 1 kB; nobody, in a municipality that does not exist.
constexpr std::string_view record = R"({
  "row_ref": "A-000017", "municipality": "9001", "mapping_year": 2024, "mapped_on": "2024-10-07",
  "unit": "rus- og psykisk helseteam 1", "unit_kind": "health_and_care", "mapper": "K07",
  "national_number": "15868710168", "birth_year": 1987, "sex": "male",
  "birth_country_group": "norway", "work_experience": "yes", "informed": "yes", "objects": "no",
  "record_noted": "yes", "substance_problem": "yes", "mental_disorder": "less_serious",
  "housing": "red", "activity": "red", "economy": "yellow", "physical_health": "green",
  "mental_health": "yellow", "substance_use": "red", "social_functioning": "yellow",
  "network": "green", "substances": ["alcohol", "cannabis"], "injects": "no",
  "opioid_agonist_treatment": "no", "housing_kind": "homeless", "main_activity": "none",
  "income_source": "disability_benefit", "managed_economy": "none", "violence": "none",
  "children_care": 0, "children_contact": 1, "others_children": 0, "individual_plan": "no",
  "coordinator": "yes", "services_received": ["follow_up_team", "gp"],
  "services_needed": ["follow_up_team", "housing_follow_up", "gp"]})";

void need(int32_t code) {
    if (code != BPLAN_OK) {
        std::abort();
    }
}

bplan_context* make_context() {
    bplan_options* options = nullptr;
    bplan_context* context = nullptr;
    need(bplan_options_create(&options, nullptr));
    need(bplan_options_set_test_numbers(options, 1, nullptr));
    need(bplan_context_create(options, &context, nullptr));
    bplan_options_free(options);
    return context;
}

void one_record_validated_and_scored(benchmark::State& state) {
    auto* context = make_context();
    for (auto _ : state) {
        bplan_document* document = nullptr;
        need(bplan_record_check(context, record.data(), static_cast<std::int64_t>(record.size()),
                                &document, nullptr));
        benchmark::DoNotOptimize(document);
        bplan_document_free(document);
    }
    bplan_context_free(context);
}
BENCHMARK(one_record_validated_and_scored);

void context_made_and_freed(benchmark::State& state) {
    for (auto _ : state) {
        bplan_context_free(make_context());
    }
}
BENCHMARK(context_made_and_freed);

} // namespace

BENCHMARK_MAIN();

// Projections and backtests through the C interface.
#include "projections.hpp"

#include <array>
#include <cmath>
#include <thread>
#include <vector>

namespace capi_projection_test {

using namespace capi_test;

constexpr std::array<std::string_view, 22> frozen_columns{
    "municipality", "service",   "quantity",   "model",     "horizon",   "mean",  "sd",
    "q05",          "q10",       "q25",        "q50",       "q75",       "q90",   "q95",
    "band_low",     "band_high", "naive_mean", "naive_q05", "naive_q95", "terms", "variance_shares",
    "flags"};

std::int64_t municipalities_of(const projection& of) {
    std::int64_t count = -1;
    REQUIRE(bplan_projection_count_municipalities(of.get(), &count, nullptr) == BPLAN_OK);
    return count;
}

void rows_of(const projection& of, std::int64_t first, std::int64_t count, taken& to) {
    REQUIRE(bplan_projection_export_municipalities(of.get(), first, count, &to.schema, &to.array,
                                                   nullptr) == BPLAN_OK);
}

bool known(const taken& rows, std::size_t row) {
    const auto* mean = rows.array.children[rows.column("mean")];
    const auto* bits = static_cast<const std::uint8_t*>(mean->buffers[0]);
    return bits == nullptr || ((bits[row / 8] >> (row % 8)) & 1U) != 0;
}

/// What its terms add up to.
double sum_of_terms(const taken& rows, std::size_t row) {
    const auto* terms = rows.array.children[rows.column("terms")];
    const auto* ends = static_cast<const std::int32_t*>(terms->buffers[1]);
    const auto* persons = static_cast<const double*>(terms->children[0]->children[1]->buffers[1]);
    double sum = 0;
    for (auto at = ends[row]; at < ends[row + 1]; ++at) {
        sum += persons[at];
    }
    return sum;
}

double sum_of_shares(const taken& rows, std::size_t row) {
    const auto* shares = rows.array.children[rows.column("variance_shares")];
    double sum = 0;
    for (std::int64_t part = 0; part < shares->n_children; ++part) {
        sum += static_cast<const double*>(shares->children[part]->buffers[1])[row];
    }
    return sum;
}

std::vector<double> means_of(const taken& rows) {
    const auto* mean = rows.values<double>("mean");
    return {mean, mean + rows.array.length};
}

TEST_CASE("a projection has the frozen columns, and three rows a municipality and service") {
    const auto made = project(counts_of(cells_of(5, 2021, 2024)), few());
    REQUIRE(municipalities_of(made) == 5);
    taken rows;
    rows_of(made, 0, 5, rows);
    REQUIRE(rows.schema.n_children == static_cast<std::int64_t>(frozen_columns.size()));
    for (std::size_t i = 0; i < frozen_columns.size(); ++i) {
        CHECK(rows.schema.children[i]->name == frozen_columns[i]);
    }
    REQUIRE(rows.array.length == 5 * 2 * 3);
    for (std::size_t row = 0; row < 30; ++row) {
        CHECK(rows.text("municipality", row) == std::to_string(9001 + row / 6));
        CHECK(rows.text("service", row) == (row % 6 < 3 ? "housing" : "work"));
        CHECK(rows.text("quantity", row) == std::array{"need", "expected_use", "gap"}[row % 3]);
        CHECK(rows.values<std::int32_t>("horizon")[row] == 1);
        const auto flags = rows.text("flags", row);
        CHECK(flags.find("coverage_assumed") != std::string::npos);
        if (!known(rows, row)) {
            continue;
        }
        CHECK(sum_of_terms(rows, row) == doctest::Approx(rows.values<double>("mean")[row]));
        CHECK(sum_of_shares(rows, row) == doctest::Approx(1));
        CHECK(flags.substr(0, 8) == "assumed|");
        CHECK(rows.values<std::int64_t>("q05")[row] <= rows.values<std::int64_t>("q50")[row]);
        CHECK(rows.values<std::int64_t>("q50")[row] <= rows.values<std::int64_t>("q95")[row]);
        CHECK(rows.values<double>("band_low")[row] <= rows.values<double>("band_high")[row]);
    }
}

TEST_CASE("of a service that was not asked for nothing is said but that") {
    const auto made = project(counts_of(cells_of(5, 2021, 2024)), few());
    taken rows;
    rows_of(made, 0, 1, rows);
    for (std::size_t row = 3; row < 6; ++row) {
        CHECK_FALSE(known(rows, row));
        CHECK(rows.text("flags", row).find("not_asked") != std::string::npos);
        CHECK(sum_of_terms(rows, row) == 0);
    }
    CHECK(rows.array.children[rows.column("variance_shares")]->null_count == 3);
    CHECK(rows.array.children[rows.column("naive_q95")]->null_count == 3);
}

TEST_CASE("a municipality's rows are the same alone, among others and on another thread") {
    const auto made = project(counts_of(cells_of(5, 2021, 2024)), few());
    taken all;
    rows_of(made, 0, 5, all);
    const auto together = means_of(all);
    std::vector<std::vector<double>> apart(5);
    std::vector<std::thread> threads;
    for (std::int64_t place = 0; place < 5; ++place) {
        threads.emplace_back([&, place] {
            taken one;
            if (bplan_projection_export_municipalities(made.get(), place, 1, &one.schema,
                                                       &one.array, nullptr) == BPLAN_OK) {
                apart[static_cast<std::size_t>(place)] = means_of(one);
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    std::vector<double> joined;
    for (const auto& part : apart) {
        joined.insert(joined.end(), part.begin(), part.end());
    }
    CHECK(joined == together);
}

TEST_CASE("places beyond the last are refused") {
    const auto made = project(counts_of(cells_of(3, 2021, 2024)), few());
    const char* text = "before";
    std::int64_t length = 7;
    CHECK(bplan_projection_get_municipality(made.get(), 3, &text, &length, nullptr) ==
          BPLAN_ERROR_OUT_OF_RANGE);
    CHECK((text == nullptr && length == 0));
    REQUIRE(bplan_projection_get_municipality(made.get(), 2, &text, &length, nullptr) == BPLAN_OK);
    CHECK(std::string_view{text, static_cast<std::size_t>(length)} == "9003");
    for (const auto& [first, count] :
         {std::pair<std::int64_t, std::int64_t>{-1, 1}, {0, 4}, {3, 1}, {0, -1}, {4, 0}}) {
        taken rows;
        CHECK(bplan_projection_export_municipalities(made.get(), first, count, &rows.schema,
                                                     &rows.array,
                                                     nullptr) == BPLAN_ERROR_OUT_OF_RANGE);
        CHECK((rows.schema.release == nullptr && rows.array.release == nullptr));
    }
    taken none;
    rows_of(made, 3, 0, none);
    CHECK(none.array.length == 0);
}

TEST_CASE("areas and the country are sums of their municipalities") {
    const auto made = project(counts_of(cells_of(4, 2021, 2024)), few());
    taken each;
    rows_of(made, 0, 4, each);
    constexpr std::string_view csv = "municipality,area\n9001,south\n9002,north\n9004,north\n"
                                     "9050,nowhere\n";
    taken areas;
    REQUIRE(bplan_projection_export_areas(made.get(), csv.data(), size_of(csv), &areas.schema,
                                          &areas.array, nullptr) == BPLAN_OK);
    REQUIRE(areas.array.length == 2 * 2 * 3);
    CHECK(areas.text("municipality", 0) == "north");
    CHECK(areas.text("municipality", 6) == "south");
    const auto* mean = each.values<double>("mean");
    CHECK(areas.values<double>("mean")[1] ==
          doctest::Approx(mean[6 + 1] + mean[18 + 1]).epsilon(0.05));

    taken country;
    REQUIRE(bplan_projection_export_country(made.get(), "all", 3, &country.schema, &country.array,
                                            nullptr) == BPLAN_OK);
    REQUIRE(country.array.length == 2 * 3);
    CHECK(country.text("municipality", 0) == "all");
    CHECK(country.values<double>("mean")[1] ==
          doctest::Approx(mean[1] + mean[7] + mean[13] + mean[19]).epsilon(0.05));

    taken none;
    bplan_error err = BPLAN_ERROR_INIT;
    CHECK(bplan_projection_export_areas(made.get(), "municipality", 12, &none.schema, &none.array,
                                        &err) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK((none.schema.release == nullptr));
}

TEST_CASE("what is known of coverage changes the numbers, and is no longer assumed") {
    const auto counts = counts_of(cells_of(4, 2021, 2024));
    const auto options = few();
    std::string csv = "municipality,round,coverage,coverage_sd,basis\n";
    for (int m = 1; m <= 4; ++m) {
        for (int year = 2021; year <= 2024; ++year) {
            csv += "900" + std::to_string(m) + "," + std::to_string(year) + ",1,0,units\n";
        }
    }
    REQUIRE(bplan_projection_options_set_coverage(options.get(), csv.data(), size_of(csv),
                                                  nullptr) == BPLAN_OK);
    taken rows;
    rows_of(project(counts, options), 1, 1, rows);
    CHECK(rows.text("flags", 0).find("identified") == 0);
    CHECK(rows.text("flags", 1).find("coverage_assumed") == std::string::npos);
    REQUIRE(bplan_projection_options_set_coverage(options.get(), nullptr, 0, nullptr) == BPLAN_OK);
    taken assumed;
    rows_of(project(counts, options), 1, 1, assumed);
    CHECK(assumed.text("flags", 1).find("coverage_assumed") != std::string::npos);
    CHECK(assumed.values<double>("mean")[1] > rows.values<double>("mean")[1]);
}

TEST_CASE("a scenario changes what it names") {
    const auto counts = counts_of(cells_of(4, 2021, 2024));
    const auto options = few();
    const auto use_under = [&](std::string_view name, std::int32_t thousandths) {
        bplan_error err = BPLAN_ERROR_INIT;
        const auto code = bplan_projection_options_set_scenario(options.get(), name.data(),
                                                                size_of(name), thousandths, &err);
        INFO(err.message);
        REQUIRE(code == BPLAN_OK);
        taken rows;
        rows_of(project(counts, options), 1, 1, rows);
        return rows.values<double>("mean")[1];
    };
    const auto as_is = use_under("as_is", 0);
    CHECK(use_under("more_entrants", 100) == doctest::Approx(1.1 * as_is));
    CHECK(use_under("met_need", 999) > as_is);
    CHECK(use_under("full_coverage", 0) < as_is);
    CHECK(use_under("capacity", 0) == as_is);
    REQUIRE(bplan_projection_options_set_capacity(options.get(), "9002", 4, "housing", 7, 3,
                                                  nullptr) == BPLAN_OK);
    CHECK(use_under("capacity", 0) <= 3);
    CHECK(use_under("as_is", 0) == as_is);
}

TEST_CASE("the population counts from three years ahead on") {
    const auto counts = counts_of(cells_of(4, 2021, 2024));
    const auto options = few();
    constexpr std::string_view csv = "year,municipality,sex,age_band,population\n"
                                     "2024,9002,female,16+,900\n2027,9002,female,16+,1800\n";
    const auto use = [&] {
        taken rows;
        rows_of(project(counts, options), 1, 1, rows);
        return std::pair{rows.values<double>("mean")[1], rows.text("flags", 1)};
    };
    const auto next_year = use();
    REQUIRE(bplan_projection_options_set_population(options.get(), csv.data(), size_of(csv),
                                                    nullptr) == BPLAN_OK);
    CHECK(use().first == next_year.first);
    REQUIRE(bplan_projection_options_set_horizon(options.get(), 3, nullptr) == BPLAN_OK);
    const auto grown = use();
    REQUIRE(bplan_projection_options_set_population(options.get(), nullptr, 0, nullptr) ==
            BPLAN_OK);
    const auto as_many = use();
    CHECK(grown.first == doctest::Approx(2 * as_many.first));
    CHECK(grown.second.find("population_assumed") == std::string::npos);
    CHECK(as_many.second.find("population_assumed") != std::string::npos);
}

TEST_CASE("with all models each has a row of expected use, and need is none of them") {
    const auto counts = counts_of(cells_of(4, 2021, 2024));
    const auto options = few();
    REQUIRE(bplan_projection_options_set_all_models(options.get(), 1, nullptr) == BPLAN_OK);
    taken rows;
    rows_of(project(counts, options), 1, 1, rows);
    CHECK(rows.array.length == 2 * (3 + 5));
    for (std::size_t row = 0; row < 16; ++row) {
        CHECK((rows.text("model", row) == "stated_need") == (rows.text("quantity", row) == "need"));
    }
}

TEST_CASE("the same seed gives the same sums, and another others") {
    const auto counts = counts_of(cells_of(4, 2021, 2024));
    const auto options = few();
    const auto sd = [&] {
        taken rows;
        REQUIRE(bplan_projection_export_country(project(counts, options).get(), nullptr, 0,
                                                &rows.schema, &rows.array, nullptr) == BPLAN_OK);
        return rows.values<double>("sd")[1];
    };
    const auto first = sd();
    CHECK(sd() == first);
    REQUIRE(bplan_projection_options_set_seed(options.get(), -5, nullptr) == BPLAN_OK);
    CHECK(sd() != first);
}

TEST_CASE("options are as large as they may be, and no larger") {
    const auto options = few();
    auto* o = options.get();
    const auto refused = BPLAN_ERROR_INVALID_ARGUMENT;
    CHECK(bplan_projection_options_set_horizon(o, 0, nullptr) == refused);
    CHECK(bplan_projection_options_set_horizon(o, 6, nullptr) == refused);
    CHECK(bplan_projection_options_set_refits(o, -1, nullptr) == refused);
    CHECK(bplan_projection_options_set_refits(o, 100'001, nullptr) == refused);
    CHECK(bplan_projection_options_set_draws(o, 99, nullptr) == refused);
    CHECK(bplan_projection_options_set_draws(o, 100'001, nullptr) == refused);
    CHECK(bplan_projection_options_set_all_models(o, 2, nullptr) == refused);
    CHECK(bplan_projection_options_set_capacity(o, "9001", 4, "x", 1, -1, nullptr) == refused);
    CHECK(bplan_projection_options_set_coverage(o, "x", 1, nullptr) == refused);
    CHECK(bplan_projection_options_set_population(o, "x", 1, nullptr) == refused);
    const auto scenario = [&](std::string_view name, std::int32_t thousandths) {
        return bplan_projection_options_set_scenario(o, name.data(), size_of(name), thousandths,
                                                     nullptr);
    };
    CHECK(scenario("as is", 0) == refused);
    CHECK(scenario("as_is", 1) == refused);
    CHECK(scenario("met_need", 0) == refused);
    CHECK(scenario("met_need", 1000) == refused);
    CHECK(scenario("more_entrants", -1000) == refused);
    // What is taken is taken by the projection too.
    const auto counts = counts_of(cells_of(2, 2021, 2024));
    for (const std::int32_t years : {1, 5}) {
        for (const std::int32_t draws : {100, 100'000}) {
            REQUIRE(bplan_projection_options_set_horizon(o, years, nullptr) == BPLAN_OK);
            REQUIRE(bplan_projection_options_set_draws(o, draws, nullptr) == BPLAN_OK);
            REQUIRE(bplan_projection_options_set_refits(o, 0, nullptr) == BPLAN_OK);
            project(counts, options);
        }
    }
    for (const auto& [name, number] : {std::pair<std::string_view, std::int32_t>{"met_need", 1},
                                       {"met_need", 999},
                                       {"more_entrants", -999},
                                       {"more_entrants", 10'000}}) {
        REQUIRE(scenario(name, number) == BPLAN_OK);
        project(counts, options);
    }
}

TEST_CASE("a round of more persons than there can be is refused") {
    const auto counts = counts_of(std::string{count_header} + "9001,2024,work,1,1,0,79000\n");
    project(counts, few());
    const auto options = few();
    constexpr std::string_view csv = "municipality,round,coverage\n9001,2024,0.5\n";
    REQUIRE(bplan_projection_options_set_coverage(options.get(), csv.data(), size_of(csv),
                                                  nullptr) == BPLAN_OK);
    bplan_projection* made = nullptr;
    CHECK(bplan_projection_create(counts.get(), options.get(), &made, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    bplan_backtest* run = nullptr;
    CHECK(bplan_backtest_create(counts.get(), options.get(), nullptr, nullptr, &run, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK((made == nullptr && run == nullptr));
}

TEST_CASE("without counts there is nobody to project") {
    const auto made = project(no_counts(), few());
    CHECK(municipalities_of(made) == 0);
    taken rows;
    rows_of(made, 0, 0, rows);
    CHECK(rows.array.length == 0);
    taken country;
    REQUIRE(bplan_projection_export_country(made.get(), nullptr, 0, &country.schema, &country.array,
                                            nullptr) == BPLAN_OK);
    CHECK(country.array.length == 0);
    bplan_projection* with_defaults = nullptr;
    REQUIRE(bplan_projection_create(no_counts().get(), nullptr, &with_defaults, nullptr) ==
            BPLAN_OK);
    bplan_projection_free(with_defaults);
}

TEST_CASE("a backtest scores every model, in all or by what is asked for") {
    const auto counts = counts_of(cells_of(6, 2019, 2024));
    bplan_backtest* run = nullptr;
    std::int64_t periods = 0;
    const auto note = [](std::int64_t done, void* payload) -> std::int32_t {
        *static_cast<std::int64_t*>(payload) = done;
        return 0;
    };
    REQUIRE(bplan_backtest_create(counts.get(), few().get(), note, &periods, &run, nullptr) ==
            BPLAN_OK);
    const backtest made{run};
    CHECK(periods == 5);
    taken all;
    REQUIRE(bplan_backtest_export_scores(made.get(), 0, &all.schema, &all.array, nullptr) ==
            BPLAN_OK);
    REQUIRE(all.array.length == 11);
    CHECK(all.text("forecaster", 0) == "naive_poisson");
    CHECK(all.text("service", 0) == "-");
    taken parts;
    REQUIRE(bplan_backtest_export_scores(made.get(),
                                         BPLAN_BACKTEST_BY_PERIOD | BPLAN_BACKTEST_BY_SERVICE |
                                             BPLAN_BACKTEST_BY_SIZE_GROUP,
                                         &parts.schema, &parts.array, nullptr) == BPLAN_OK);
    std::int64_t forecasts = 0;
    double crps = 0;
    for (std::size_t row = 0; row < static_cast<std::size_t>(parts.array.length); ++row) {
        if (parts.text("forecaster", row) == "credibility") {
            const auto n = parts.values<std::int64_t>("forecasts")[row];
            forecasts += n;
            crps += parts.values<double>("crps")[row] * static_cast<double>(n);
        }
    }
    std::size_t whole = 0;
    while (all.text("forecaster", whole) != "credibility") {
        ++whole;
    }
    CHECK(forecasts == all.values<std::int64_t>("forecasts")[whole]);
    CHECK(crps / static_cast<double>(forecasts) ==
          doctest::Approx(all.values<double>("crps")[whole]));

    taken compared;
    REQUIRE(bplan_backtest_export_comparisons(made.get(), 100, &compared.schema, &compared.array,
                                              nullptr) == BPLAN_OK);
    CHECK(compared.array.length > 0);
    CHECK(compared.values<double>("relative")[0] > 0);
    taken none;
    CHECK(bplan_backtest_export_scores(made.get(), 8, &none.schema, &none.array, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("comparisons rest on 100 to 100 000 resamples") {
    bplan_backtest* run = nullptr;
    REQUIRE(bplan_backtest_create(counts_of(cells_of(3, 2022, 2024)).get(), few().get(), nullptr,
                                  nullptr, &run, nullptr) == BPLAN_OK);
    const backtest made{run};
    for (const std::int32_t resamples : {-1, 0, 1, 99, 100'001}) {
        CAPTURE(resamples);
        taken none;
        bplan_error error = BPLAN_ERROR_INIT;
        CHECK(bplan_backtest_export_comparisons(made.get(), resamples, &none.schema, &none.array,
                                                &error) == BPLAN_ERROR_INVALID_ARGUMENT);
        CHECK(std::string_view{error.message} == "resamples must be 100 to 100000");
    }
    taken some;
    CHECK(bplan_backtest_export_comparisons(made.get(), 100, &some.schema, &some.array, nullptr) ==
          BPLAN_OK);
}

TEST_CASE("a backtest without past rounds has no scores, and may be stopped") {
    bplan_backtest* run = nullptr;
    REQUIRE(bplan_backtest_create(counts_of(cells_of(3, 2024, 2024)).get(), nullptr, nullptr,
                                  nullptr, &run, nullptr) == BPLAN_OK);
    const backtest made{run};
    taken scores;
    REQUIRE(bplan_backtest_export_scores(made.get(), 0, &scores.schema, &scores.array, nullptr) ==
            BPLAN_OK);
    CHECK(scores.array.length == 0);
    const auto stop = [](std::int64_t, void*) -> std::int32_t { return 1; };
    run = nullptr;
    CHECK(bplan_backtest_create(counts_of(cells_of(3, 2022, 2024)).get(), few().get(), stop,
                                nullptr, &run, nullptr) == BPLAN_ERROR_CANCELLED);
    CHECK(run == nullptr);
}

} // namespace capi_projection_test

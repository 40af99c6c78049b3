// What a projection rests on, as text through the C interface, and what is projected from it. The
// first byte says which kind of text the rest is; what else is needed is made up.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/arrow_c_data.h>
#include <brukerplan/brukerplan_experimental.h>

#include "property.hpp"

namespace {

using fuzz::require;

struct freed {
    void operator()(bplan_mapping_counts* c) const { bplan_mapping_counts_free(c); }
    void operator()(bplan_projection_options* o) const { bplan_projection_options_free(o); }
    void operator()(bplan_projection* p) const { bplan_projection_free(p); }
    void operator()(bplan_backtest* b) const { bplan_backtest_free(b); }
    void operator()(bplan_document* d) const { bplan_document_free(d); }
};
template <class Handle>
using owned = std::unique_ptr<Handle, freed>;
using counts = owned<bplan_mapping_counts>;
using options = owned<bplan_projection_options>;

constexpr std::string_view own_cells =
    "municipality,round,service,received_needed,received_only,needed_only,neither\n"
    "9001,2023,a,5,3,2,10\n9001,2024,a,6,3,2,10\n9002,2023,a,9,3,5,20\n9002,2024,a,9,4,4,22\n";

void must(std::int32_t code, const char* what) {
    require(code == BPLAN_OK, what);
}

std::int64_t size_of(std::string_view text) {
    return static_cast<std::int64_t>(text.size());
}

/// Whether it was taken. A refusal has the code for it, and one line.
bool taken(std::int32_t code, std::int32_t refusal, const bplan_error& err) {
    require(code == BPLAN_OK || code == refusal, "a text is taken, or refused as what it is not");
    require(fuzz::on_one_line(err.message), "a refusal is one line");
    require(!fuzz::holds_number(err.message, [](auto) { return true; }),
            "no message holds a number of eleven digits");
    return code == BPLAN_OK;
}

counts nobody() {
    bplan_mapping_counts* made = nullptr;
    must(bplan_mapping_counts_create(&made, nullptr), "counts are made");
    return counts{made};
}

struct saved_text {
    owned<bplan_document> document;
    std::string_view text;
};

saved_text save(const counts& of) {
    bplan_document* made = nullptr;
    must(bplan_mapping_counts_save(of.get(), &made, nullptr), "counts are saved");
    const char* text = nullptr;
    std::int64_t length = 0;
    must(bplan_document_get_text(made, &text, &length, nullptr), "a document has its text");
    return {owned<bplan_document>{made}, {text, static_cast<std::size_t>(length)}};
}

counts restore(std::string_view text, bplan_error& err) {
    bplan_mapping_counts* made = nullptr;
    const auto code = bplan_mapping_counts_restore(text.data(), size_of(text), &made, &err);
    (void)taken(code, BPLAN_ERROR_INVALID_STATE, err);
    return counts{made};
}

bool add(const counts& to, std::string_view cells, std::string_view profiles) {
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = bplan_mapping_counts_add_csv(to.get(), cells.data(), size_of(cells),
                                                   profiles.data(), size_of(profiles), &err);
    return taken(code, BPLAN_ERROR_INVALID_ARGUMENT, err);
}

/// Columns that are released at the end.
struct columns {
    ArrowSchema schema{};
    ArrowArray rows{};
    columns() = default;
    columns(const columns&) = delete;
    columns& operator=(const columns&) = delete;
    ~columns() {
        if (schema.release != nullptr) {
            schema.release(&schema);
            rows.release(&rows);
        }
    }
    template <class T>
    [[nodiscard]] const T* values(int column) const {
        return static_cast<const T*>(rows.children[column]->buffers[1]);
    }
};

// Places of columns.
constexpr int mean_column = 5;
constexpr int first_quantile = 7;
constexpr int last_quantile = 13;
constexpr int terms_column = 19;
constexpr int shares_column = 20;

bool known(const ArrowArray& column, std::int64_t row) {
    const auto* bits = static_cast<const std::uint8_t*>(column.buffers[0]);
    return bits == nullptr || (bits[row / 8] >> (row % 8) & 1) != 0;
}

void check_row(const columns& all, std::int64_t row) {
    const double mean = all.values<double>(mean_column)[row];
    require(std::isfinite(mean), "a mean is a number");
    for (int q = first_quantile; q < last_quantile; ++q) {
        require(all.values<std::int64_t>(q)[row] <= all.values<std::int64_t>(q + 1)[row],
                "quantiles do not fall");
    }
    const auto* terms = all.rows.children[terms_column];
    const auto* ends = static_cast<const std::int32_t*>(terms->buffers[1]);
    const auto* persons = static_cast<const double*>(terms->children[0]->children[1]->buffers[1]);
    double sum = 0;
    double size = 1;
    for (auto at = ends[row]; at < ends[row + 1]; ++at) {
        sum += persons[at];
        size += std::abs(persons[at]);
    }
    require(std::abs(sum - mean) <= 1e-6 * size, "terms add up to the mean");
    const auto* shares = all.rows.children[shares_column];
    double whole = 0;
    for (std::int64_t part = 0; part < shares->n_children; ++part) {
        whole += static_cast<const double*>(shares->children[part]->buffers[1])[row];
    }
    require(std::abs(whole - 1) < 1e-6, "shares sum to 1");
}

void check_rows(const columns& all) {
    for (std::int64_t row = 0; row < all.rows.length; ++row) {
        if (known(*all.rows.children[mean_column], row)) {
            check_row(all, row);
        }
    }
}

void check_areas(const bplan_projection* made, std::string_view csv) {
    columns areas;
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = bplan_projection_export_areas(made, csv.data(), size_of(csv), &areas.schema,
                                                    &areas.rows, &err);
    (void)taken(code, BPLAN_ERROR_INVALID_ARGUMENT, err);
}

options few() {
    bplan_projection_options* made = nullptr;
    must(bplan_projection_options_create(&made, nullptr), "options are made");
    must(bplan_projection_options_set_refits(made, 2, nullptr), "refits are set");
    must(bplan_projection_options_set_draws(made, 100, nullptr), "draws are set");
    must(bplan_projection_options_set_horizon(made, 3, nullptr), "a horizon is set");
    must(bplan_projection_options_set_scenario(made, "met_need", 8, 700, nullptr),
         "a scenario is set");
    return options{made};
}

void check_projection(const counts& of, const options& with, std::string_view areas = {}) {
    bplan_projection* fitted = nullptr;
    bplan_backtest* run = nullptr;
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = bplan_projection_create(of.get(), with.get(), &fitted, &err);
    require(bplan_backtest_create(of.get(), with.get(), nullptr, nullptr, &run, nullptr) == code,
            "what is projected is backtested");
    const owned<bplan_projection> made{fitted};
    const owned<bplan_backtest> tested{run};
    if (!taken(code, BPLAN_ERROR_INVALID_ARGUMENT, err)) { // more persons than there can be
        return;
    }
    std::int64_t municipalities = -1;
    must(bplan_projection_count_municipalities(fitted, &municipalities, nullptr), "are counted");
    columns country;
    must(bplan_projection_export_country(fitted, nullptr, 0, &country.schema, &country.rows,
                                         nullptr),
         "there is a sum");
    columns each;
    must(bplan_projection_export_municipalities(fitted, 0, municipalities, &each.schema, &each.rows,
                                                nullptr),
         "there are rows");
    require(each.rows.length == municipalities * country.rows.length,
            "every municipality has three rows a service");
    check_rows(each);
    const char* name = nullptr;
    std::int64_t length = 0;
    require((bplan_projection_get_municipality(fitted, municipalities, &name, &length, nullptr)) ==
                BPLAN_ERROR_OUT_OF_RANGE,
            "there is none behind the last");
    check_areas(fitted, areas);

    columns scores;
    must(bplan_backtest_export_scores(run, 0, &scores.schema, &scores.rows, nullptr),
         "there are scores, or none");
}

void check_counts(const counts& of) {
    bplan_error err = BPLAN_ERROR_INIT;
    const auto text = save(of);
    const auto back = restore(text.text, err);
    require(back != nullptr && save(back).text == text.text, "what is saved comes back as it was");
    const auto one = nobody();
    require(add(one, own_cells, {}), "own counts are taken");
    const auto other = restore(save(one).text, err);
    if (bplan_mapping_counts_merge(one.get(), of.get(), nullptr) == BPLAN_OK) {
        must(bplan_mapping_counts_merge(back.get(), other.get(), nullptr),
             "as the other way round");
        require(save(one).text == save(back).text, "the order of a merge does not matter");
    }
    std::int64_t rows = -1;
    must(bplan_mapping_counts_get_total(of.get(), BPLAN_COUNTED_ROWS, &rows, nullptr), "a total");
    require(rows == 0, "no registration has been counted");
    check_projection(of, few());
}

void check_csv(std::string_view cells, std::string_view profiles) {
    const auto of = nobody();
    if (add(of, cells, profiles)) {
        check_counts(of);
    } else {
        require(save(of).text == save(nobody()).text, "what is refused adds nothing");
    }
}

using setter = decltype(&bplan_projection_options_set_coverage);

void check_options(setter set, std::string_view csv) {
    const auto with = few();
    bplan_error err = BPLAN_ERROR_INIT;
    if (taken(set(with.get(), csv.data(), size_of(csv), &err), BPLAN_ERROR_INVALID_ARGUMENT, err)) {
        const auto own = nobody();
        require(add(own, own_cells, {}), "own counts are taken");
        check_projection(own, with);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const auto text = fuzz::text_of(data, size).substr(1);
    bplan_error err = BPLAN_ERROR_INIT;
    switch (data[0]) {
    case '0':
        check_csv(text, {});
        break;
    case '1':
        check_csv({}, text);
        break;
    case '2':
        check_options(&bplan_projection_options_set_coverage, text);
        break;
    case '3':
        check_options(&bplan_projection_options_set_population, text);
        break;
    case '4': {
        const auto own = nobody();
        require(add(own, own_cells, {}), "own counts are taken");
        check_projection(own, few(), text);
        break;
    }
    default:
        if (const auto of = restore(text, err)) {
            check_counts(of);
        }
    }
    return 0;
}

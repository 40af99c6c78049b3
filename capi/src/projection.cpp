// Projections: fitted once, then rows of municipalities, areas and the country.
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include <brukerplan/arrow_c_data.h>
#include <brukerplan/projection/population_growth.hpp>
#include <brukerplan/projection/united_counts.hpp>

#include "mapping_counts.hpp"
#include "projection_options.hpp"
#include "write/arrow_projection.hpp"

namespace capi = brukerplan::capi;

struct bplan_projection {
    brukerplan::projector fitted;

    [[nodiscard]] const std::vector<std::string>& municipalities() const noexcept {
        return fitted.histories().municipalities;
    }
};

namespace {

bplan_projection* fitted(const brukerplan::mapping_counts& counts,
                         const bplan_projection_options& options) {
    const auto now = capi::united_for(counts, options);
    auto how = options.how;
    how.population_growth =
        population_growth(options.population, now.counts, how.horizon).by_municipality;
    how.notes = notes_of(now);
    return new bplan_projection{brukerplan::projector{make_panel(now.counts, now.coverage), how}};
}

std::size_t place_argument(int64_t place, int64_t count, std::size_t municipalities) {
    const auto all = static_cast<int64_t>(municipalities);
    if (place < 0 || place > all || count < 0 || count > all - place) {
        throw capi::refusal{BPLAN_ERROR_OUT_OF_RANGE,
                            "there are " + std::to_string(all) + " municipalities"};
    }
    return static_cast<std::size_t>(place);
}

/// Columns of what `add_rows(add)` adds.
template <class AddRows>
void give(ArrowSchema* schema, ArrowArray* array, AddRows add_rows) {
    brukerplan::detail::projections_in_columns columns;
    add_rows([&](const std::vector<brukerplan::projected>& rows) {
        for (const auto& row : rows) {
            columns.add(row);
        }
    });
    brukerplan::detail::give(std::move(columns).finish(), *schema, *array);
}

} // namespace

int32_t bplan_projection_create(const bplan_mapping_counts* counts,
                                const bplan_projection_options* options,
                                bplan_projection** projection, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(projection), [&] {
        const auto& from = capi::required(counts, "counts").counts;
        *projection = fitted(from, options == nullptr ? bplan_projection_options{} : *options);
    });
}

void bplan_projection_free(bplan_projection* projection) noexcept {
    delete projection;
}

int32_t bplan_projection_count_municipalities(const bplan_projection* projection, int64_t* count,
                                              bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(count), [&] {
        *count =
            static_cast<int64_t>(capi::required(projection, "projection").municipalities().size());
    });
}

int32_t bplan_projection_get_municipality(const bplan_projection* projection, int64_t place,
                                          const char** municipality, int64_t* length,
                                          bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(municipality, length), [&] {
        const auto& all = capi::required(projection, "projection").municipalities();
        capi::give(all[place_argument(place, 1, all.size())], municipality, length);
    });
}

int32_t bplan_projection_export_municipalities(const bplan_projection* projection, int64_t first,
                                               int64_t count, struct ArrowSchema* schema,
                                               struct ArrowArray* rows, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(schema, rows), [&] {
        const auto& from = capi::required(projection, "projection");
        const auto begin = place_argument(first, count, from.municipalities().size());
        give(schema, rows, [&](auto add) {
            for (auto at = begin; at < begin + static_cast<std::size_t>(count); ++at) {
                add(from.fitted.municipality(at));
            }
        });
    });
}

int32_t bplan_projection_export_areas(const bplan_projection* projection, const char* csv,
                                      int64_t length, struct ArrowSchema* schema,
                                      struct ArrowArray* rows, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(schema, rows), [&] {
        const auto& from = capi::required(projection, "projection");
        const auto area_of = capi::usable(brukerplan::read_areas(
            brukerplan::text_source(capi::text_argument(csv, length, "csv"))));
        std::map<std::string, std::vector<std::size_t>> areas;
        for (std::size_t at = 0; at < from.municipalities().size(); ++at) {
            const auto found = area_of.find(from.municipalities()[at]);
            if (found != area_of.end()) {
                areas[found->second].push_back(at);
            }
        }
        give(schema, rows, [&](auto add) {
            for (const auto& [name, members] : areas) {
                add(from.fitted.area(name, members));
            }
        });
    });
}

int32_t bplan_projection_export_country(const bplan_projection* projection, const char* name,
                                        int64_t length, struct ArrowSchema* schema,
                                        struct ArrowArray* rows, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(schema, rows), [&] {
        const auto& from = capi::required(projection, "projection");
        const auto called = capi::text_argument(name, length, "name");
        std::vector<std::size_t> everywhere(from.municipalities().size());
        std::iota(everywhere.begin(), everywhere.end(), std::size_t{0});
        give(schema, rows, [&](auto add) { add(from.fitted.area(called, everywhere)); });
    });
}

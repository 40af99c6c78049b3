// Handles of what is projected, and counts of people who do not exist.
#pragma once

#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/brukerplan_experimental.h>

#include "tables.hpp"

namespace capi_test {

struct projection_freed {
    void operator()(bplan_mapping_counts* c) const { bplan_mapping_counts_free(c); }
    void operator()(bplan_projection_options* o) const { bplan_projection_options_free(o); }
    void operator()(bplan_projection* p) const { bplan_projection_free(p); }
    void operator()(bplan_backtest* b) const { bplan_backtest_free(b); }
};
using mapping_counts = std::unique_ptr<bplan_mapping_counts, projection_freed>;
using projection_options = std::unique_ptr<bplan_projection_options, projection_freed>;
using projection = std::unique_ptr<bplan_projection, projection_freed>;
using backtest = std::unique_ptr<bplan_backtest, projection_freed>;

inline mapping_counts no_counts() {
    bplan_mapping_counts* made = nullptr;
    REQUIRE(bplan_mapping_counts_create(&made, nullptr) == BPLAN_OK);
    return mapping_counts{made};
}

inline std::int32_t add_csv(const mapping_counts& to, std::string_view cells,
                            std::string_view profiles = {}, bplan_error* err = nullptr) {
    return bplan_mapping_counts_add_csv(to.get(), cells.data(), size_of(cells), profiles.data(),
                                        size_of(profiles), err);
}

inline std::string saved(const mapping_counts& of) {
    bplan_document* made = nullptr;
    REQUIRE(bplan_mapping_counts_save(of.get(), &made, nullptr) == BPLAN_OK);
    return text_from(&bplan_document_get_text, document{made});
}

inline constexpr std::string_view count_header =
    "municipality,round,service,received_needed,received_only,needed_only,neither\n";

/// Rounds of a few municipalities, of which one has but one service in its last.
inline std::string cells_of(int municipalities, int first, int last) {
    std::string csv{count_header};
    for (int m = 0; m < municipalities; ++m) {
        for (int year = first; year <= last; ++year) {
            const int persons = 15 + 7 * m;
            for (const auto* service : {"housing", "work"}) {
                const bool left_out = m == 0 && year == last && service[0] == 'w';
                const int received = persons / (service[0] == 'w' ? 4 : 2) + (year + m) % 3;
                const int needed = 1 + (m + year) % 2;
                if (!left_out) {
                    csv += std::to_string(9001 + m) + "," + std::to_string(year) + "," + service +
                           "," + std::to_string(received - 2) + ",2," + std::to_string(needed) +
                           "," + std::to_string(persons - received - needed) + "\n";
                }
            }
        }
    }
    return csv;
}

inline mapping_counts counts_of(std::string_view cells) {
    auto made = no_counts();
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = add_csv(made, cells, {}, &err);
    INFO(err.message);
    REQUIRE(code == BPLAN_OK);
    return made;
}

/// Few refits and draws: nothing is measured here.
inline projection_options few() {
    bplan_projection_options* made = nullptr;
    REQUIRE(bplan_projection_options_create(&made, nullptr) == BPLAN_OK);
    REQUIRE(bplan_projection_options_set_refits(made, 20, nullptr) == BPLAN_OK);
    REQUIRE(bplan_projection_options_set_draws(made, 200, nullptr) == BPLAN_OK);
    return projection_options{made};
}

inline projection project(const mapping_counts& counts, const projection_options& options) {
    bplan_projection* made = nullptr;
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = bplan_projection_create(counts.get(), options.get(), &made, &err);
    INFO(err.message);
    REQUIRE(code == BPLAN_OK);
    return projection{made};
}

} // namespace capi_test

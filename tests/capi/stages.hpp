// Registrations of people who do not exist, and the steps from them to what leaves.
#pragma once

#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/brukerplan_experimental.h>

#include "tables.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include <boost/json.hpp>

namespace capi_test {

struct stage_freed {
    void operator()(bplan_collected* s) const { bplan_collected_free(s); }
    void operator()(bplan_merged* s) const { bplan_merged_free(s); }
    void operator()(bplan_transferable* s) const { bplan_transferable_free(s); }
    void operator()(bplan_transferred* s) const { bplan_transferred_free(s); }
};
using collected = std::unique_ptr<bplan_collected, stage_freed>;
using merged = std::unique_ptr<bplan_merged, stage_freed>;
using transferable = std::unique_ptr<bplan_transferable, stage_freed>;
using transferred = std::unique_ptr<bplan_transferred, stage_freed>;

// ---- Registrations of people who do not exist

using row = std::map<std::string, std::string>;

inline constexpr std::string_view first_number = "15897113322";  // male, 1971
inline constexpr std::string_view second_number = "26847932138"; // male, 1979
inline constexpr std::string_view third_number = "20909818215";  // female, 1998

inline row person(std::string_view number, const row& other = {}) {
    row made{{"row_ref", "canary-ref"},
             {"municipality", "9001"},
             {"mapping_year", "2024"},
             {"mapped_on", "2024-10-07"},
             {"unit", "canary-unit"},
             {"unit_kind", "health_and_care"},
             {"mapper", "canary-mapper"},
             {"national_number", std::string{number}},
             {"birth_year", ""},
             {"sex", number == third_number ? "female" : "male"},
             {"informed", "yes"},
             {"objects", "no"},
             {"record_noted", "yes"},
             {"substance_problem", "yes"},
             {"mental_disorder", "less_serious"},
             {"housing", "red"},
             {"activity", "red"},
             {"economy", "yellow"},
             {"physical_health", "green"},
             {"mental_health", "yellow"},
             {"substance_use", "red"},
             {"social_functioning", "yellow"},
             {"network", "green"},
             {"substances", "alcohol|cannabis"},
             {"housing_kind", "homeless"},
             {"children_care", "0"},
             {"services_received", "follow_up_team"},
             {"services_needed", "housing_follow_up"},
             {"shoe_size", "canary-column"}};
    for (const auto& [name, value] : other) {
        made[name] = value;
    }
    return made;
}

/// Two units about the first person, one about the second, who is not informed; the third objects
/// to one unit and not to the other; somebody without a number; a row with an error.
inline std::vector<row> rows_of_a_mapping() {
    return {person(first_number, {{"mapped_on", "2024-10-01"},
                                  {"unit", "canary-other"},
                                  {"housing_kind", "unknown"},
                                  {"services_received", "housing_follow_up"}}),
            person(first_number),
            person(second_number, {{"informed", "no"}}),
            person(third_number, {{"unit", "canary-other"}, {"objects", "yes"}}),
            person(third_number),
            person("", {{"birth_year", "1990"}}),
            person(first_number, {{"housing", "canary-blue"}})};
}

inline node table_of(const std::vector<row>& rows) {
    std::vector<node> columns;
    for (const auto& [name, ignored] : rows.front()) {
        texts cells;
        for (const auto& r : rows) {
            const auto& cell = r.at(name);
            cells.push_back(cell.empty() ? std::nullopt : std::optional{cell});
        }
        columns.push_back(strings(name, cells));
    }
    return table(std::move(columns));
}

// ---- Steps

struct stamp {
    std::string by = "municipal coordinator";
    std::int32_t year = 2024;
    std::int32_t month = 11;
    std::int32_t day = 30;
};

template <class Handle, class Call>
std::int32_t make(Handle& to, bplan_error& err, Call call) {
    typename Handle::pointer made = nullptr;
    const auto code = call(&made, &err);
    CHECK((made != nullptr) == (code == BPLAN_OK));
    to.reset(made);
    return code;
}

inline std::int32_t create(collected& to, const context& with, std::string_view id = "autumn-2024",
                           const stamp& s = {}, std::int64_t most_details = many) {
    bplan_error err = BPLAN_ERROR_INIT;
    return make(to, err, [&](auto** made, auto* why) {
        return bplan_collected_create(with.get(), id.data(), size_of(id), s.by.data(),
                                      size_of(s.by), s.year, s.month, s.day, most_details, made,
                                      why);
    });
}

inline collected begun(const context& with) {
    collected made;
    REQUIRE(create(made, with) == BPLAN_OK);
    return made;
}

inline std::int32_t add(const collected& to, const std::vector<row>& rows,
                        bplan_error* err = nullptr) {
    const exported batch{table_of(rows)};
    return bplan_collected_add_table(to.get(), &batch.schema, &batch.array, err);
}

inline collected collected_from(const context& with,
                                const std::vector<row>& rows = rows_of_a_mapping()) {
    auto made = begun(with);
    REQUIRE(add(made, rows) == BPLAN_OK);
    return made;
}

struct merging {
    std::string_view policy;
    std::string_view changes;
};

inline std::int32_t merge(const collected& from, merged& to, const merging& how = {},
                          const stamp& s = {}, bplan_error* told = nullptr) {
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = make(to, err, [&](auto** made, auto* why) {
        return bplan_collected_merge(from.get(), how.policy.data(), size_of(how.policy),
                                     how.changes.data(), size_of(how.changes), s.by.data(),
                                     size_of(s.by), s.year, s.month, s.day, made, why);
    });
    if (told != nullptr) {
        *told = err;
    }
    return code;
}

inline merged merged_from(const collected& from, const merging& how = {}) {
    merged made;
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = merge(from, made, how, {}, &err);
    INFO(err.message);
    REQUIRE(code == BPLAN_OK);
    return made;
}

inline std::int32_t make_transferable(const merged& from, transferable& to, const stamp& s = {}) {
    bplan_error err = BPLAN_ERROR_INIT;
    return make(to, err, [&](auto** made, auto* why) {
        return bplan_merged_make_transferable(from.get(), s.by.data(), size_of(s.by), s.year,
                                              s.month, s.day, made, why);
    });
}

inline transferable transferable_from(const merged& from) {
    transferable made;
    REQUIRE(make_transferable(from, made) == BPLAN_OK);
    return made;
}

inline std::int32_t transfer(const transferable& from, transferred& to,
                             std::string_view without = {}, const stamp& s = {}) {
    bplan_error err = BPLAN_ERROR_INIT;
    return make(to, err, [&](auto** made, auto* why) {
        return bplan_transferable_transfer(from.get(), without.data(), size_of(without),
                                           s.by.data(), size_of(s.by), s.year, s.month, s.day, made,
                                           why);
    });
}

inline transferred prepared(const context& with, const std::vector<row>& rows = rows_of_a_mapping(),
                            const merging& how = {}, std::string_view without = {}) {
    transferred made;
    REQUIRE(transfer(transferable_from(merged_from(collected_from(with, rows), how)), made,
                     without) == BPLAN_OK);
    return made;
}

// ---- What stages tell

template <class Stage, class Get>
std::int64_t total(Get get, const Stage& of, std::int32_t which) {
    std::int64_t number = -1;
    INFO(which);
    REQUIRE(get(of.get(), which, &number, nullptr) == BPLAN_OK);
    return number;
}

inline std::string
written(const transferred& of,
        decltype(bplan_transferred_write_file)* write = bplan_transferred_write_file) {
    bplan_document* made = nullptr;
    REQUIRE(write(of.get(), &made, nullptr) == BPLAN_OK);
    return text_from(&bplan_document_get_text, document{made});
}

inline boost::json::value receipt_of(const transferred& of) {
    return boost::json::parse(written(of, bplan_transferred_write_receipt));
}

struct records : taken {
    explicit records(const transferred& of) {
        REQUIRE(bplan_transferred_export_records(of.get(), &schema, &array, nullptr) == BPLAN_OK);
    }
    /// The texts of a column, sorted: the order of rows is random.
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const {
        std::vector<std::string> found;
        for (std::int64_t at = 0; at < array.length; ++at) {
            found.push_back(text(name, static_cast<std::size_t>(at)));
        }
        std::sort(found.begin(), found.end());
        return found;
    }
};

inline validation found_in(const merged& of) {
    bplan_validation* made = nullptr;
    REQUIRE(bplan_merged_copy_validation(of.get(), &made, nullptr) == BPLAN_OK);
    return validation{made};
}

inline validation found_in(const collected& of) {
    bplan_validation* made = nullptr;
    REQUIRE(bplan_collected_copy_validation(of.get(), &made, nullptr) == BPLAN_OK);
    return validation{made};
}

} // namespace capi_test

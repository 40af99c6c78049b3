// Tables of people who do not exist, and what is asked of validations.
#pragma once

#include "handles.hpp"

#include "unit/read/arrow_fixture.hpp"

namespace capi_test {

using namespace arrow_test;

/// Rows of people who do not exist: a clean one, one with a colour that is none and no economy, one
/// without consent to anything.
inline node rows_of_a_round(std::string unit = "Team") {
    const auto same = [](const char* name, const char* value) {
        return strings(name, texts(3, value));
    };
    return table({strings("row_ref", {"A-1", "A-2", std::nullopt}),
                  same("municipality", "9001"),
                  values<std::int16_t>("mapping_year", {2024, 2024, 2024}),
                  values<std::int32_t>("mapped_on", {20003, 20003, 20003}, "tdD"),
                  strings("unit", {unit, unit, std::nullopt}),
                  same("unit_kind", "health_and_care"),
                  same("national_number", "15868710168"),
                  same("sex", "male"),
                  same("informed", "yes"),
                  strings("objects", {"no", "no", "yes"}),
                  same("record_noted", "yes"),
                  same("substance_problem", "yes"),
                  same("mental_disorder", "less_serious"),
                  encoded<std::int8_t>("housing", {"red", "yelow", "red"}),
                  values<std::int8_t>("activity", {3, 3, 3}),
                  values<double>("economy", {2.0, std::nullopt, 2.0}),
                  same("physical_health", "green"),
                  same("mental_health", "yellow"),
                  same("substance_use", "red"),
                  same("social_functioning", "yellow"),
                  same("network", "green"),
                  lists("substances", {2, 1, 1},
                        strings("item", {"alcohol", "cannabis", "alcohol", "alcohol"})),
                  same("housing_kind", "homeless"),
                  same("a column of somebody's", "x"),
                  lists("services_received", {1, 1, 1},
                        encoded<std::int8_t>("item", texts(3, "follow_up_team"))),
                  same("services_needed", "housing_follow_up")});
}

inline constexpr std::int64_t many = 1'000'000;

inline validation validate(const context& with, const exported& rows,
                           std::int64_t most_details = many) {
    bplan_validation* made = nullptr;
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code =
        bplan_table_validate(with.get(), &rows.schema, &rows.array, most_details, &made, &err);
    INFO(err.message);
    REQUIRE(code == BPLAN_OK);
    return validation{made};
}

using count_by_severity = decltype(&bplan_validation_count_rows);

inline std::int64_t count(count_by_severity get, const validation& of, std::int32_t severity) {
    std::int64_t result = -1;
    REQUIRE(get(of.get(), severity, &result, nullptr) == BPLAN_OK);
    return result;
}

inline std::string listed(const validation& of, std::int32_t form) {
    bplan_document* made = nullptr;
    REQUIRE(bplan_validation_list_findings(of.get(), form, &made, nullptr) == BPLAN_OK);
    return text_from(&bplan_document_get_text, document{made});
}

/// A producer of batches that are the same every time, counted as they are asked for and released.
struct producer {
    exported rows;
    int batches = 0;
    int failure_at = -1; ///< of the call for a batch; -1 for never
    int schema_failure = 0;
    int given = 0;
    int alive = 0; ///< schemas and batches that have not been released
    bool released = false;

    explicit producer(node of, int number) : rows(std::move(of)), batches(number) {}

    ArrowArrayStream stream() {
        return {[](ArrowArrayStream* s, ArrowSchema* out) { return from(s).give(out); },
                [](ArrowArrayStream* s, ArrowArray* out) { return from(s).give(out); },
                [](ArrowArrayStream*) -> const char* { return "17912099997 cannot be read"; },
                [](ArrowArrayStream* s) {
                    from(s).released = true;
                    s->release = nullptr;
                },
                this};
    }

private:
    static producer& from(ArrowArrayStream* s) { return *static_cast<producer*>(s->private_data); }
    int give(ArrowSchema* out) {
        if (schema_failure != 0) {
            return schema_failure;
        }
        *out = rows.schema;
        out->private_data = this;
        out->release = [](ArrowSchema* s) {
            --static_cast<producer*>(s->private_data)->alive;
            s->release = nullptr;
        };
        ++alive;
        return 0;
    }
    int give(ArrowArray* out) {
        if (given == failure_at) {
            return 5;
        }
        if (given == batches) {
            *out = {};
            return 0;
        }
        ++given;
        *out = rows.array;
        out->private_data = this;
        out->release = [](ArrowArray* a) {
            --static_cast<producer*>(a->private_data)->alive;
            a->release = nullptr;
        };
        ++alive;
        return 0;
    }
};

} // namespace capi_test

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

/// An exported struct and array that are released at the end.
struct taken {
    ArrowSchema schema{};
    ArrowArray array{};

    taken() = default;
    taken(const taken&) = delete;
    taken& operator=(const taken&) = delete;
    ~taken() {
        if (schema.release != nullptr) {
            schema.release(&schema);
        }
        if (array.release != nullptr) {
            array.release(&array);
        }
    }

    [[nodiscard]] std::size_t column(std::string_view name) const {
        for (std::int64_t i = 0; i < schema.n_children; ++i) {
            if (schema.children[i]->name == name) {
                return static_cast<std::size_t>(i);
            }
        }
        FAIL("no such column: ", name);
        return 0;
    }
    template <class T>
    [[nodiscard]] const T* values(std::string_view name) const {
        return static_cast<const T*>(array.children[column(name)]->buffers[1]);
    }
    /// A text of a column, in a dictionary or not; "-" where it is null.
    [[nodiscard]] std::string text(std::string_view name, std::size_t row) const {
        const auto at = column(name);
        const auto* type = schema.children[at];
        const auto* from = array.children[at];
        const auto* bits = static_cast<const std::uint8_t*>(from->buffers[0]);
        if (bits != nullptr && ((bits[row / 8] >> (row % 8)) & 1U) == 0) {
            return "-";
        }
        if (type->dictionary != nullptr) {
            row = static_cast<std::size_t>(static_cast<const std::int32_t*>(from->buffers[1])[row]);
            type = type->dictionary;
            from = from->dictionary;
        }
        const auto between = [&](const auto* offsets) {
            const auto* bytes = static_cast<const char*>(from->buffers[2]);
            return std::string{bytes + offsets[row], bytes + offsets[row + 1]};
        };
        return std::string_view{type->format} == "U"
                   ? between(static_cast<const std::int64_t*>(from->buffers[1]))
                   : between(static_cast<const std::int32_t*>(from->buffers[1]));
    }
};

} // namespace capi_test

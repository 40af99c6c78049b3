#include "read/arrow_type.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace brukerplan::detail {

namespace {

struct named_kind {
    std::string_view format;
    arrow_kind kind;
};

constexpr std::array<named_kind, 17> plain_kinds{{{"n", arrow_kind::null},
                                                  {"b", arrow_kind::boolean},
                                                  {"c", arrow_kind::int8},
                                                  {"C", arrow_kind::uint8},
                                                  {"s", arrow_kind::int16},
                                                  {"S", arrow_kind::uint16},
                                                  {"i", arrow_kind::int32},
                                                  {"I", arrow_kind::uint32},
                                                  {"l", arrow_kind::int64},
                                                  {"L", arrow_kind::uint64},
                                                  {"f", arrow_kind::float32},
                                                  {"g", arrow_kind::float64},
                                                  {"u", arrow_kind::utf8},
                                                  {"U", arrow_kind::large_utf8},
                                                  {"vu", arrow_kind::utf8_view},
                                                  {"tdD", arrow_kind::date32},
                                                  {"tdm", arrow_kind::date64}}};

struct named_unit {
    std::string_view format; ///< what a zone, or nothing, follows
    std::int64_t units_in_a_day;
};

constexpr std::array<named_unit, 4> timestamps{{{"tss:", 86'400},
                                                {"tsm:", 86'400'000},
                                                {"tsu:", 86'400'000'000},
                                                {"tsn:", 86'400'000'000'000}}};

struct named_type {
    std::string_view format; ///< the beginning
    std::string_view name;
};

/// Types that are not read, by what their formats begin with; the first that fits is it.
constexpr std::array<named_type, 17> other_types{{{"e", "half-precision floats"},
                                                  {"z", "binary"},
                                                  {"Z", "large binary"},
                                                  {"vz", "binary views"},
                                                  {"w", "fixed-size binary"},
                                                  {"d", "decimals"},
                                                  {"tt", "times of day"},
                                                  {"tD", "durations"},
                                                  {"ti", "intervals"},
                                                  {"+s", "structs"},
                                                  {"+m", "maps"},
                                                  {"+u", "unions"},
                                                  {"+r", "run-end encoded"},
                                                  {"+vl", "list views"},
                                                  {"+vL", "large list views"},
                                                  {"+", "nested"},
                                                  {"", "of a type that is not known"}}};

std::string_view name_of_other(std::string_view format) noexcept {
    return std::find_if(other_types.begin(), other_types.end(),
                        [&](const named_type& t) { return format.starts_with(t.format); })
        ->name;
}

std::optional<arrow_kind> plain_kind(std::string_view format) noexcept {
    const auto* found = std::find_if(plain_kinds.begin(), plain_kinds.end(),
                                     [&](const named_kind& k) { return k.format == format; });
    return found == plain_kinds.end() ? std::nullopt : std::optional{found->kind};
}

/// A list's kind and, of a fixed size, its size; nothing when it is no list that is read.
std::optional<arrow_type> parse_list(std::string_view format) {
    arrow_type list;
    if (format == "+l" || format == "+L") {
        list.kind = format == "+l" ? arrow_kind::list : arrow_kind::large_list;
        return list;
    }
    constexpr std::string_view fixed = "+w:";
    if (!format.starts_with(fixed)) {
        return std::nullopt;
    }
    list.kind = arrow_kind::fixed_size_list;
    const auto size = format.substr(fixed.size());
    const auto* last = size.data() + size.size();
    const auto [end, failure] = std::from_chars(size.data(), last, list.list_size);
    const bool whole = failure == std::errc{} && end == last && list.list_size >= 0;
    return whole ? std::optional{std::move(list)} : std::nullopt;
}

arrow_type_or_reason parse_dictionary(const ArrowSchema& schema) {
    const auto index = plain_kind(schema.format);
    if (!index || !is_integer(*index)) {
        return {std::nullopt, "dictionary-encoded by something else than an integer"};
    }
    if (schema.dictionary->dictionary != nullptr) {
        return {std::nullopt, "dictionary-encoded twice"};
    }
    auto values = parse_type(*schema.dictionary);
    if (values.type && is_list(values.type->kind)) {
        return {std::nullopt, "a dictionary of lists"};
    }
    if (!values.type) {
        return values;
    }
    arrow_type type;
    type.kind = *index;
    type.dictionary = true;
    type.inner = std::make_unique<const arrow_type>(*std::move(values.type));
    return {std::move(type), {}};
}

} // namespace

void fail_batch(std::string message, std::int64_t column, std::int64_t row) {
    throw arrow_failure{{arrow_fault::batch, column, std::move(message), {}, row}};
}

arrow_type_or_reason parse_type(const ArrowSchema& schema) {
    if (schema.release == nullptr || schema.format == nullptr) {
        return {std::nullopt, "without a type"};
    }
    if (schema.dictionary != nullptr) {
        return parse_dictionary(schema);
    }
    const std::string_view format{schema.format};
    arrow_type type;
    if (const auto kind = plain_kind(format)) {
        type.kind = *kind;
        return {std::move(type), {}};
    }
    for (const auto& unit : timestamps) {
        if (format.starts_with(unit.format)) {
            type.kind = arrow_kind::timestamp;
            type.units_in_a_day = unit.units_in_a_day;
            return {std::move(type), {}};
        }
    }
    auto list = parse_list(format);
    if (!list) {
        return {std::nullopt, name_of_other(format)};
    }
    if (schema.n_children != 1 || schema.children == nullptr || schema.children[0] == nullptr) {
        return {std::nullopt, "a list without a type of its elements"};
    }
    const auto& element = *schema.children[0];
    // Looked at before it is read: how deep lists may stand in each other is the producer's choice.
    const bool nested = element.format != nullptr && element.format[0] == '+';
    auto read = nested ? arrow_type_or_reason{} : parse_type(element);
    const auto held = read.type ? read.type->value_kind() : arrow_kind::list;
    if (!is_text(held) && held != arrow_kind::null) {
        return {std::nullopt, "a list of something else than strings"};
    }
    list->inner = std::make_unique<const arrow_type>(*std::move(read.type));
    return {std::move(list), {}};
}

std::string_view mismatch(const arrow_type& type, const field& f, const pack& p) {
    const auto kind = type.value_kind();
    if (is_list(kind) && f.type != field_type::codes) {
        return "lists go with fields of several codes only";
    }
    if (is_day(kind) && f.type != field_type::date) {
        return "days go with fields of days only";
    }
    if (kind == arrow_kind::boolean) {
        const auto* list = p.list_of(f);
        const bool answers = f.type == field_type::code && list->find("yes") && list->find("no");
        return answers ? "" : "booleans go with fields that are answered by yes or no only";
    }
    return {};
}

} // namespace brukerplan::detail

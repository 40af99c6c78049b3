#include "write/arrow_projection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace brukerplan::detail {

namespace {

constexpr std::array<std::string_view, 4> word_names{"municipality", "service", "quantity",
                                                     "model"};
constexpr std::array<std::string_view, 2> moment_names{"mean", "sd"};
constexpr std::array<std::string_view, projection_levels.size()> quantile_names{
    "q05", "q10", "q25", "q50", "q75", "q90", "q95"};
constexpr std::array<std::string_view, 3> person_names{"band_low", "band_high", "naive_mean"};
constexpr std::array<std::string_view, 2> naive_quantile_names{"naive_q05", "naive_q95"};

std::string text_of(projection_flags flags) {
    std::string text;
    for (std::size_t i = 0; i < projection_flag_count; ++i) {
        if (flags.has(static_cast<projection_flag>(i))) {
            text.append(text.empty() ? "" : "|").append(projection_flag_tokens[i]);
        }
    }
    return text;
}

template <class Column, std::size_t Count>
void finish(std::array<Column, Count>& columns, const std::array<std::string_view, Count>& names,
            bool nullable, std::vector<arrow_node>& to) {
    for (std::size_t i = 0; i < Count; ++i) {
        to.push_back(std::move(columns[i]).finish(std::string{names[i]}, nullable));
    }
}

} // namespace

void projections_in_columns::add(const projected& row) {
    const auto& numbers = row.numbers;
    const auto known = [&](auto value) { return numbers ? std::optional{value} : std::nullopt; };
    const auto each = [](auto& columns, const auto& values) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i].add(values[i]);
        }
    };
    ++rows_;
    each(words_, std::array<std::string_view, 4>{row.municipality, row.service,
                                                 quantity_tokens[static_cast<std::size_t>(row.of)],
                                                 row.model});
    horizons_.add(row.horizon);
    const auto& own = numbers ? *numbers : projected_numbers{};
    each(moments_, std::array{known(own.mean), known(own.sd)});
    for (std::size_t i = 0; i < quantiles_.size(); ++i) {
        quantiles_[i].add(known(own.quantiles[i]));
    }
    each(persons_, std::array{known(row.band_low), known(row.band_high), known(row.naive.mean)});
    each(naive_quantiles_,
         std::array{known(row.naive.quantiles.front()), known(row.naive.quantiles.back())});
    for (const auto& term : row.terms) {
        term_names_.add(term.of);
        term_persons_.add(term.persons);
    }
    term_ends_.push_back(static_cast<std::int32_t>(term_names_.size()));
    shared_.add(numbers.has_value());
    each(shares_, row.variance_shares);
    flags_.add(text_of(row.flags));
}

arrow_node projections_in_columns::finish() && {
    std::vector<arrow_node> columns;
    detail::finish(words_, word_names, false, columns);
    columns.push_back(std::move(horizons_).finish("horizon"));
    detail::finish(moments_, moment_names, true, columns);
    detail::finish(quantiles_, quantile_names, true, columns);
    detail::finish(persons_, person_names, true, columns);
    detail::finish(naive_quantiles_, naive_quantile_names, true, columns);

    std::vector<arrow_node> term;
    const auto terms = term_names_.size();
    term.push_back(std::move(term_names_).finish("term"));
    term.push_back(std::move(term_persons_).finish("persons"));
    columns.push_back(list_of("terms", std::move(term_ends_), struct_of(std::move(term), terms)));

    std::vector<arrow_node> parts;
    detail::finish(shares_, variance_part_tokens, false, parts);
    auto shares = struct_of(std::move(parts), rows_);
    shares.name = "variance_shares";
    shares.nullable = true;
    shares.buffers.clear();
    std::move(shared_).give_to(shares);
    columns.push_back(std::move(shares));

    columns.push_back(std::move(flags_).finish("flags"));
    return struct_of(std::move(columns), rows_);
}

} // namespace brukerplan::detail

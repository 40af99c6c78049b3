#include "write/scoring_json.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace brukerplan::detail {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 6> basis_tokens{
    "too_few_assessed", "rule", "points", "cap", "otherwise", "nothing"};

json::value points_of(const score& s, const scheme& by) {
    return s.has_class() && by.has_points() ? json::value(s.points) : json::value{};
}

json::object ratings_object(assessment a) {
    json::object ratings;
    for (const domain d : all_domains) {
        ratings[token_of(d)] =
            a[d] == rating::not_assessed ? json::value{} : json::value(token_of(a[d]));
    }
    return ratings;
}

json::object decision_object(const decision& decided, const scheme& by) {
    json::object result;
    result["by"] = basis_tokens[static_cast<std::size_t>(decided.by)];
    result["rule"] = nullptr;
    result["from"] = nullptr;
    if (decided.by == decision::basis::rule) {
        result["rule"] = decided.index + 1;
    } else if (decided.by == decision::basis::points || decided.by == decision::basis::cap) {
        result["from"] = by.definition().classes[decided.index].from;
    }
    return result;
}

json::value change_value(const std::optional<class_change>& change, const scheme& by) {
    if (!change) {
        return {};
    }
    json::array changes;
    for (const auto& c : change->changes) {
        json::object one;
        one["domain"] = token_of(c.domain);
        one["from"] = token_of(c.from);
        one["to"] = token_of(c.to);
        changes.emplace_back(std::move(one));
    }
    json::object result;
    result["class"] = token_of(change->result.result);
    result["points"] = points_of(change->result, by);
    result["changes"] = std::move(changes);
    return json::value(std::move(result));
}

json::value share(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? json::value{}
                      : json::value(static_cast<double>(part) / static_cast<double>(whole));
}

void add_counts(json::object& row, const class_counts& counts) {
    for (std::size_t c = 0; c < counts.size(); ++c) {
        row[index_class_tokens[c]] = counts[c];
    }
}

} // namespace

json::object explanation_object(const explanation& e, const scheme& by, std::string_view language) {
    json::array domains;
    for (const auto& effect : e.effects) {
        json::object one;
        one["domain"] = token_of(effect.domain);
        one["rating"] = token_of(effect.rated);
        one["points"] = by.has_points() ? json::value(effect.points) : json::value{};
        one["class_if_green"] = token_of(effect.class_if_green);
        domains.emplace_back(std::move(one));
    }
    json::array sentences;
    for (auto& sentence : in_words(e, by, language)) {
        sentences.emplace_back(std::move(sentence));
    }
    json::object result;
    result["format"] = "brukerplan/explanation";
    result["version"] = 1;
    result["scheme"] = by.id();
    result["ratings"] = ratings_object(e.about);
    result["class"] = token_of(e.score.result);
    result["points"] = points_of(e.score, by);
    result["answered"] = e.score.answered;
    result["reason"] = e.score.has_class() ? json::value{} : json::value(token_of(e.score.reason));
    result["decided"] = decision_object(e.decided, by);
    result["domains"] = std::move(domains);
    result["better"] = change_value(e.better, by);
    result["worse"] = change_value(e.worse, by);
    result["text"] = std::move(sentences);
    return result;
}

std::vector<json::object> comparison_rows(const scheme_comparison& compared, std::string_view first,
                                          std::string_view second) {
    std::vector<json::object> rows;
    const auto add = [&](std::string_view name, const class_counts& counts, std::uint64_t total,
                         std::uint64_t changed) {
        auto& row = rows.emplace_back();
        row["first"] = first;
        row["class"] = name;
        row["second"] = second;
        add_counts(row, counts);
        row["total"] = total;
        row["changed"] = changed;
        row["share_changed"] = share(changed, total);
    };
    class_counts sums{};
    for (std::size_t c = 0; c < index_class_count; ++c) {
        const auto& counts = compared.counts[c];
        const auto total = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
        add(index_class_tokens[c], counts, total, total - counts[c]);
        std::transform(sums.begin(), sums.end(), counts.begin(), sums.begin(), std::plus<>{});
    }
    add("total", sums, compared.total(), compared.changed());
    return rows;
}

json::object comparison_object(const scheme_comparison& compared, std::string_view first,
                               std::string_view second) {
    json::object counts;
    for (std::size_t c = 0; c < index_class_count; ++c) {
        json::object row;
        add_counts(row, compared.counts[c]);
        counts[index_class_tokens[c]] = std::move(row);
    }
    json::object result;
    result["format"] = "brukerplan/scheme-comparison";
    result["version"] = 1;
    result["first"] = first;
    result["second"] = second;
    result["counts"] = std::move(counts);
    result["total"] = compared.total();
    result["changed"] = compared.changed();
    result["share_changed"] = share(compared.changed(), compared.total());
    return result;
}

} // namespace brukerplan::detail

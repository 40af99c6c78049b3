#include <array>
#include <span>
#include <string>
#include <utility>

#include <brukerplan/instrument/message_catalogue.hpp>
#include <brukerplan/projection/count_files.hpp>

#include "embedded_texts.hpp"

namespace brukerplan {

namespace {

/// By `count_fault`.
constexpr std::array<std::string_view, 25> fault_keys{
    "row_not_readable",   "row_of_other_width", "empty_cell",           "not_a_token",
    "identity",           "not_a_round",        "not_a_count",          "not_a_date",
    "not_a_share",        "not_a_log_sd",       "not_a_number",         "not_a_basis",
    "not_yes_or_no",      "not_a_sex",          "not_an_age_band",      "duplicate",
    "sum_not_recipients", "recipients_differ",  "more_than_recipients", "band_overlaps",
    "no_unit_took_part",  "not_a_level",        "not_a_cost",           "one_cost_alone",
    "level_and_costs",
};
static_assert(fault_keys.size() == static_cast<std::size_t>(count_fault::level_and_costs) + 1);

/// What a row must not repeat depends on the file.
std::string key_of(count_fault what, std::string_view file_token) {
    std::string key{fault_keys[static_cast<std::size_t>(what)]};
    return what == count_fault::duplicate ? key.append("_").append(file_token) : key;
}

/// What is said otherwise than of a file of registrations.
std::string_view own_key(read_fault fault) noexcept {
    switch (fault) {
    case read_fault::directory:
        return "directory";
    case read_fault::empty:
        return "empty";
    case read_fault::binary:
        return "binary";
    case read_fault::no_header:
        return "no_header";
    default:
        return {};
    }
}

std::string join(std::span<const std::string_view> words) {
    std::string joined;
    for (const auto word : words) {
        joined.append(joined.empty() ? "" : ", ").append(word);
    }
    return joined;
}

} // namespace

std::vector<std::string> messages_of(const count_file_error& error, std::string_view language) {
    const message_catalogue texts{embedded::count_file_texts};
    const auto file_token = count_file_tokens[static_cast<std::size_t>(error.file)];
    const auto file = texts.format("file_" + std::string{file_token}, language);
    const auto in_file = [&](std::string_view what) {
        return texts.format("in_file", language, {{"file", file}, {"what", what}});
    };
    if (error.unusable) {
        const auto key = own_key(error.unusable->fault);
        return {in_file(key.empty() ? message_of(*error.unusable, language)
                                    : texts.format(key, language))};
    }
    std::vector<std::string> messages;
    const auto bases = join(coverage_basis_tokens);
    const auto sexes = join(sex_tokens);
    const auto most = std::to_string(most_in_a_cell);
    for (const auto& fault : error.faults) {
        const auto line = std::to_string(fault.line);
        const auto what = texts.format(key_of(fault.what, file_token), language,
                                       {{"bases", bases}, {"sexes", sexes}, {"most", most}});
        messages.push_back(texts.format(
            fault.column.empty() ? "at_line" : "at_column", language,
            {{"file", file}, {"line", line}, {"column", fault.column}, {"what", what}}));
    }
    if (error.fault_count > messages.size()) {
        const auto more = std::to_string(error.fault_count - messages.size());
        messages.push_back(in_file(texts.format("more", language, {{"more", more}})));
    }
    return messages;
}

} // namespace brukerplan

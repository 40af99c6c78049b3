// Files and states of what a projection rests on. The first byte says which kind the rest is.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <brukerplan/projection/count_files.hpp>
#include <brukerplan/projection/decision.hpp>
#include <brukerplan/projection/united_counts.hpp>
#include <brukerplan/write/mapping_counts_document.hpp>

#include "property.hpp"

namespace {

using namespace brukerplan;
using fuzz::require;

void check_refusal(const count_file_error& error) {
    require(error.unusable.has_value() != !error.faults.empty(),
            "a file is refused as a whole or for its rows");
    require(error.fault_count >= error.faults.size(), "all faults are counted");
    for (const auto* language : {"nb", "nn", "en"}) {
        const auto messages = messages_of(error, language);
        require(!messages.empty(), "a refusal is told");
        for (const auto& message : messages) {
            require(fuzz::on_one_line(message), "a message is one line");
            require(!fuzz::holds_number(message, [](auto) { return true; }),
                    "no message holds a number of eleven digits");
        }
    }
    for (std::size_t i = 1; i < error.faults.size(); ++i) {
        require(error.faults[i - 1].line <= error.faults[i].line, "faults are in order");
    }
}

void check_counts(const mapping_counts& counts) {
    for (const auto& [key, round] : counts.rounds) {
        std::uint64_t profiled = 0;
        for (const auto& [profile, persons] : round.profiles) {
            profiled += persons;
        }
        require(profiled <= round.recipients, "profiles are of no more than the recipients");
        for (const auto& [service, cells] : round.services) {
            require(cells.persons() == round.recipients, "of every service it is the recipients");
        }
    }
    const auto document = mapping_counts_document(counts);
    const auto again = read_mapping_counts(document);
    require(again.has_value() && *again == counts, "what is saved comes back as it was");
    const auto now = united(counts, {});
    require(now.counts.rounds.size() <= counts.rounds.size(), "uniting makes no rounds");
}

void read_all_counts(std::string_view text) {
    auto counts = read_counts(text_source(text));
    if (!counts) {
        check_refusal(counts.error());
        return;
    }
    check_counts(*counts);
    const auto again = counts_csv(*counts);
    const auto back = read_counts(text_source(again));
    require(back.has_value() && counts_csv(*back) == again, "what is written is read the same");
}

void read_all_profiles(std::string_view text) {
    mapping_counts counts;
    counts.rounds[{"9001", 2024}].recipients = 10;
    const auto before = counts;
    if (const auto error = read_profiles(text_source(text), counts)) {
        check_refusal(*error);
        require(counts == before, "a refused file changes nothing");
        return;
    }
    check_counts(counts);
}

void read_all_coverage(std::string_view text) {
    const auto coverage = read_coverage(text_source(text));
    if (!coverage) {
        check_refusal(coverage.error());
        return;
    }
    for (const auto& [key, estimate] : *coverage) {
        require(estimate.share > 0 && estimate.share <= 1, "a coverage is a share");
        require(estimate.log_sd >= 0, "a deviation is not negative");
        const double mean = mean_share(estimate);
        require(mean > 0 && mean <= 1, "so is its mean");
    }
}

template <class Result>
void check(const Result& result) {
    if (!result) {
        check_refusal(result.error());
    }
}

void read_all_capacities(std::string_view text) {
    const auto table = read_capacities(text_source(text));
    check(table);
    if (!table) {
        return;
    }
    const count_mass some{1, {0.25, 0.5, 0.25}, 0, 0};
    for (const auto& [where, figures] : *table) {
        const auto decided = decide(some, figures);
        require(decided.capacity_needed.value_or(1) >= 1 &&
                    decided.capacity_needed.value_or(1) <= 3,
                "room is what somebody may need");
        require(decided.probability_exceeded.value_or(0) >= 0 &&
                    decided.probability_exceeded.value_or(0) <= 1,
                "a probability is one");
        require(decided.expected_above.value_or(0) >= 0, "nobody is above it by less than none");
    }
}

void read_state(std::string_view text) {
    const auto counts = read_mapping_counts(text);
    if (counts) {
        check_counts(*counts);
        return;
    }
    require(fuzz::on_one_line(counts.error().path + counts.error().message),
            "a refusal is one line");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const auto text = fuzz::text_of(data, size).substr(1);
    switch (data[0]) {
    case '0':
        read_all_counts(text);
        break;
    case '1':
        read_all_profiles(text);
        break;
    case '2':
        read_all_coverage(text);
        break;
    case '3':
        check(read_population(text_source(text)));
        break;
    case '4':
        check(read_areas(text_source(text)));
        break;
    case '6':
        read_all_capacities(text);
        break;
    default:
        read_state(text);
    }
    return 0;
}

#include <brukerplan/projection/registration_counts.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <brukerplan/scoring/scheme.hpp>

namespace brukerplan {

namespace {

/// A service that can be received and needed, by its numbers in the two lists.
struct counted_service {
    std::string_view token;
    unsigned received = 0;
    unsigned needed = 0;
};

std::vector<counted_service> services_of(const pack& instrument) {
    const auto list_of = [&](role r) {
        const auto* field = instrument.field_of(r);
        return field == nullptr ? nullptr : instrument.list_of(*field);
    };
    const auto* received = list_of(role::services_received);
    const auto* needed = list_of(role::services_needed);
    std::vector<counted_service> services;
    for (std::size_t i = 0; received != nullptr && needed != nullptr && i < received->codes.size();
         ++i) {
        const auto& token = received->codes[i].token;
        if (const auto same = needed->find(token)) {
            services.push_back({token, static_cast<unsigned>(i), static_cast<unsigned>(*same)});
        }
    }
    return services;
}

/// Counts the persons of one round after another.
class round_counter {
public:
    explicit round_counter(const pack& instrument)
        : services_(services_of(instrument)), cells_(services_.size()) {
        if (const auto* definition = instrument.find_scheme(profile_scheme)) {
            scheme_.emplace(*definition);
        }
    }

    void add(const recipient& person, registration_count_totals& totals) {
        totals.received_unanswered += person.services_received ? 0 : 1;
        totals.needed_unanswered += person.services_needed ? 0 : 1;
        const auto received = person.services_received.value_or(service_set{});
        const auto needed = person.services_needed.value_or(service_set{});
        for (std::size_t s = 0; s < services_.size(); ++s) {
            const bool has = received.contains(services_[s].received);
            const bool needs = needed.contains(services_[s].needed);
            ++(has     ? needs ? cells_[s].received_needed : cells_[s].received_only
               : needs ? cells_[s].needed_only
                       : cells_[s].neither);
        }
        if (scheme_) {
            ++profiles_[static_cast<std::size_t>((*scheme_)(person.assessment).result)]
                       [static_cast<std::size_t>(person.category)];
        }
        ++persons_;
    }

    /// What has been counted; the next person begins another round.
    [[nodiscard]] mapped_round take() {
        mapped_round round;
        round.recipients = std::exchange(persons_, 0);
        for (std::size_t s = 0; s < services_.size(); ++s) {
            round.services.emplace(services_[s].token, std::exchange(cells_[s], {}));
        }
        for (std::size_t index = 0; index < profiles_.size(); ++index) {
            for (std::size_t c = 0; c < profiles_[index].size(); ++c) {
                if (const auto count = std::exchange(profiles_[index][c], 0); count > 0) {
                    round.profiles.emplace(
                        profile_of(static_cast<index_class>(index), static_cast<category>(c)),
                        count);
                }
            }
        }
        return round;
    }

private:
    std::vector<counted_service> services_;
    std::optional<scheme> scheme_;
    std::vector<need_cells> cells_; ///< by service
    std::array<std::array<std::uint32_t, category_tokens.size()>, index_class_count> profiles_{};
    std::uint32_t persons_ = 0;
};

} // namespace

std::string profile_of(index_class index, category of) {
    return std::string{token_of(index)} + ":" + std::string{token_of(of)};
}

registration_counter::registration_counter(const validator& rules, finding_log& findings)
    : intake_(rules, findings) {}

void registration_counter::add(const column_table& batch) {
    intake_.add(batch, [&](const usable_record& record) {
        auto year = record.mapping_year;
        if (!year && record.mapped_on) {
            year = year_of(*record.mapped_on);
        }
        if (record.municipality.empty() || !year) {
            ++unplaced_;
            return;
        }
        auto& round = rounds_[{std::string{record.municipality}, *year}];
        round.keys.push_back(record.key);
        round.persons.push_back(record.person);
        if (const auto day = record.mapped_on) {
            widen(round.mapped, mapping_dates{*day, *day});
        }
    });
}

registration_counter::result registration_counter::finish() {
    result made;
    made.totals.rows = intake_.counts();
    made.totals.unplaced = unplaced_;
    round_counter counter{intake_.instrument()};
    for (auto& [key, collected] : rounds_) {
        const auto selection = select_latest(collected.keys);
        made.totals.persons += selection.chosen.size();
        made.totals.unlinked += selection.unlinked;
        for (const auto index : selection.chosen) {
            counter.add(collected.persons[index], made.totals);
        }
        auto& round = made.counts.rounds[key] = counter.take();
        round.mapped = collected.mapped;
    }
    rounds_.clear();
    return made;
}

} // namespace brukerplan

// The first findings of each rule: enough to show what it is about, however long the input is.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include <brukerplan/model/finding.hpp>

namespace brukerplan {

/// Keeps, for each rule and severity, findings about the first records that it judged.
class finding_examples {
public:
    explicit finding_examples(std::size_t most_each) : most_(most_each) {}

    /// Findings come in the order of their records.
    void add(const finding& f) {
        if (f.rule >= kept_.size()) {
            kept_.resize(f.rule + 1);
        }
        auto& kept = kept_[f.rule][static_cast<std::size_t>(f.severity)];
        if (kept.size() < most_ && (kept.empty() || kept.back().record != f.record)) {
            kept.push_back(f);
        }
    }

    [[nodiscard]] std::span<const finding> of(std::size_t rule, severity s) const noexcept {
        return rule < kept_.size()
                   ? std::span<const finding>{kept_[rule][static_cast<std::size_t>(s)]}
                   : std::span<const finding>{};
    }

private:
    std::size_t most_;
    std::vector<std::array<std::vector<finding>, severity_tokens.size()>> kept_; // by rule
};

} // namespace brukerplan

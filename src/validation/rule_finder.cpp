#include "validation/rule_finder.hpp"

#include <algorithm>

namespace brukerplan::detail {

rule_finder::rule_finder(const rule_program& program, const unit_finder& units)
    : program_(program), units_(units), conditions_(program.conditions),
      areas_(program.areas, program.instrument.roles) {
    found_.reserve(program.most_found);
}

void rule_finder::begin(const column_table& batch) {
    batch_ = &batch;
    municipalities_.begin(batch.rows());
    districts_.begin(batch.rows());
    const auto needed = program_.most_found * words_for(std::min(batch.rows(), block_rows));
    if (words_.size() < needed) {
        words_.resize(needed);
    }
}

std::span<const found_rows> rule_finder::find(const row_block& block) {
    block_ = &block;
    conditions_.begin(block);
    areas_.begin(block);
    found_.clear();
    used_ = 0;
    find_faults();
    for (const auto& c : program_.checks) {
        check_ = &c;
        rule_ = &program_.instrument.rules[c.rule];
        if (rule_->kind != rule_kind::row || any_fault_) {
            find_all(c);
        }
    }
    return found_;
}

void rule_finder::find_faults() {
    const auto* origins = batch_->origins.data() + block_->first;
    test_rows(faulty_.data(), block_->rows,
              [&](std::size_t i) { return origins[i].fault != row_fault::none; });
    any_fault_ = any_row(faulty_.data(), block_->words());
    for (std::size_t w = 0; w < block_->words(); ++w) {
        const auto rest = block_->rows - w * word_rows;
        whole_[w] = ~faulty_[w] & (rest < word_rows ? (row_word{1} << rest) - 1 : ~row_word{0});
    }
}

void rule_finder::find_all(const check& c) {
    switch (rule_->kind) {
    case rule_kind::row: {
        block_bits rows;
        test_rows(rows.data(), block_->rows, [&](std::size_t i) {
            return batch_->origins[block_->first + i].fault == rule_->fault;
        });
        return emit(finding::no_field, rule_->severity, rows.data());
    }
    case rule_kind::alone:
        return find_alone();
    case rule_kind::national_number:
        return rule_->number == number_check::new_rule ? find_new_rule(c) : find_number();
    case rule_kind::agrees_with_number:
        return find_agreement(c);
    case rule_kind::identity_in_text:
        return find_identity_in_text();
    case rule_kind::date_in_year:
        return find_date_in_year(c);
    case rule_kind::municipality_valid:
        return find_municipality(c);
    case rule_kind::district_of:
        return find_district(c);
    case rule_kind::district_expected:
        return find_district_expected(c);
    case rule_kind::assessed:
        return find_assessed(c);
    case rule_kind::sum_at_most:
        return find_sum(c);
    case rule_kind::product_at_most:
        return find_product(c);
    default:
        return find_parts(c);
    }
}

bool rule_finder::meet(std::span<const std::size_t> all, row_word* out) {
    const auto words = block_->words();
    std::copy_n(whole_.data(), words, out);
    for (const auto condition : all) {
        const auto* rows = conditions_.rows(condition);
        row_word any = 0;
        for (std::size_t w = 0; w < words; ++w) {
            out[w] &= rows[w];
            any |= out[w];
        }
        if (any == 0) {
            return false;
        }
    }
    return any_row(out, words);
}

void rule_finder::find_parts(const check& c) {
    const auto words = block_->words();
    for (const auto& part : c.parts) {
        block_bits found;
        block_bits one;
        bool any = false;
        for (const auto& all : part.cases) {
            if (!any) {
                any = meet(all, found.data());
            } else if (meet(all, one.data())) {
                for (std::size_t w = 0; w < words; ++w) {
                    found[w] |= one[w];
                }
            }
        }
        if (any) {
            emit(part.field, rule_->severity, found.data());
        }
    }
}

void rule_finder::emit(std::size_t field, severity given, const row_word* rows) {
    const auto words = block_->words();
    const auto& among = rule_->kind == rule_kind::row ? faulty_ : whole_;
    block_bits left;
    for (std::size_t w = 0; w < words; ++w) {
        left[w] = rows[w] & among[w];
    }
    for (const auto& change : check_->tuning.special) {
        const auto* area = areas_.rows(change.area);
        block_bits there;
        for (std::size_t w = 0; w < words; ++w) {
            there[w] = left[w] & area[w];
            left[w] &= ~area[w];
        }
        emit_tuned(field, change.severity, there.data());
    }
    emit_tuned(field, check_->tuning.everywhere ? check_->tuning.severity : given, left.data());
}

void rule_finder::emit_tuned(std::size_t field, std::optional<severity> given,
                             const row_word* rows) {
    const auto words = block_->words();
    if (!given || !any_row(rows, words)) {
        return;
    }
    auto* own = words_.data() + used_;
    std::copy_n(rows, words, own);
    used_ += words;
    found_.push_back({check_->rule, field, *given, own});
}

} // namespace brukerplan::detail

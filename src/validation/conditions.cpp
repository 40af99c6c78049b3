#include "validation/conditions.hpp"

#include <algorithm>
#include <tuple>

#include <brukerplan/validation/detail/cell_rules.hpp>

namespace brukerplan::detail {

namespace {

bool same(const atom& a, const atom& b) noexcept {
    const auto parts = [](const atom& x) {
        return std::tuple{x.source, x.field, x.test, x.members,         x.alone,         x.missing,
                          x.absent, x.asked, x.low,  x.unknown_members, x.unknown_alone, x.high};
    };
    return parts(a) == parts(b);
}

bool same(const condition& a, const condition& b) noexcept {
    return a.what == b.what && a.field == b.field && a.state == b.state && a.wanted == b.wanted &&
           same(a.test, b.test);
}

/// A column with every cell that a `code` column can have, each at the row of its own number.
const column& every_code_cell() {
    static const column cells = [] {
        column all{storage::code};
        for (std::uint8_t cell = 0; cell < code_missing; ++cell) {
            all.append_code(cell);
        }
        all.append_missing();
        all.append_unreadable({});
        return all;
    }();
    return cells;
}

truth field_truth(const atom& a, const column& cells, std::size_t row) noexcept {
    const auto named = named_value(a, cells, row);
    return negative(a.test) ? negation(named) : named;
}

std::vector<cell_run> runs_of(const condition& c) {
    const auto& cells = every_code_cell();
    const auto met = [&](std::size_t cell) {
        return c.what == condition::about::state ? cells.state(cell) == c.state
                                                 : field_truth(c.test, cells, cell) == c.wanted;
    };
    std::vector<cell_run> runs;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        if (!met(cell)) {
            continue;
        }
        if (cell > 0 && met(cell - 1)) {
            ++runs.back().more;
        } else {
            runs.push_back({static_cast<std::uint8_t>(cell), 0});
        }
    }
    return runs;
}

bool reads_field(const condition& c) noexcept {
    return c.what == condition::about::state || c.test.source == atom_source::field;
}

/// Whether the rows wanted are those that have what the atom names: a negative test wants the
/// others.
bool asks_what_is_named(const condition& c) noexcept {
    return (c.wanted == truth::yes) != negative(c.test.test);
}

row_word in_runs(const std::uint8_t* cells, std::span<const cell_run> runs) noexcept {
    row_word word = 0;
    for (const auto [low, more] : runs) {
        word |= marked(
            [=](std::size_t i) { return static_cast<std::uint8_t>(cells[i] - low) <= more; });
    }
    return word;
}

template <class Cell>
std::uint8_t highest_of(std::span<const Cell> cells) noexcept {
    std::uint8_t highest = 0;
    for (const auto cell : cells) {
        highest = std::max(highest, static_cast<std::uint8_t>(cell));
    }
    return highest;
}

row_word in_state(const cell_state* states, cell_state wanted) noexcept {
    return marked([=](std::size_t i) { return states[i] == wanted; });
}

} // namespace

std::size_t condition_list::add_state(std::size_t field, cell_state wanted) {
    condition c;
    c.field = field;
    c.state = wanted;
    return index_of(std::move(c));
}

std::size_t condition_list::add_atom(const atom& test, truth wanted) {
    condition c;
    c.what = condition::about::atom;
    c.test = test;
    c.wanted = wanted;
    if (test.source == atom_source::field) {
        c.field = test.field;
        if (columns_[test.field] == storage::codes) {
            asked_codes_[test.field] |= test.members;
        }
    }
    return index_of(std::move(c));
}

std::size_t condition_list::index_of(condition c) {
    const auto at = std::find_if(conditions_.begin(), conditions_.end(),
                                 [&](const condition& other) { return same(c, other); });
    const auto index = static_cast<std::size_t>(at - conditions_.begin());
    if (at == conditions_.end()) {
        if (reads_field(c) && columns_[c.field] == storage::code) {
            c.runs = runs_of(c);
        }
        conditions_.push_back(std::move(c));
    }
    return index;
}

condition_bits::condition_bits(const condition_list& list)
    : list_(&list), worked_out_(list.all().size()), sets_(list.asked_codes().size()),
      highest_(list.asked_codes().size()) {}

void condition_bits::begin(const row_block& block) {
    block_ = &block;
    ++block_number_;
    if (block.words() > stride_) {
        stride_ = block.words();
        words_.resize(list_->all().size() * stride_);
    }
}

const row_word* condition_bits::rows(std::size_t index) {
    auto* out = words_.data() + index * stride_;
    if (worked_out_[index] != block_number_) {
        worked_out_[index] = block_number_;
        work_out(list_->all()[index], out);
    }
    return out;
}

bool condition_bits::met(const condition& c, std::size_t row) const noexcept {
    const auto at = block_->first + row;
    return c.what == condition::about::state
               ? block_->cells(c.field).state(at) == c.state
               : evaluate(c.test, *block_->batch, at, block_->facts_for_atoms(row)) == c.wanted;
}

void condition_bits::work_out(const condition& c, row_word* out) {
    const auto full = block_->full_words();
    if (full > 0) {
        if (c.what == condition::about::state) {
            work_out_state(c, out);
        } else {
            switch (c.test.source) {
            case atom_source::field:
                work_out_field(c, out);
                break;
            case atom_source::age:
                work_out_ages(c, out);
                break;
            case atom_source::children:
                work_out_children(c, out);
                break;
            case atom_source::age_basis:
                work_out_bases(c, out);
                break;
            }
        }
    }
    if (const auto rest = block_->rows % word_rows; rest != 0) {
        out[full] = tested(rest, [&](std::size_t i) { return met(c, full * word_rows + i); });
    }
}

void condition_bits::work_out_ages(const condition& c, row_word* out) const {
    for (std::size_t w = 0; w < block_->full_words(); ++w) {
        out[w] = marked([ages = block_->ages.data() + w * word_rows,
                         bases = block_->age_bases.data() + w * word_rows, low = c.test.low,
                         high = c.test.high, inside = c.wanted == truth::yes](std::size_t i) {
            return (bases[i] != static_cast<std::uint8_t>(age_basis::unknown)) &
                   (((ages[i] >= low) & (ages[i] <= high)) == inside);
        });
    }
}

void condition_bits::work_out_bases(const condition& c, row_word* out) const {
    std::array<std::uint8_t, 3> met_by{};
    for (std::uint8_t basis = 0; basis < met_by.size(); ++basis) {
        record_facts facts;
        facts.basis = static_cast<age_basis>(basis);
        met_by[basis] = evaluate(c.test, *block_->batch, block_->first, facts) == c.wanted ? 1 : 0;
    }
    for (std::size_t w = 0; w < block_->full_words(); ++w) {
        out[w] = marked([&, bases = block_->age_bases.data() + w * word_rows](std::size_t i) {
            return met_by[bases[i]];
        });
    }
}

void condition_bits::work_out_children(const condition& c, row_word* out) const {
    for (std::size_t w = 0; w < block_->full_words(); ++w) {
        out[w] = marked([counts = block_->children.data() + w * word_rows,
                         known = block_->children_known.data() + w * word_rows, low = c.test.low,
                         high = c.test.high, inside = c.wanted == truth::yes](std::size_t i) {
            // By signs: counts are compared as many at a time as words are subtracted.
            const auto outside = static_cast<std::uint64_t>((counts[i] - low) | (high - counts[i]));
            return known[i] & static_cast<std::uint8_t>((outside >> 63U) ^ (inside ? 1U : 0U));
        });
    }
}

std::uint8_t condition_bits::highest(std::size_t field) {
    auto& known = highest_[field];
    if (known.block != block_number_) {
        const auto& cells = block_->cells(field);
        const auto rows = block_->full_words() * word_rows;
        known = {block_number_, cells.kind() == storage::code
                                    ? highest_of(cells.code_cells().subspan(block_->first, rows))
                                    : highest_of(cells.states().subspan(block_->first, rows))};
    }
    return known.value;
}

void condition_bits::work_out_state(const condition& c, row_word* out) {
    const auto& cells = block_->cells(c.field);
    const bool is_code = cells.kind() == storage::code;
    // Most columns of most blocks have no cell of such a state at all.
    if (highest(c.field) < (is_code ? c.runs.front().low : static_cast<std::uint8_t>(c.state))) {
        std::fill_n(out, block_->full_words(), 0);
        return;
    }
    for (std::size_t w = 0; w < block_->full_words(); ++w) {
        const auto from = block_->first + w * word_rows;
        out[w] = is_code ? in_runs(cells.code_cells().data() + from, c.runs)
                         : in_state(cells.states().data() + from, c.state);
    }
}

void condition_bits::work_out_field(const condition& c, row_word* out) {
    const auto& cells = block_->cells(c.field);
    const auto full = block_->full_words();
    if (!cells.present() || !c.test.asked) { // every row alike
        std::fill_n(out, full, met(c, 0) ? ~row_word{0} : 0);
        return;
    }
    if (c.test.test == atom_test::between) {
        for (std::size_t w = 0; w < full; ++w) {
            const auto from = block_->first + w * word_rows;
            out[w] = marked([numbers = cells.numbers().data() + from,
                             states = cells.states().data() + from, low = c.test.low,
                             high = c.test.high, inside = c.wanted == truth::yes](std::size_t i) {
                return (states[i] == cell_state::value) &
                       (((numbers[i] >= low) & (numbers[i] <= high)) == inside);
            });
        }
        return;
    }
    switch (cells.kind()) {
    case storage::code:
        for (std::size_t w = 0; w < full; ++w) {
            out[w] = in_runs(cells.code_cells().data() + block_->first + w * word_rows, c.runs);
        }
        return;
    case storage::codes:
        return work_out_sets(c, out);
    case storage::text:
    case storage::number: // only what is not there can be named
        for (std::size_t w = 0; w < full; ++w) {
            const auto* states = cells.states().data() + block_->first + w * word_rows;
            out[w] = !asks_what_is_named(c) ? in_state(states, cell_state::value)
                     : c.test.missing       ? in_state(states, cell_state::missing)
                                            : 0;
        }
        return;
    }
}

void condition_bits::work_out_sets(const condition& c, row_word* out) {
    const auto& a = c.test;
    const auto& sets = turned(c.field);
    const auto* states = block_->cells(c.field).states().data() + block_->first;
    const bool named = asks_what_is_named(c);
    for (std::size_t w = 0; w < block_->full_words(); ++w) {
        const auto rows_with = [&](const std::vector<row_word>& from, std::uint64_t codes) {
            row_word word = 0;
            for (; codes != 0; codes &= codes - 1) {
                word |= from[static_cast<std::size_t>(std::countr_zero(codes)) * stride_ + w];
            }
            return word;
        };
        const auto held =
            rows_with(sets.codes, a.members) | (rows_with(sets.alone, a.alone) & ~sets.several[w]);
        if (named) {
            out[w] = held | (a.missing ? in_state(states + w * word_rows, cell_state::missing) : 0);
        } else {
            const bool nothing_named = a.members == 0 && a.alone == 0;
            const auto unknown = nothing_named ? 0 : rows_with(sets.alone, a.unknown_alone);
            out[w] = in_state(states + w * word_rows, cell_state::value) & ~held & ~unknown;
        }
    }
}

void condition_bits::contradictory(std::size_t field, row_word* out) {
    const auto full = block_->full_words();
    if (full > 0) {
        const auto& sets = turned(field);
        for (std::size_t w = 0; w < full; ++w) {
            row_word alone = 0;
            for (std::size_t i = 0; i < 8; ++i) {
                alone |= sets.alone[i * stride_ + w];
            }
            out[w] = alone & sets.several[w];
        }
    }
    if (const auto rest = block_->rows % word_rows; rest != 0) {
        const auto* sets = block_->cells(field).sets().data() + block_->first + full * word_rows;
        out[full] = tested(rest, [&](std::size_t i) { return detail::contradictory(sets[i]); });
    }
}

const condition_bits::turned_sets& condition_bits::turned(std::size_t field) {
    auto& turned = sets_[field];
    if (turned.block == block_number_) {
        return turned;
    }
    turned.block = block_number_;
    turned.codes.resize(64 * stride_);
    turned.alone.resize(8 * stride_);
    turned.several.resize(stride_);
    const auto asked = list_->asked_codes()[field];
    const auto* sets = block_->cells(field).sets().data() + block_->first;
    alignas(16) std::array<std::uint8_t, word_rows> bytes;
    for (std::size_t w = 0; w < block_->full_words(); ++w, sets += word_rows) {
        for (unsigned from = 0; from < 64; from += 8) {
            const auto some = static_cast<unsigned>(asked >> from & 0xFFU);
            if (some == 0) {
                continue;
            }
            for (std::size_t i = 0; i < word_rows; ++i) {
                bytes[i] = static_cast<std::uint8_t>(sets[i].members >> from);
            }
            for (auto rest = some; rest != 0; rest &= rest - 1) {
                const auto bit = std::countr_zero(rest);
                turned.codes[(from + static_cast<unsigned>(bit)) * stride_ + w] =
                    bit_of_bytes(bytes.data(), bit);
            }
        }
        std::uint8_t alone = 0;
        for (std::size_t i = 0; i < word_rows; ++i) {
            bytes[i] = sets[i].alone;
            alone |= bytes[i];
        }
        for (int bit = 0; bit < 8; ++bit) {
            turned.alone[static_cast<std::size_t>(bit) * stride_ + w] =
                (alone >> bit & 1) != 0 ? bit_of_bytes(bytes.data(), bit) : 0;
        }
        // Asked only of rows with an answer that stands alone.
        turned.several[w] = alone == 0 ? 0 : marked([=](std::size_t i) {
            return (sets[i].members != 0) | ((sets[i].alone & (sets[i].alone - 1)) != 0);
        });
    }
    return turned;
}

} // namespace brukerplan::detail

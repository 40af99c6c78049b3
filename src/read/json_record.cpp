#include <brukerplan/read/json_record.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/unordered/unordered_flat_map.hpp>

#include "read/cell.hpp"
#include "read/header.hpp"
#include "read/unusable_input.hpp"

namespace brukerplan {

namespace {

using detail::utf8_mark;
constexpr std::size_t no_field = static_cast<std::size_t>(-1);

/// Finds fields by key. A form writes the same keys every time, so those that are written as the
/// pack writes them are found without being made comparable first.
class key_finder {
public:
    explicit key_finder(const pack& instrument) : names_(instrument) {
        for (const auto& f : instrument.fields) {
            for (const auto& name : {std::string_view{f.name}, std::string_view{f.alias}}) {
                if (const auto match = names_.find(name)) {
                    exact_.emplace(name, match->field);
                }
            }
        }
    }

    [[nodiscard]] std::size_t find(std::string_view key) const {
        if (const auto at = exact_.find(key); at != exact_.end()) {
            return at->second;
        }
        const auto match = names_.find(key);
        return match ? match->field : no_field;
    }

private:
    detail::field_names names_;
    boost::unordered_flat_map<std::string_view, std::size_t> exact_; // borrowed from the pack
};

/// What the object has for one field.
struct written_cell {
    enum class kind : std::uint8_t { absent, empty, text, words, wrong };
    kind what = kind::absent;
    std::size_t first = 0; ///< of its words
    std::size_t count = 0;
};

bool takes_numbers(field_type type) noexcept {
    return type == field_type::integer || type == field_type::decimal || type == field_type::code ||
           type == field_type::text;
}

/// Takes the steps of the parser and keeps the words of each field.
class record_handler {
public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
    using error = boost::json::error_code;
    using text = boost::json::string_view;

    explicit record_handler(const pack& instrument)
        : pack_(instrument), keys_(instrument), cells_(instrument.fields.size()) {}

    void clear() noexcept {
        std::fill(bytes_.begin(), bytes_.end(), '\0');
        bytes_.clear();
        std::fill(part_.begin(), part_.end(), '\0');
        part_.clear();
        words_.clear();
        unknown_keys_.clear();
        std::fill(cells_.begin(), cells_.end(), written_cell{});
        field_ = no_field;
        position_ = 0;
        depth_ = 0;
    }

    [[nodiscard]] const written_cell& cell(std::size_t field) const noexcept {
        return cells_[field];
    }
    [[nodiscard]] std::string_view word(std::size_t at) const noexcept {
        return std::string_view{bytes_}.substr(words_[at].first, words_[at].second);
    }
    [[nodiscard]] const std::vector<std::size_t>& unknown_keys() const noexcept {
        return unknown_keys_;
    }

    // What follows is called by the parser.

    bool on_document_begin(error&) noexcept { return true; }
    bool on_document_end(error&) noexcept { return true; }

    bool on_object_begin(error&) {
        if (depth_ > 0) {
            put_wrong();
        }
        ++depth_;
        return true;
    }
    bool on_object_end(std::size_t, error&) noexcept {
        --depth_;
        return true;
    }
    bool on_array_begin(error& failure) {
        if (depth_ == 1 && field_ != no_field && pack_.fields[field_].type == field_type::codes) {
            put(written_cell::kind::words);
        } else {
            put_wrong();
        }
        ++depth_;
        return in_object(failure);
    }
    bool on_array_end(std::size_t, error&) noexcept {
        --depth_;
        return true;
    }

    bool on_key_part(text part, std::size_t, error&) { return keep(part); }
    bool on_key(text part, std::size_t, error&) {
        if (depth_ > 1) {
            part_.clear();
            return true;
        }
        ++position_;
        field_ = keys_.find(whole(part));
        part_.clear();
        if (field_ == no_field) {
            unknown_keys_.push_back(position_);
        }
        return true;
    }

    bool on_string_part(text part, std::size_t, error&) { return keep(part); }
    bool on_string(text part, std::size_t, error& failure) {
        const auto value = whole(part);
        if (depth_ == 2 && is(written_cell::kind::words)) {
            add_word(value);
            ++cells_[field_].count;
        } else if (depth_ == 1) {
            put_text(value);
        } else {
            put_wrong();
        }
        part_.clear();
        return in_object(failure);
    }

    bool on_number_part(text part, error&) { return keep(part); }
    bool on_int64(std::int64_t, text part, error& failure) { return number(part, failure); }
    bool on_uint64(std::uint64_t, text part, error& failure) { return number(part, failure); }
    bool on_double(double, text part, error& failure) { return number(part, failure); }

    bool on_bool(bool, error& failure) {
        put_wrong();
        return in_object(failure);
    }
    bool on_null(error& failure) {
        if (depth_ == 1) {
            put(written_cell::kind::empty);
        } else {
            put_wrong();
        }
        return in_object(failure);
    }

    bool on_comment_part(text, error&) noexcept { return true; }
    bool on_comment(text, error&) noexcept { return true; }

private:
    /// A document that is something else than an object is not read further.
    [[nodiscard]] bool in_object(error& failure) const {
        if (depth_ == 0 || position_ == 0) {
            failure = boost::json::error::syntax;
            return false;
        }
        return true;
    }

    bool keep(text part) {
        part_.append(part.data(), part.size());
        return true;
    }
    [[nodiscard]] std::string_view whole(text last) {
        if (part_.empty()) {
            return {last.data(), last.size()};
        }
        part_.append(last.data(), last.size());
        return part_;
    }

    bool number(text part, error& failure) {
        const auto digits = whole(part);
        if (depth_ == 1 && field_ != no_field && takes_numbers(pack_.fields[field_].type)) {
            put_text(digits);
        } else {
            put_wrong();
        }
        part_.clear();
        return in_object(failure);
    }

    [[nodiscard]] bool is(written_cell::kind what) const noexcept {
        return field_ != no_field && cells_[field_].what == what;
    }
    void put(written_cell::kind what) {
        if (field_ == no_field) {
            return;
        }
        auto& cell = cells_[field_];
        cell.what = cell.what == written_cell::kind::absent ? what : written_cell::kind::wrong;
        cell.first = words_.size();
        cell.count = 0;
    }
    void put_text(std::string_view value) {
        put(written_cell::kind::text);
        if (is(written_cell::kind::text)) {
            add_word(value);
            cells_[field_].count = 1;
        }
    }
    void put_wrong() noexcept {
        if (field_ != no_field) {
            cells_[field_].what = written_cell::kind::wrong;
        }
    }
    void add_word(std::string_view value) {
        words_.emplace_back(bytes_.size(), value.size());
        bytes_.append(value);
    }

    const pack& pack_;
    key_finder keys_;
    std::vector<written_cell> cells_;                        // by field
    std::vector<std::pair<std::size_t, std::size_t>> words_; // begin and size in bytes_
    std::string bytes_;
    std::string part_; // of a key or value that comes in several pieces
    std::vector<std::size_t> unknown_keys_;
    std::size_t field_ = no_field; // of the key that was read last
    std::size_t position_ = 0;
    std::size_t depth_ = 0;
};

} // namespace

class json_record_reader::state {
public:
    explicit state(std::shared_ptr<const pack> instrument)
        : pack_(std::move(instrument)), cells_(*pack_),
          parser_(boost::json::parse_options{}, *pack_) {}

    json_record read(std::string_view text) {
        const cleaner leave_nothing{*this};
        const bool good = parse(text);
        json_rows rows{pack_->make_table()};
        append_row(good, 1, rows);
        return {std::move(rows.table),
                good ? parser_.handler().unknown_keys() : std::vector<std::size_t>{}};
    }

    bool append(std::string_view text, std::uint64_t line, json_rows& to) {
        const cleaner leave_nothing{*this};
        const bool good = parse(text);
        if (good && to.settled && !has_columns_of(to.table)) {
            return false;
        }
        append_row(good, line, to);
        return true;
    }

private:
    struct cleaner {
        state& of;
        ~cleaner() {
            of.parser_.reset();
            of.parser_.handler().clear();
            std::fill(of.raw_.begin(), of.raw_.end(), '\0');
            of.words_.clear();
        }
    };

    bool parse(std::string_view text) {
        if (text.starts_with(utf8_mark)) {
            text.remove_prefix(utf8_mark.size());
        }
        boost::json::error_code failure;
        const auto consumed = parser_.write_some(false, text.data(), text.size(), failure);
        return !failure && consumed == text.size();
    }

    [[nodiscard]] bool has(std::size_t field) const noexcept {
        return parser_.handler().cell(field).what != written_cell::kind::absent ||
               pack_->fields[field].constant;
    }

    [[nodiscard]] bool has_columns_of(const column_table& table) const noexcept {
        for (std::size_t f = 0; f < table.columns.size(); ++f) {
            if (table.columns[f].present() != has(f)) {
                return false;
            }
        }
        return true;
    }

    void append_row(bool good, std::uint64_t line, json_rows& to) {
        auto& columns = to.table.columns;
        to.table.origins.push_back({line, good ? row_fault::none : row_fault::json, 0});
        for (std::size_t f = 0; f < columns.size(); ++f) {
            if (good && !to.settled) {
                columns[f].set_present(has(f));
            }
            if (good) {
                append(f, columns[f]);
            } else {
                columns[f].append_missing();
            }
        }
        if (good) {
            to.settled = true;
            to.unknown_keys += parser_.handler().unknown_keys().size();
        }
    }

    void append(std::size_t field, column& to) {
        const auto& cell = parser_.handler().cell(field);
        switch (cell.what) {
        case written_cell::kind::absent:
            cells_.append(field, pack_->fields[field].constant.value_or(std::string{}), to);
            break;
        case written_cell::kind::empty:
            to.append_missing();
            break;
        case written_cell::kind::text:
            cells_.append(field, parser_.handler().word(cell.first), to);
            break;
        case written_cell::kind::words:
            raw_.clear();
            for (std::size_t i = 0; i < cell.count; ++i) {
                words_.push_back(parser_.handler().word(cell.first + i));
                raw_.append(i == 0 ? "" : "|").append(words_.back());
            }
            cells_.append_codes(field, words_, raw_, to);
            words_.clear();
            break;
        case written_cell::kind::wrong:
            to.append_unreadable({});
            break;
        }
    }

    std::shared_ptr<const pack> pack_;
    detail::cell_reader cells_;
    boost::json::basic_parser<record_handler> parser_;
    std::vector<std::string_view> words_;
    std::string raw_;
};

json_record_reader::json_record_reader(std::shared_ptr<const pack> instrument)
    : state_(std::make_unique<state>(std::move(instrument))) {}
json_record_reader::json_record_reader(json_record_reader&&) noexcept = default;
json_record_reader& json_record_reader::operator=(json_record_reader&&) noexcept = default;
json_record_reader::~json_record_reader() = default;

json_record json_record_reader::read(std::string_view text) {
    return state_->read(text);
}

bool json_record_reader::append(std::string_view text, std::uint64_t line, json_rows& to) {
    return state_->append(text, line, to);
}

} // namespace brukerplan

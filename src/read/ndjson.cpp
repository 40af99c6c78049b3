#include <brukerplan/read/ndjson.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include <brukerplan/read/json_record.hpp>

#include "read/line_splitter.hpp"
#include "read/unusable_input.hpp"

namespace brukerplan {

class ndjson_reader::state {
public:
    state(byte_source source, std::shared_ptr<const pack> instrument)
        : pack_(std::move(instrument)), records_(pack_), lines_(std::move(source)) {}

    std::optional<read_error> open() {
        auto block = lines_.first_block();
        if (block.starts_with(detail::utf8_mark)) {
            dialect_.byte_order_mark = true;
            lines_.skip(detail::utf8_mark.size());
            block.remove_prefix(detail::utf8_mark.size());
        }
        const auto fault = detail::unusable(block);
        return fault ? std::optional{read_error{*fault, {}}} : std::nullopt;
    }

    column_table next(std::size_t most_rows) {
        json_rows batch{pack_->make_table()};
        batch.table.first_record = record_;
        detail::raw_line line;
        while (batch.table.rows() < std::max<std::size_t>(most_rows, 1) && lines_.peek(line) &&
               records_.append(line.text, line.number, batch)) {
            lines_.advance();
        }
        record_ += batch.table.rows();
        dialect_.unknown_keys += batch.unknown_keys;
        return std::move(batch.table);
    }

    [[nodiscard]] const ndjson_dialect& dialect() const noexcept { return dialect_; }

private:
    std::shared_ptr<const pack> pack_;
    json_record_reader records_;
    detail::line_splitter lines_;
    ndjson_dialect dialect_;
    std::uint64_t record_ = 0;
};

ndjson_reader::ndjson_reader(std::unique_ptr<state> s) : state_(std::move(s)) {}
ndjson_reader::ndjson_reader(ndjson_reader&&) noexcept = default;
ndjson_reader& ndjson_reader::operator=(ndjson_reader&&) noexcept = default;
ndjson_reader::~ndjson_reader() = default;

expected<ndjson_reader, read_error>
ndjson_reader::from_source(byte_source source, std::shared_ptr<const pack> instrument) {
    auto opened = std::make_unique<state>(std::move(source), std::move(instrument));
    if (auto error = opened->open()) {
        return unexpected(*std::move(error));
    }
    return ndjson_reader{std::move(opened)};
}

expected<ndjson_reader, read_error>
ndjson_reader::from_file(const std::string& path, std::shared_ptr<const pack> instrument) {
    auto source = file_source(path);
    if (!source) {
        return unexpected(source.error());
    }
    return from_source(*std::move(source), std::move(instrument));
}

expected<ndjson_reader, read_error>
ndjson_reader::from_text(std::string_view text, std::shared_ptr<const pack> instrument) {
    return from_source(text_source(text), std::move(instrument));
}

column_table ndjson_reader::next(std::size_t most_rows) {
    return state_->next(most_rows);
}

const ndjson_dialect& ndjson_reader::dialect() const noexcept {
    return state_->dialect();
}

} // namespace brukerplan

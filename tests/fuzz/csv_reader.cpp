// The input is a file of registrations. Every way to read it must give the same findings, and
// account for every row.
#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <boost/json.hpp>

#include <brukerplan/identity/national_id.hpp>
#include <brukerplan/read/csv.hpp>
#include <brukerplan/validation/validator.hpp>

#include "property.hpp"
#include "reference/csv_reference.hpp"
#include "write/listing.hpp"
#include "write/result_json.hpp"

namespace json = boost::json;

namespace {

using namespace brukerplan;
using fuzz::require;

/// The newest pack without columns that a file must have, so that short headers will do.
std::shared_ptr<const pack> instrument() {
    static const auto loaded = [] {
        auto text = json::parse(shipped_pack_json(shipped_packs().back()));
        for (auto& field : text.at("fields").as_array()) {
            field.as_object()["required"] = false;
        }
        text.as_object()["required_any"] = json::array{};
        return load_pack(json::serialize(text)).value();
    }();
    return loaded;
}

/// Hands out at most `most` bytes a time.
byte_source in_pieces(std::string_view text, std::size_t most) {
    return [text, most](std::span<char> into) mutable {
        require(!into.empty(), "a source is asked for at least one byte");
        const auto count = std::min({text.size(), into.size(), most});
        std::copy_n(text.begin(), count, into.begin());
        text.remove_prefix(count);
        return count;
    };
}

bool ends_line(char c) {
    return c == '\n' || c == '\r';
}

/// A whole input as it was read.
struct outcome {
    std::optional<read_error> refused;
    std::string findings; // NDJSON
    std::uint64_t rows = 0;
    std::uint64_t faulty = 0; // rows that could not be read as records
    csv_dialect dialect;

    friend bool operator==(const outcome& a, const outcome& b) {
        return a.refused.has_value() == b.refused.has_value() &&
               (!a.refused || (a.refused->fault == b.refused->fault &&
                               a.refused->columns == b.refused->columns)) &&
               a.findings == b.findings && a.rows == b.rows && a.faulty == b.faulty &&
               a.dialect.separator == b.dialect.separator &&
               a.dialect.charset == b.dialect.charset &&
               a.dialect.header_language == b.dialect.header_language &&
               a.dialect.decimal_comma == b.dialect.decimal_comma &&
               a.dialect.unknown_columns == b.dialect.unknown_columns;
    }
};

/// Checks that the batches count on from each other, line after line.
class row_counter {
public:
    void add(const column_table& batch, std::size_t most_rows) {
        require(batch.rows() <= most_rows, "a batch has at most the rows that were asked for");
        require(batch.first_record == rows_, "a batch goes on where the last one ended");
        for (const auto& column : batch.columns) {
            require(column.size() == batch.rows(), "every column has a cell for every row");
        }
        for (const auto& origin : batch.origins) {
            require(origin.line > line_, "each row begins on a later line");
            line_ = origin.line;
            faulty_ += origin.fault == row_fault::none ? 0 : 1;
        }
        rows_ += batch.rows();
    }
    [[nodiscard]] std::uint64_t rows() const noexcept { return rows_; }
    [[nodiscard]] std::uint64_t faulty() const noexcept { return faulty_; }
    [[nodiscard]] std::uint64_t last_line() const noexcept { return line_; }

private:
    std::uint64_t rows_ = 0;
    std::uint64_t faulty_ = 0;
    std::uint64_t line_ = 0;
};

outcome read_out(std::string_view text, std::size_t piece, std::size_t most_rows) {
    outcome result;
    auto reader = csv_reader::from_source(in_pieces(text, piece), instrument());
    if (!reader) {
        result.refused = reader.error();
        return result;
    }
    validation_options policy;
    policy.test_numbers = true;
    const validator rules{instrument(), policy};
    detail::listing ndjson{detail::listing_format::ndjson, detail::finding_columns,
                           [&](std::string_view line) { result.findings += line; }};
    row_counter counter;
    finding_log log;
    for (auto batch = reader->next(most_rows); batch.rows() > 0; batch = reader->next(most_rows)) {
        counter.add(batch, most_rows);
        rules.validate(batch, log);
        for (const auto& f : log.take_details()) {
            ndjson.add(detail::finding_object(f, *instrument(), "nb"));
        }
    }
    ndjson.finish();
    require(reader->next(most_rows).rows() == 0, "what has ended stays at its end");
    result.rows = counter.rows();
    result.faulty = counter.faulty();
    result.dialect = reader->dialect();
    require(log.rows() == result.rows, "every row is judged once");
    require(log.rows(severity::fatal) == result.faulty, "a row is fatal when it is no record");
    const auto ends =
        std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
    require(counter.last_line() <= static_cast<std::uint64_t>(ends) + 1, "a row begins on a line");
    return result;
}

/// The text behind a byte order mark and a line that names the separator.
std::string_view without_marks(std::string_view text, const csv_dialect& dialect) {
    if (dialect.byte_order_mark) {
        text.remove_prefix(3);
    }
    if (text.size() > 5 && text.starts_with("sep=")) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size() - 1);
        text.remove_prefix(end + (text.substr(end, 2) == "\r\n" ? 2 : 1));
    }
    return text;
}

/// Rows that the slow twin finds behind the header; nothing where it does not know. Of a row of
/// several lines that is no record, or too long, the reader gives up the first line alone.
std::optional<std::uint64_t> rows_by_twin(std::string_view text, const outcome& read) {
    text = without_marks(text, read.dialect);
    if (std::count_if(text.begin(), text.end(), ends_line) > 200 || text.size() > 200'000) {
        return std::nullopt;
    }
    const auto rows = reference::split_csv(text, read.dialect.separator);
    if (!rows) {
        return std::nullopt;
    }
    const bool several_lines = std::any_of(rows->begin(), rows->end(), [](const auto& row) {
        return std::any_of(row.begin(), row.end(), [](const auto& cell) {
            return std::any_of(cell.begin(), cell.end(), ends_line);
        });
    });
    return several_lines && read.faulty > 0 ? std::nullopt : std::optional{rows->size() - 1};
}

bool is_national_number(std::string_view eleven) {
    auto anything = national_id_policy::every_kind();
    anything.dates = date_check::lenient;
    return parse_national_id(eleven, anything).has_value();
}

void check_findings(const outcome& read) {
    require(!fuzz::holds_number(read.findings, is_national_number),
            "no finding holds a national number");
    std::string_view rest{read.findings};
    std::uint64_t last = 0;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        require(end != rest.npos, "a line ends");
        json::error_code failure;
        const auto line = json::parse(rest.substr(0, end), failure);
        require(!failure && line.is_object(), "a finding is JSON in UTF-8");
        const auto record = line.at("record").to_number<std::uint64_t>();
        require(record >= last && record < read.rows, "findings come in the order of their rows");
        last = record;
        rest.remove_prefix(end + 1);
    }
}

void check_refusal(const read_error& error) {
    for (const auto* language : {"nb", "nn", "en"}) {
        const auto message = message_of(error, language);
        require(!message.empty() && fuzz::fit_for_logs(message), "a refusal is one line");
    }
    for (const auto& column : error.columns) { // `unit (enhet)`
        require(instrument()->find_field(column.substr(0, column.find(' '))).has_value(),
                "a refusal names fields alone");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    const auto whole = read_out(text, size + 1, size + 1);
    require(read_out(text, 1, 1) == whole, "a byte and a row a time make no difference");
    require(read_out(text, 7, 2) == whole, "small pieces and batches make no difference");
    require(read_out(text, size / 2 + 1, 3) == whole, "two pieces make no difference");
    if (whole.refused) {
        check_refusal(*whole.refused);
        return 0;
    }
    check_findings(whole);
    if (const auto rows = rows_by_twin(text, whole)) {
        require(*rows == whole.rows, "no row is lost and none is added");
    }
    return 0;
}

#include "cli/registration_reader.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace brukerplan::cli {

namespace {

/// Enough to see past blank lines at the start.
constexpr std::size_t head_size = 4096;

/// Takes the first bytes of a source; fewer only where it ends.
std::string head_of(const byte_source& source) {
    std::string head(head_size, '\0');
    std::size_t filled = 0;
    while (filled < head.size()) {
        const auto read = source(std::span<char>{head}.subspan(filled));
        if (read == 0) {
            break;
        }
        filled += read;
    }
    head.resize(filled);
    return head;
}

bool begins_with_brace(std::string_view head) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    head.remove_prefix(head.starts_with(mark) ? mark.size() : 0);
    const auto first = head.find_first_not_of(" \t\r\n");
    return first != head.npos && head[first] == '{';
}

/// The source from its beginning, after its head was taken.
byte_source put_back(std::string head, byte_source rest) {
    return [head = std::move(head), at = std::size_t{0},
            rest = std::move(rest)](std::span<char> into) mutable {
        if (at == head.size()) {
            return rest(into);
        }
        const auto count = std::min(head.size() - at, into.size());
        std::copy_n(head.begin() + static_cast<std::ptrdiff_t>(at), count, into.begin());
        at += count;
        return count;
    };
}

} // namespace

expected<registration_reader, read_error>
registration_reader::open(byte_source source, std::shared_ptr<const pack> instrument) {
    auto head = head_of(source);
    const bool json = begins_with_brace(head);
    auto whole = put_back(std::move(head), std::move(source));
    const auto wrapped = [](auto reader) -> expected<registration_reader, read_error> {
        if (!reader) {
            return unexpected(reader.error());
        }
        return registration_reader{any_reader{*std::move(reader)}};
    };
    return json ? wrapped(ndjson_reader::from_source(std::move(whole), std::move(instrument)))
                : wrapped(csv_reader::from_source(std::move(whole), std::move(instrument)));
}

column_table registration_reader::next(std::size_t most_rows) {
    return std::visit([&](auto& reader) { return reader.next(most_rows); }, reader_);
}

const csv_dialect* registration_reader::csv() const noexcept {
    const auto* reader = std::get_if<csv_reader>(&reader_);
    return reader == nullptr ? nullptr : &reader->dialect();
}

const ndjson_dialect* registration_reader::ndjson() const noexcept {
    const auto* reader = std::get_if<ndjson_reader>(&reader_);
    return reader == nullptr ? nullptr : &reader->dialect();
}

} // namespace brukerplan::cli

// Bytes into lines, one line in memory at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <brukerplan/read/byte_source.hpp>

namespace brukerplan::detail {

/// A line without its end. Borrowed from the splitter until it moves on.
struct raw_line {
    std::uint64_t number = 0; ///< from 1
    std::string_view text;
    bool too_long = false; ///< it is passed over; `text` is empty
};

class line_splitter {
public:
    explicit line_splitter(byte_source source) : source_(std::move(source)) {}

    /// The bytes at the start of the input: all, or those of one block.
    [[nodiscard]] std::string_view first_block();
    /// Passes over bytes of the first block.
    void skip(std::size_t bytes) noexcept { position_ += bytes; }

    /// Finds the line that comes next and is not blank; the same one until `advance`. False at the
    /// end of the input.
    bool peek(raw_line& line);
    void advance() noexcept;

private:
    bool refill();
    [[nodiscard]] std::string_view held() const noexcept {
        return std::string_view{buffer_}.substr(position_, filled_ - position_);
    }
    /// Finds the end of the line that begins here; false at the end of the input.
    bool find_line();

    byte_source source_;
    std::string buffer_; // what is held stands in its first `filled_` bytes
    std::size_t filled_ = 0;
    std::size_t position_ = 0;
    std::size_t size_ = 0;     // of the line that begins here, without its end
    std::size_t consumed_ = 0; // with its end
    bool too_long_ = false;
    bool ended_ = false;
    std::uint64_t number_ = 1;
};

} // namespace brukerplan::detail

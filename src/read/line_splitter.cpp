#include "read/line_splitter.hpp"

#include <algorithm>
#include <span>

namespace brukerplan::detail {

namespace {

constexpr std::size_t block_size = std::size_t{1} << 20U;
constexpr std::size_t step_size = std::size_t{1} << 16U;
/// No line is held beyond this.
constexpr std::size_t longest_line = std::size_t{1} << 22U;

} // namespace

std::string_view line_splitter::first_block() {
    while (filled_ < block_size && refill()) {
    }
    return held().substr(0, block_size);
}

/// Reads on. What is consumed is given up once it is much, so that memory stays bounded.
bool line_splitter::refill() {
    if (ended_) {
        return false;
    }
    if (position_ > block_size / 2) {
        std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(position_),
                  buffer_.begin() + static_cast<std::ptrdiff_t>(filled_), buffer_.begin());
        filled_ -= position_;
        position_ = 0;
    }
    if (filled_ == buffer_.size()) {
        buffer_.resize(filled_ + step_size);
    }
    const std::size_t read = source_(std::span<char>{buffer_}.subspan(filled_));
    filled_ += read;
    ended_ = read == 0;
    return !ended_;
}

bool line_splitter::find_line() {
    too_long_ = false;
    std::size_t seen = 0;
    while (true) {
        const auto end = held().find('\n', seen);
        if (end != std::string_view::npos) {
            size_ = end;
            consumed_ = end + 1;
            return true;
        }
        seen = held().size();
        if (seen > longest_line) {
            too_long_ = true;
            position_ += seen;
            seen = 0;
        }
        if (!refill()) {
            size_ = consumed_ = held().size();
            return consumed_ > 0 || too_long_;
        }
    }
}

bool line_splitter::peek(raw_line& line) {
    while (consumed_ > 0 || too_long_ || find_line()) {
        line = {number_, too_long_ ? std::string_view{} : held().substr(0, size_), too_long_};
        if (too_long_ || line.text.find_first_not_of(" \t\r") != line.text.npos) {
            return true;
        }
        advance();
    }
    return false;
}

void line_splitter::advance() noexcept {
    position_ += consumed_;
    consumed_ = 0;
    too_long_ = false;
    ++number_;
}

} // namespace brukerplan::detail

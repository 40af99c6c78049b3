#include "read/arrow_words.hpp"

#include <cstring>

namespace brukerplan::detail {

word_meaning word_finder::operator()(std::string_view word) {
    const auto size = word.size();
    if (size == 0) {
        return code_missing;
    }
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(word[i]); };
    const auto mixed = byte(0) + 31U * byte(size / 2) + 7U * byte(size - 1) + 13U * size;
    auto& known = known_[mixed % known_.size()];
    if (size == known.size && std::memcmp(known.text.data(), word.data(), size) == 0) {
        return known.meaning;
    }
    const auto meaning = look_up(word);
    if (meaning != code_unreadable && size <= known.text.size()) {
        known.size = static_cast<std::uint8_t>(size);
        known.meaning = meaning;
        std::memcpy(known.text.data(), word.data(), size);
    }
    return meaning;
}

word_meaning word_finder::look_up(std::string_view word) const {
    word = trimmed(word);
    if (word.empty()) {
        return code_missing;
    }
    const auto* meaning = cells_->find(field_, word);
    if (meaning == nullptr) {
        return code_unreadable;
    }
    switch (meaning->what) {
    case token_meaning::kind::missing:
        return code_missing;
    case token_meaning::kind::alone:
        return static_cast<word_meaning>(word_alone + meaning->index);
    default:
        return meaning->index;
    }
}

} // namespace brukerplan::detail

#include "read/arrow_words.hpp"

namespace brukerplan::detail {

word_meaning word_finder::operator()(std::string_view word) {
    const auto size = word.size();
    if (size == 0) {
        return code_missing;
    }
    if (size > word_key::longest) {
        return look_up(word);
    }
    const word_key key{word};
    auto& known = known_[key.mixed() % known_.size()];
    if (key == known.key) {
        return known.meaning;
    }
    const auto meaning = look_up(word);
    if (meaning != code_unreadable) {
        known = {key, meaning};
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

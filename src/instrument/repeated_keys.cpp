#include "instrument/repeated_keys.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>

#include "instrument/json_reader.hpp"

namespace brukerplan::detail {

namespace {

/// Follows the text from the outside in and keeps the keys of the objects that are open.
class key_watch {
public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = max_object_size;
    static constexpr std::size_t max_key_size = max_object_size;
    static constexpr std::size_t max_string_size = max_object_size;

    using error = boost::system::error_code;
    using part = boost::json::string_view;

    bool on_object_begin(error&) { return open(false); }
    bool on_object_end(std::size_t, error&) { return close(); }
    bool on_array_begin(error&) { return open(true); }
    bool on_array_end(std::size_t, error&) { return close(); }
    bool on_key_part(part text, std::size_t, error&) {
        key_.append(text.data(), text.size());
        return true;
    }
    bool on_key(part text, std::size_t, error&) {
        key_.append(text.data(), text.size());
        const auto first = keys_.begin() + static_cast<std::ptrdiff_t>(open_.back().first_key);
        const bool repeated = std::find(first, keys_.end(), key_) != keys_.end();
        keys_.push_back(std::move(key_));
        key_.clear();
        if (repeated) {
            throw json_fault{in_one_line(path()), "this key stands twice in its object"};
        }
        return true;
    }

    bool on_document_begin(error&) { return true; }
    bool on_document_end(error&) { return true; }
    bool on_string_part(part, std::size_t, error&) { return true; }
    bool on_string(part, std::size_t, error&) { return value(); }
    bool on_number_part(part, error&) { return true; }
    bool on_int64(std::int64_t, part, error&) { return value(); }
    bool on_uint64(std::uint64_t, part, error&) { return value(); }
    bool on_double(double, part, error&) { return value(); }
    bool on_bool(bool, error&) { return value(); }
    bool on_null(error&) { return value(); }
    bool on_comment_part(part, error&) { return true; }
    bool on_comment(part, error&) { return true; }

private:
    struct holder {
        bool list;
        std::size_t first_key; ///< in `keys_`
        std::size_t values = 0;
    };

    bool open(bool list) {
        open_.push_back({list, keys_.size()});
        return true;
    }
    bool close() {
        keys_.resize(open_.back().first_key);
        open_.pop_back();
        return value();
    }
    bool value() {
        if (!open_.empty()) {
            ++open_.back().values;
        }
        return true;
    }
    [[nodiscard]] std::string path() const {
        std::string result;
        for (std::size_t i = 0; i < open_.size(); ++i) {
            const auto keys_end = i + 1 < open_.size() ? open_[i + 1].first_key : keys_.size();
            result += "/" + (open_[i].list ? std::to_string(open_[i].values)
                                           : pointer_part(keys_[keys_end - 1]));
        }
        return result;
    }

    std::vector<holder> open_;
    std::vector<std::string> keys_; ///< of the open objects, the outermost first
    std::string key_;
};

} // namespace

void refuse_repeated_keys(std::string_view json) {
    boost::json::basic_parser<key_watch> parser{boost::json::parse_options{}};
    boost::system::error_code failure;
    parser.write_some(false, json.data(), json.size(), failure);
}

} // namespace brukerplan::detail

// Strict reading of a JSON document: every key must be known, every value of the right type, and a
// fault says where it stands.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include <boost/json.hpp>

namespace brukerplan::detail {

/// Thrown while reading, caught where the document is loaded.
struct json_fault {
    std::string path;
    std::string message;
};

/// Without the characters that would break a line.
[[nodiscard]] inline std::string in_one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
    return text;
}

/// A key as a part of a JSON pointer (RFC 6901).
[[nodiscard]] inline std::string pointer_part(std::string_view key) {
    std::string part;
    for (const char c : key) {
        part += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
    return part;
}

/// A value and its JSON pointer. Borrows the value.
class json_node {
public:
    json_node(const boost::json::value& value, std::string path)
        : value_(&value), path_(std::move(path)) {}

    [[noreturn]] void fail(std::string message) const { fail_at("", std::move(message)); }

    /// About a part of this value, a JSON pointer within it.
    [[noreturn]] void fail_at(std::string_view part, std::string message) const {
        throw json_fault{in_one_line(path_ + std::string{part}), in_one_line(std::move(message))};
    }

    [[nodiscard]] const boost::json::object& object() const {
        if (!value_->is_object()) {
            fail("an object is needed here");
        }
        return value_->get_object();
    }
    [[nodiscard]] const boost::json::array& array() const {
        if (!value_->is_array()) {
            fail("a list is needed here");
        }
        return value_->get_array();
    }
    [[nodiscard]] std::string_view string() const {
        if (!value_->is_string()) {
            fail("a text in quotes is needed here");
        }
        const auto& s = value_->get_string();
        return {s.data(), s.size()};
    }
    /// From `least` to `most`, both included.
    [[nodiscard]] std::int64_t whole_number(std::int64_t least, std::int64_t most) const {
        if (!value_->is_int64() || value_->get_int64() < least || value_->get_int64() > most) {
            fail(least == 0 ? "a whole number from 0 on is needed here"
                            : "a whole number is needed here");
        }
        return value_->get_int64();
    }
    [[nodiscard]] std::int32_t integer() const {
        return static_cast<std::int32_t>(whole_number(std::numeric_limits<std::int32_t>::min(),
                                                      std::numeric_limits<std::int32_t>::max()));
    }
    /// So far every JSON reader knows whole numbers apart.
    static constexpr std::int64_t most_count = std::int64_t{1} << 53U;

    [[nodiscard]] std::uint64_t count() const {
        return static_cast<std::uint64_t>(whole_number(0, most_count));
    }
    /// From `least` to `most`, both included.
    [[nodiscard]] double number(double least, double most) const {
        boost::system::error_code failure;
        const auto number = value_->to_number<double>(failure);
        if (failure || !(number >= least && number <= most)) {
            fail("a number from " + std::to_string(std::int64_t(least)) + " to " +
                 std::to_string(std::int64_t(most)) + " is needed here");
        }
        return number;
    }
    [[nodiscard]] bool boolean() const {
        if (!value_->is_bool()) {
            fail("true or false is needed here");
        }
        return value_->get_bool();
    }

    [[nodiscard]] bool is_null() const noexcept { return value_->is_null(); }
    [[nodiscard]] bool is_number() const noexcept { return value_->is_number(); }
    [[nodiscard]] bool is_array() const noexcept { return value_->is_array(); }

    [[nodiscard]] bool has(std::string_view key) const { return object().contains(key); }

    [[nodiscard]] json_node operator[](std::string_view key) const {
        const auto* found = object().if_contains(key);
        if (found == nullptr) {
            fail("the key \"" + std::string{key} + "\" is missing");
        }
        return {*found, path_ + "/" + std::string{key}};
    }

    /// Calls `f(node, index)` for each element of a list.
    template <class F>
    void each(F&& f) const {
        const auto& elements = array();
        for (std::size_t i = 0; i < elements.size(); ++i) {
            f(json_node{elements[i], path_ + "/" + std::to_string(i)}, i);
        }
    }
    /// Calls `f(key, node)` for each member of an object, in document order.
    template <class F>
    void each_member(F&& f) const {
        for (const auto& member : object()) {
            const std::string_view key{member.key().data(), member.key().size()};
            f(key, json_node{member.value(), path_ + "/" + pointer_part(key)});
        }
    }

    void only_keys(std::initializer_list<std::string_view> known) const {
        each_member([&](std::string_view key, const json_node& node) {
            for (const auto k : known) {
                if (k == key) {
                    return;
                }
            }
            node.fail("the key \"" + std::string{key} + "\" is not known");
        });
    }

private:
    const boost::json::value* value_;
    std::string path_;
};

} // namespace brukerplan::detail

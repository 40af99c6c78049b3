// JSON values of the example, counted by jansson.
#pragma once

#include <jansson.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

/// A value, shared; an empty one is a value that is not there.
class json {
public:
    json() = default;
    /// Takes what jansson has made.
    explicit json(json_t* owned) : value_{owned} {}
    json(const json& other) : value_{json_incref(other.value_)} {}
    json(json&& other) noexcept : value_{std::exchange(other.value_, nullptr)} {}
    json& operator=(json other) noexcept {
        std::swap(value_, other.value_);
        return *this;
    }
    ~json() { json_decref(value_); }

    static json of(std::string_view text) { return json{json_stringn(text.data(), text.size())}; }
    static json of(bool value) { return json{json_boolean(value)}; }
    static json of(std::int64_t value) { return json{json_integer(value)}; }
    static json list() { return json{json_array()}; }
    static json object() { return json{json_object()}; }
    static json parse(std::string_view text) {
        return json{json_loadb(text.data(), text.size(), JSON_ALLOW_NUL, nullptr)};
    }

    explicit operator bool() const { return value_ != nullptr; }
    bool is_true() const { return json_is_true(value_); }
    bool is_text() const { return json_is_string(value_); }
    std::int64_t number() const { return json_integer_value(value_); }
    std::string_view text() const {
        return is_text() ? std::string_view{json_string_value(value_), json_string_length(value_)}
                         : std::string_view{};
    }
    std::string dumped(std::size_t flags = 0) const {
        char* const written = value_ ? json_dumps(value_, flags | JSON_ENCODE_ANY) : nullptr;
        std::string result{written ? written : ""};
        std::free(written);
        return result;
    }
    /// A string as it is, anything else as its JSON, nothing as empty text.
    std::string written() const { return is_text() ? std::string{text()} : dumped(JSON_COMPACT); }

    json operator[](const char* key) const {
        return json{json_incref(json_object_get(value_, key))};
    }
    json operator[](std::size_t index) const {
        return json{json_incref(json_array_get(value_, index))};
    }
    std::size_t size() const {
        return json_is_array(value_) ? json_array_size(value_) : json_object_size(value_);
    }
    json& set(const char* key, const json& to) {
        json_object_set(value_, key, to.value_);
        return *this;
    }
    json& add(const json& last) {
        json_array_append(value_, last.value_);
        return *this;
    }
    /// Calls `f(key, value)` for each member of an object.
    template <class F>
    void each(F&& f) const {
        const char* key = nullptr;
        json_t* value = nullptr;
        json_object_foreach(value_, key, value) {
            f(key, json{json_incref(value)});
        }
    }

    friend bool operator==(const json& a, const json& b) { return json_equal(a.value_, b.value_); }
    friend bool operator!=(const json& a, const json& b) { return !(a == b); }

private:
    json_t* value_ = nullptr;
};

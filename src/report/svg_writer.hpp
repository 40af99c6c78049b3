// Writes SVG elements, well-formed and escaped.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brukerplan::detail {

class svg_writer {
public:
    /// Attributes with an empty value are left out. Names must be literals.
    using attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    void open(std::string_view tag, attributes attributes);
    void close();
    void leaf(std::string_view tag, attributes attributes);
    void text(std::string_view tag, attributes attributes, std::string_view content);

    /// The document; every element must be closed.
    [[nodiscard]] std::string take() && { return std::move(out_); }

private:
    void start(std::string_view tag, attributes attributes);

    std::string out_;
    std::vector<std::string_view> open_;
};

} // namespace brukerplan::detail

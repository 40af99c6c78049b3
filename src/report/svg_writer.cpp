#include "report/svg_writer.hpp"

#include "report/clean_text.hpp"

namespace brukerplan::detail {

void svg_writer::start(std::string_view tag, attributes attributes) {
    out_ += '<';
    out_ += tag;
    for (const auto& [name, value] : attributes) {
        if (!value.empty()) {
            out_ += ' ';
            out_ += name;
            out_ += "=\"" + escape_html(value) + '"';
        }
    }
}

void svg_writer::open(std::string_view tag, attributes attributes) {
    start(tag, attributes);
    out_ += ">\n";
    open_.push_back(tag);
}

void svg_writer::close() {
    out_ += "</";
    out_ += open_.back();
    out_ += ">\n";
    open_.pop_back();
}

void svg_writer::leaf(std::string_view tag, attributes attributes) {
    start(tag, attributes);
    out_ += "/>\n";
}

void svg_writer::text(std::string_view tag, attributes attributes, std::string_view content) {
    start(tag, attributes);
    out_ += '>';
    out_ += escape_html(content);
    out_ += "</";
    out_ += tag;
    out_ += ">\n";
}

} // namespace brukerplan::detail

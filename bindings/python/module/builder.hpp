// Columns of Arrow in the making.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arrow.hpp"

namespace brukerplan_python {

/// A column that is being made: of text (`U`), lists (`+L`), booleans (`b`), or values of fixed
/// width.
struct column {
    std::string format;
    std::string name;
    std::vector<unsigned char> validity;
    std::vector<unsigned char> values; ///< or offsets of 64 bits, or bits
    std::string text;
    std::vector<std::unique_ptr<column>> children;
    std::unique_ptr<column> dictionary; ///< what `values` are indices into
    std::int64_t length = 0;
    std::int64_t nulls = 0;

    template <class Value>
    void add_value(Value value) {
        const auto end = values.size();
        values.resize(end + sizeof value);
        std::memcpy(values.data() + end, &value, sizeof value);
    }

    void add_bit(std::vector<unsigned char>& to, bool set) const {
        if (length % 8 == 0) {
            to.push_back(0);
        }
        to.back() = static_cast<unsigned char>(to.back() | int{set} << (length % 8));
    }

    /// Ends a cell whose value has been added, there or not.
    void end_cell(bool there) {
        add_bit(validity, there);
        nulls += there ? 0 : 1;
        ++length;
    }

    void add_text(std::optional<std::string_view> cell) {
        text += cell.value_or("");
        add_value(static_cast<std::int64_t>(text.size()));
        end_cell(cell.has_value());
    }
};

/// An empty column.
std::unique_ptr<column> new_column(std::string name, std::string format);

/// A table of columns that all have `rows` cells.
table finish_table(std::vector<std::unique_ptr<column>> columns, std::int64_t rows);

} // namespace brukerplan_python

// Ratings, assessments and counts in memory of Python's.
#pragma once

#include <cstdint>
#include <vector>

#include "buffer.hpp"

namespace brukerplan_python {

inline void need_domains(std::size_t ratings) {
    if (ratings != BPLAN_DOMAINS) {
        throw failure{BPLAN_ERROR_INVALID_ARGUMENT,
                      "there must be eight ratings, one for each domain"};
    }
}

/// Eight arrays of ratings, one for each domain, borrowed for as long as this lives.
class rating_columns {
public:
    explicit rating_columns(nb::sequence columns) {
        for (const nb::handle column : columns) {
            buffers_.emplace_back(column, "Bb", "uint8");
        }
        need_domains(buffers_.size());
        for (const auto& column : buffers_) {
            if (column.size() != rows()) {
                throw failure{BPLAN_ERROR_INVALID_ARGUMENT,
                              "the columns of the domains are not equally long"};
            }
            starts_.push_back(column.data<std::uint8_t>());
            strides_.push_back(column.stride());
            gaps_ = gaps_ || !column.has_no_gaps();
        }
    }

    [[nodiscard]] std::int64_t rows() const { return buffers_[0].size(); }
    [[nodiscard]] bool gaps() const { return gaps_; }
    [[nodiscard]] const std::uint8_t** starts() const {
        return const_cast<const std::uint8_t**>(starts_.data());
    }
    [[nodiscard]] const std::int64_t* strides() const { return strides_.data(); }

private:
    std::vector<borrowed_buffer> buffers_;
    std::vector<const std::uint8_t*> starts_;
    std::vector<std::int64_t> strides_;
    bool gaps_ = false;
};

/// An array of codes of assessments, unsigned and of 16 bits.
inline borrowed_buffer assessment_codes(nb::handle codes) {
    borrowed_buffer assessments{codes, "H", "uint16"};
    if (!assessments.has_no_gaps()) {
        throw failure{BPLAN_ERROR_INVALID_ARGUMENT, "the codes have gaps between them"};
    }
    return assessments;
}

/// An array with a number of persons for each assessment.
inline borrowed_buffer person_counts(nb::handle counts) {
    borrowed_buffer persons{counts, "ql", "int64"};
    if (persons.size() != BPLAN_ASSESSMENTS || !persons.has_no_gaps()) {
        throw failure{BPLAN_ERROR_INVALID_ARGUMENT,
                      "there must be a count for each of the 65 536 assessments"};
    }
    return persons;
}

} // namespace brukerplan_python

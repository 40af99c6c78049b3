// Numbers, shares, periods and lists as a language writes them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <brukerplan/model/date.hpp>

#include "report/icu.hpp"

namespace brukerplan::detail {

class number_texts {
public:
    /// Throws `report_fault` when ICU has no data for `locale`, such as `nb_NO`.
    explicit number_texts(const std::string& locale);

    /// `1 234` with the language's own space.
    [[nodiscard]] std::string count(std::int64_t value) const;
    /// `+12`, `0`, and a true minus sign below zero where the language has one.
    [[nodiscard]] std::string difference(std::int64_t value) const;
    /// Whole percent. What would round to 0 although it is more is written `<1 %`; what would
    /// round to 100 although it is less, `>99 %`. Empty when the denominator is 0.
    [[nodiscard]] std::string share(std::int32_t count, std::int32_t denominator) const;
    /// `7.-18. oktober 2024`; one date when both are the same day.
    [[nodiscard]] std::string period(date first, date last) const;
    /// `A, B og C`.
    [[nodiscard]] std::string list(const std::vector<std::string>& items) const;

private:
    [[nodiscard]] std::string write(const number_formatter& formatter, std::int64_t value) const;

    number_formatter whole_;
    number_formatter signed_;
    number_formatter percent_;
    formatted_number number_;
    period_formatter period_;
    list_formatter list_;
};

} // namespace brukerplan::detail

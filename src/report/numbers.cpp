#include "report/numbers.hpp"

#include "report/share.hpp"

namespace brukerplan::detail {

namespace {

number_formatter open_numbers(std::u16string_view skeleton, const std::string& locale) {
    UErrorCode status = U_ZERO_ERROR;
    number_formatter result{unumf_openForSkeletonAndLocale(
        skeleton.data(), static_cast<std::int32_t>(skeleton.size()), locale.c_str(), &status)};
    check_icu(status);
    return result;
}

UDate milliseconds(date day) { // since 1970-01-01
    return static_cast<UDate>(day.time_since_epoch().count()) * 86'400'000.0;
}

} // namespace

number_texts::number_texts(const std::string& locale)
    : whole_(open_numbers(u"precision-integer", locale)),
      signed_(open_numbers(u"precision-integer sign-except-zero", locale)),
      percent_(open_numbers(u"percent precision-integer", locale)) {
    UErrorCode status = U_ZERO_ERROR;
    number_.reset(unumf_openResult(&status));
    period_.reset(udtitvfmt_open(locale.c_str(), u"yMMMMd", -1, u"UTC", -1, &status));
    list_.reset(ulistfmt_open(locale.c_str(), &status));
    check_icu(status);
}

std::string number_texts::write(const number_formatter& formatter, std::int64_t value) const {
    return collect([&](UChar* out, std::int32_t capacity, UErrorCode* status) {
        unumf_formatInt(formatter.get(), value, number_.get(), status);
        return unumf_resultToString(number_.get(), out, capacity, status);
    });
}

std::string number_texts::count(std::int64_t value) const {
    return write(whole_, value);
}

std::string number_texts::difference(std::int64_t value) const {
    return write(signed_, value);
}

std::string number_texts::share(std::int32_t count, std::int32_t denominator) const {
    if (denominator == 0) {
        return {};
    }
    const auto percent = whole_percent(count, denominator);
    if (percent == 0 && count > 0) {
        return "<" + write(percent_, 1);
    }
    if (percent == 100 && count < denominator) {
        return ">" + write(percent_, 99);
    }
    return write(percent_, percent);
}

std::string number_texts::period(date first, date last) const {
    return collect([&](UChar* out, std::int32_t capacity, UErrorCode* status) {
        return udtitvfmt_format(period_.get(), milliseconds(first), milliseconds(last), out,
                                capacity, nullptr, status);
    });
}

std::string number_texts::list(const std::vector<std::string>& items) const {
    std::vector<std::u16string> texts;
    texts.reserve(items.size());
    for (const auto& item : items) {
        texts.push_back(to_utf16(item));
    }
    std::vector<const UChar*> starts;
    std::vector<std::int32_t> lengths;
    for (const auto& text : texts) {
        starts.push_back(text.data());
        lengths.push_back(static_cast<std::int32_t>(text.size()));
    }
    return collect([&](UChar* out, std::int32_t capacity, UErrorCode* status) {
        return ulistfmt_format(list_.get(), starts.data(), lengths.data(),
                               static_cast<std::int32_t>(items.size()), out, capacity, status);
    });
}

} // namespace brukerplan::detail

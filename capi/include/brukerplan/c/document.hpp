// Results of the document door, and the findings in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include <brukerplan/c/values.hpp>

namespace brukerplan_c {

/// One finding of a document, and good as long as that is.
class finding {
public:
    finding(const bplan_document* document, std::int64_t index) noexcept
        : document_{document}, index_{index} {}

    [[nodiscard]] brukerplan_c::severity severity() const noexcept {
        return detail::call<brukerplan_c::severity>(bplan_document_get_finding_severity, document_,
                                                    index_)
            .value();
    }
    /// Stable, as `BP-DOM-003`.
    [[nodiscard]] std::string_view code() const noexcept { return text(BPLAN_FINDING_CODE); }
    /// Its name in the pack; empty when the finding is about the whole record.
    [[nodiscard]] std::string_view field() const noexcept { return text(BPLAN_FINDING_FIELD); }
    /// What is wrong, in the language of the context.
    [[nodiscard]] std::string_view message() const noexcept { return text(BPLAN_FINDING_MESSAGE); }
    /// What to do about it, likewise.
    [[nodiscard]] std::string_view action() const noexcept { return text(BPLAN_FINDING_ACTION); }

private:
    [[nodiscard]] std::string_view text(std::int32_t part) const noexcept {
        return detail::call<std::string_view>(bplan_document_get_finding_text, document_, index_,
                                              part)
            .value();
    }

    const bplan_document* document_;
    std::int64_t index_;
};

/// The findings of a document, as a range, and good as long as that is.
class findings {
public:
    class iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = finding;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = finding;

        iterator() noexcept = default;
        iterator(const bplan_document* document, std::int64_t index) noexcept
            : document_{document}, index_{index} {}

        [[nodiscard]] finding operator*() const noexcept { return {document_, index_}; }
        iterator& operator++() noexcept {
            ++index_;
            return *this;
        }
        iterator operator++(int) noexcept { return {document_, index_++}; }
        friend bool operator==(const iterator& a, const iterator& b) noexcept {
            return a.index_ == b.index_;
        }
        friend bool operator!=(const iterator& a, const iterator& b) noexcept { return !(a == b); }

    private:
        const bplan_document* document_ = nullptr;
        std::int64_t index_ = 0;
    };

    findings(const bplan_document* document, std::int64_t count) noexcept
        : document_{document}, count_{count} {}

    [[nodiscard]] iterator begin() const noexcept { return {document_, 0}; }
    [[nodiscard]] iterator end() const noexcept { return {document_, count_}; }
    [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(count_); }
    [[nodiscard]] bool empty() const noexcept { return count_ == 0; }
    /// `index` is less than size().
    [[nodiscard]] finding operator[](std::size_t index) const noexcept {
        return {document_, static_cast<std::int64_t>(index)};
    }

private:
    const bplan_document* document_;
    std::int64_t count_;
};

/// A result: JSON text, and the parts of it that a form needs. What a document does not hold ends
/// with BPLAN_ERROR_NOT_THERE. Never changes; any number of threads may use it at once.
class document : public handle<bplan_document, bplan_document_free> {
public:
    using handle::handle;

    /// JSON on one line. Borrowed from the document, as every text of it.
    [[nodiscard]] result<std::string_view> text() const noexcept {
        return detail::call<std::string_view>(bplan_document_get_text, *this);
    }
    /// Whether no finding is an error or worse.
    [[nodiscard]] result<bool> valid() const noexcept {
        return detail::call<bool>(bplan_document_get_valid, *this);
    }
    [[nodiscard]] result<severity> worst_severity() const noexcept {
        return detail::call<severity>(bplan_document_get_worst_severity, *this);
    }
    [[nodiscard]] result<brukerplan_c::findings> findings() const& noexcept {
        const auto count = detail::call<std::int64_t>(bplan_document_count_findings, *this);
        return {count, {get(), count.value()}};
    }
    /// A loop over the findings of a document that is already gone would read what was freed.
    result<brukerplan_c::findings> findings() const&& = delete;
    [[nodiscard]] result<brukerplan_c::index_class> index_class() const noexcept {
        return detail::call<brukerplan_c::index_class>(bplan_document_get_class, *this);
    }
    /// They mean something only with a class; 0 without one.
    [[nodiscard]] result<std::int32_t> points() const noexcept {
        return detail::call<std::int32_t>(bplan_document_get_points, *this);
    }
    /// Number of domains that are assessed, 0 to 8.
    [[nodiscard]] result<std::int32_t> answered() const noexcept {
        return detail::call<std::int32_t>(bplan_document_get_answered, *this);
    }
    [[nodiscard]] result<brukerplan_c::no_class_reason> no_class_reason() const noexcept {
        return detail::call<brukerplan_c::no_class_reason>(bplan_document_get_no_class_reason,
                                                           *this);
    }
    /// More than 0 in a finished integration is a misspelt key.
    [[nodiscard]] result<std::int64_t> unknown_keys() const noexcept {
        return detail::call<std::int64_t>(bplan_document_count_unknown_keys, *this);
    }
};

} // namespace brukerplan_c

// Options, the context made from them, and one record checked with it.
#pragma once

#include <string_view>

#include <brukerplan/c/document.hpp>

namespace brukerplan_c {

/// What a context is made from. Texts are copied; empty text asks for the default again. One thread
/// at a time.
class options : public handle<bplan_options, bplan_options_free> {
public:
    using handle::handle;

    /// The newest pack that comes with the library, its first scheme, bokmal, real national
    /// numbers.
    [[nodiscard]] static result<options> create() noexcept {
        return detail::call<options>(bplan_options_create);
    }

    /// A pack that comes with the library, as `brukerplan/2024`.
    status set_pack(std::string_view id) noexcept {
        return detail::run(bplan_options_set_pack, *this, id);
    }
    status set_pack_json(std::string_view json) noexcept {
        return detail::run(bplan_options_set_pack_json, *this, json);
    }
    status set_mapping_json(std::string_view json) noexcept {
        return detail::run(bplan_options_set_mapping_json, *this, json);
    }
    status set_profile_json(std::string_view json) noexcept {
        return detail::run(bplan_options_set_profile_json, *this, json);
    }
    /// A scheme of the pack, as `sum16/1`.
    status set_scheme(std::string_view id) noexcept {
        return detail::run(bplan_options_set_scheme, *this, id);
    }
    /// A scheme of the caller's own.
    status set_scheme_json(std::string_view json) noexcept {
        return detail::run(bplan_options_set_scheme_json, *this, json);
    }
    /// `nb`, `nn`, `en`, or another that the pack has.
    status set_language(std::string_view language) noexcept {
        return detail::run(bplan_options_set_language, *this, language);
    }
    /// Synthetic numbers and fictional municipalities instead of real ones.
    status set_test_numbers(bool on) noexcept {
        return detail::run(bplan_options_set_test_numbers, *this, on);
    }
    /// "Today": the library reads no clock.
    status set_reference_date(date today) noexcept {
        return detail::run(bplan_options_set_reference_date, *this, today);
    }
    status set_period_first(date first) noexcept {
        return detail::run(bplan_options_set_period_first, *this, first);
    }
    /// The last day itself belongs to the period.
    status set_period_last(date last) noexcept {
        return detail::run(bplan_options_set_period_last, *this, last);
    }
};

/// An instrument made ready for use. Never changes; any number of threads may use it at once. Takes
/// milliseconds to make: make one and keep it.
class context : public handle<bplan_context, bplan_context_free> {
public:
    using handle::handle;

    /// Empty options stand for the defaults. They are not needed afterwards.
    [[nodiscard]] static result<context> create(const options& from = {}) noexcept {
        return detail::call<context>(bplan_context_create, from);
    }

    /// Texts are borrowed from the context.
    [[nodiscard]] result<std::string_view> pack_id() const noexcept {
        return detail::call<std::string_view>(bplan_context_get_pack_id, *this);
    }
    [[nodiscard]] result<std::string_view> scheme_id() const noexcept {
        return detail::call<std::string_view>(bplan_context_get_scheme_id, *this);
    }
    [[nodiscard]] result<std::string_view> language() const noexcept {
        return detail::call<std::string_view>(bplan_context_get_language, *this);
    }
    [[nodiscard]] result<bool> test_numbers() const noexcept {
        return detail::call<bool>(bplan_context_get_test_numbers, *this);
    }
    /// The pack as JSON, in the language of the context: what a program needs to make a form.
    [[nodiscard]] result<document> describe() const noexcept {
        return detail::call<document>(bplan_context_describe, *this);
    }
};

/// The packs that come with the library, as JSON.
[[nodiscard]] inline result<document> list_packs() noexcept {
    return detail::call<document>(bplan_pack_list);
}

/// Validates and scores one record, one JSON object: what a form calls on each keystroke. Whatever
/// the record holds, the call succeeds, and the document lives on without the context.
[[nodiscard]] inline result<document> check_record(const context& with,
                                                   std::string_view json) noexcept {
    return detail::call<document>(bplan_record_check, with, json);
}

/// Validates and does not score.
[[nodiscard]] inline result<document> validate_record(const context& with,
                                                      std::string_view json) noexcept {
    return detail::call<document>(bplan_record_validate, with, json);
}

/// Scores and does not validate.
[[nodiscard]] inline result<document> score_record(const context& with,
                                                   std::string_view json) noexcept {
    return detail::call<document>(bplan_record_score, with, json);
}

} // namespace brukerplan_c

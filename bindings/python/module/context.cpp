#include "handles.hpp"

namespace brukerplan_python {

namespace {

struct options : owned_handle<bplan_options, bplan_options_free> {};

using text_setter = std::int32_t(bplan_options*, const char*, std::int64_t, bplan_error*);
using day_setter = std::int32_t(bplan_options*, std::int32_t, std::int32_t, std::int32_t,
                                bplan_error*);

void set(const options& to, text_setter* setter, const text_or_none& text) {
    if (text) {
        call(setter, to.get(), text->data(), length_of(*text));
    }
}

void set(const options& to, day_setter* setter, const std::optional<day>& date) {
    if (date) {
        const auto [year, month, number] = *date;
        call(setter, to.get(), year, month, number);
    }
}

void make_context(context* made, const text_or_none& pack, const text_or_none& pack_json,
                  const text_or_none& mapping_json, const text_or_none& profile_json,
                  const text_or_none& scheme, const text_or_none& scheme_json,
                  const text_or_none& language, bool test_numbers,
                  const std::optional<day>& reference_date, const std::optional<day>& period_first,
                  const std::optional<day>& period_last) {
    options asked;
    call(bplan_options_create, asked.out());
    set(asked, bplan_options_set_pack, pack);
    set(asked, bplan_options_set_pack_json, pack_json);
    set(asked, bplan_options_set_mapping_json, mapping_json);
    set(asked, bplan_options_set_profile_json, profile_json);
    set(asked, bplan_options_set_scheme, scheme);
    set(asked, bplan_options_set_scheme_json, scheme_json);
    set(asked, bplan_options_set_language, language);
    call(bplan_options_set_test_numbers, asked.get(), test_numbers ? 1 : 0);
    set(asked, bplan_options_set_reference_date, reference_date);
    set(asked, bplan_options_set_period_first, period_first);
    set(asked, bplan_options_set_period_last, period_last);
    auto* ready = new (made) context;
    try {
        call_unlocked(bplan_context_create, asked.get(), ready->out());
    } catch (...) {
        ready->~context();
        throw;
    }
}

template <auto function>
nb::str text_property(const context& self) {
    return as_str(text_from(function, self.get()));
}

template <auto function>
nb::str of_record(const context& self, std::string_view json) {
    return document_from(function, self.get(), json.data(), length_of(json));
}

} // namespace

void bind_context(nb::module_& module) {
    nb::class_<context>(module, "Context",
                        "An instrument made ready for use. Never changes; threads may share it.")
        .def("__init__", &make_context, nb::kw_only(), nb::arg("pack") = nb::none(),
             nb::arg("pack_json") = nb::none(), nb::arg("mapping_json") = nb::none(),
             nb::arg("profile_json") = nb::none(), nb::arg("scheme") = nb::none(),
             nb::arg("scheme_json") = nb::none(), nb::arg("language") = nb::none(),
             nb::arg("test_numbers") = false, nb::arg("reference_date") = nb::none(),
             nb::arg("period_first") = nb::none(), nb::arg("period_last") = nb::none())
        .def_prop_ro("pack_id", &text_property<bplan_context_get_pack_id>)
        .def_prop_ro("scheme_id", &text_property<bplan_context_get_scheme_id>)
        .def_prop_ro("language", &text_property<bplan_context_get_language>)
        .def_prop_ro("test_numbers",
                     [](const context& self) {
                         return number_from<std::int32_t>(bplan_context_get_test_numbers,
                                                          self.get()) == 1;
                     })
        .def(
            "describe",
            [](const context& self) { return document_from(bplan_context_describe, self.get()); },
            "The pack in the language of the context; JSON text.")
        .def("check", &of_record<bplan_record_check>, nb::arg("json"),
             "Validates and scores a record; JSON text.")
        .def("validate", &of_record<bplan_record_validate>, nb::arg("json"),
             "Validates a record; JSON text.")
        .def("score", &of_record<bplan_record_score>, nb::arg("json"),
             "Scores a record; JSON text.");
    module.def(
        "pack_list", [] { return document_from(bplan_pack_list); },
        "The packs that come with the library; JSON text.");
}

} // namespace brukerplan_python

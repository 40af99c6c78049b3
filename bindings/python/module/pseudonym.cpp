// Pseudonyms of national numbers.
#include <array>
#include <string>

#include "answers.hpp"
#include "handles.hpp"

namespace brukerplan_python {

namespace {

constexpr std::size_t digits_of_a_number = 11;

nb::bytes make(const pseudonymiser& self, const number_policy& policy, std::string_view number) {
    std::array<std::uint8_t, BPLAN_PSEUDONYM_SIZE> pseudonym{};
    call(bplan_pseudonymiser_make, self.get(), policy.get(), number.data(), length_of(number),
         pseudonym.data());
    return nb::bytes(pseudonym.data(), pseudonym.size());
}

std::string hex_of(const std::uint8_t* pseudonym) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < BPLAN_PSEUDONYM_SIZE; ++i) {
        text += digits[pseudonym[i] >> 4];
        text += digits[pseudonym[i] & 15];
    }
    return text;
}

/// A number as eleven digits, also where people have written it with blanks; nothing for what is
/// none.
std::string eleven_of(std::string_view text) {
    std::array<char, BPLAN_NUMBER_MOST_DIGITS> digits{};
    std::int64_t length = 0;
    std::int32_t changes = 0;
    const auto code = bplan_number_normalise(text.data(), length_of(text), digits.data(),
                                             digits.size(), &length, &changes, nullptr);
    return code == BPLAN_OK && length == std::int64_t{digits_of_a_number}
               ? std::string(digits.data(), digits_of_a_number)
               : std::string{};
}

/// Why a text that is no eleven digits gets none. A DUF number may be accepted, and stands for no
/// person of the register.
std::int8_t reason_of(const number_policy& policy, std::string_view text) {
    owned_handle<bplan_number, bplan_number_free> number;
    call(bplan_number_check, policy.get(), text.data(), length_of(text), number.out());
    const auto reason = number_from<std::int32_t>(bplan_number_get_reason, number.get());
    return static_cast<std::int8_t>(
        reason == BPLAN_NUMBER_REASON_NONE ? BPLAN_NUMBER_REASON_KIND_NOT_ALLOWED : reason);
}

table make_column(const pseudonymiser& self, const number_policy& policy, nb::handle numbers) {
    const auto texts = texts_of(numbers);
    nb::gil_scoped_release unlocked;
    const auto rows = texts.there.size();
    std::string fixed;
    fixed.reserve(rows * digits_of_a_number);
    for (std::int64_t row = 0; row < texts.size(); ++row) {
        const auto digits = eleven_of(texts[row]);
        fixed += digits.empty() ? std::string(digits_of_a_number, '-') : digits;
    }
    std::vector<std::uint8_t> pseudonyms(rows * BPLAN_PSEUDONYM_SIZE);
    std::vector<std::int8_t> reasons(rows);
    std::int64_t made = 0;
    call(bplan_pseudonymiser_make_fixed, self.get(), policy.get(), fixed.data(),
         std::int64_t{digits_of_a_number}, texts.size(), pseudonyms.data(), reasons.data(), &made);
    for (std::size_t row = 0; row < rows; ++row) {
        if (fixed[row * digits_of_a_number] == '-') {
            reasons[row] = reason_of(policy, texts[static_cast<std::int64_t>(row)]);
        }
    }
    std::vector<std::unique_ptr<column>> columns;
    columns.push_back(new_column("pseudonym", "U"));
    for (std::size_t row = 0; row < rows; ++row) {
        const bool there = texts.there[row] && reasons[row] == BPLAN_NUMBER_REASON_NONE;
        columns[0]->add_text(
            there ? std::optional{hex_of(pseudonyms.data() + row * BPLAN_PSEUDONYM_SIZE)}
                  : std::nullopt);
    }
    columns.push_back(word_answers<std::int8_t>("reason", reasons, texts, [](std::int8_t reason) {
        return reason == BPLAN_NUMBER_REASON_NONE
                   ? std::string{}
                   : std::string{text_from(bplan_number_reason_get_name, std::int32_t{reason})};
    }));
    return finish_table(std::move(columns), texts.size());
}

} // namespace

void bind_pseudonyms(nb::module_& module) {
    nb::class_<pseudonymiser>(module, "Pseudonymiser",
                              "Makes pseudonyms under one key, which lies in locked memory.")
        .def_static(
            "ephemeral",
            [](std::string_view mapping, std::string_view municipality) {
                pseudonymiser made;
                call(bplan_pseudonymiser_create_ephemeral, mapping.data(), length_of(mapping),
                     municipality.data(), length_of(municipality), made.out());
                return made;
            },
            nb::arg("mapping_id"), nb::arg("municipality"))
        .def_static(
            "linking",
            [](const nb::bytes& key, std::string_view purpose) {
                pseudonymiser made;
                call(bplan_pseudonymiser_create_linking,
                     static_cast<const std::uint8_t*>(key.data()),
                     static_cast<std::int64_t>(key.size()), purpose.data(), length_of(purpose),
                     made.out());
                return made;
            },
            nb::arg("key"), nb::arg("purpose"))
        .def_prop_ro("basis",
                     [](const pseudonymiser& self) {
                         return number_from<std::int32_t>(bplan_pseudonymiser_get_basis,
                                                          self.get());
                     })
        .def("make", &make, nb::arg("policy"), nb::arg("number"))
        .def("make_column", &make_column, nb::arg("policy"), nb::arg("numbers"));
}

} // namespace brukerplan_python

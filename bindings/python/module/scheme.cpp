// Scoring schemes: one assessment, many, why, and two compared.
#include <vector>

#include <nanobind/stl/vector.h>

#include "handles.hpp"
#include "ratings.hpp"

namespace brukerplan_python {

namespace {

using score = std::tuple<std::int32_t, std::int32_t, std::int32_t, std::int32_t>;

const std::uint8_t* ratings_in(const nb::bytes& ratings) {
    need_domains(ratings.size());
    return static_cast<const std::uint8_t*>(ratings.data());
}

template <class Function, class Argument>
score score_by(Function* function, const scheme& self, Argument argument) {
    std::int32_t index_class = 0;
    std::int32_t points = 0;
    std::int32_t answered = 0;
    std::int32_t reason = 0;
    call(function, self.get(), argument, &index_class, &points, &answered, &reason);
    return {index_class, points, answered, reason};
}

using arrays = nb::typed<nb::tuple, nb::bytes, nb::bytes, nb::bytes, nb::bytes>;

/// Room for the scores of many, and how Python gets them.
struct scores {
    std::vector<std::int8_t> classes, answered, reasons;
    std::vector<std::int32_t> points;
    bplan_score_columns columns = BPLAN_SCORE_COLUMNS_INIT;

    explicit scores(std::int64_t count)
        : classes(static_cast<std::size_t>(count)), answered(classes.size()),
          reasons(classes.size()), points(classes.size()) {
        columns.classes = classes.data();
        columns.points = points.data();
        columns.answered = answered.data();
        columns.reasons = reasons.data();
    }

    [[nodiscard]] arrays give() const {
        const auto bytes = [](const auto& numbers) {
            return nb::bytes(numbers.data(), numbers.size() * sizeof numbers[0]);
        };
        return arrays(
            nb::make_tuple(bytes(classes), bytes(points), bytes(answered), bytes(reasons)));
    }
};

arrays score_columns(const scheme& self, nb::typed<nb::sequence, nb::object> columns) {
    const rating_columns ratings{columns};
    scores made{ratings.rows()};
    std::int64_t unreadable = 0;
    if (ratings.gaps()) {
        call_unlocked(bplan_scheme_score_strided, self.get(), ratings.starts(), ratings.strides(),
                      ratings.rows(), &made.columns, &unreadable);
    } else {
        call_unlocked(bplan_scheme_score_columns, self.get(), ratings.starts(), ratings.rows(),
                      &made.columns, &unreadable);
    }
    return made.give();
}

arrays score_packed(const scheme& self, nb::handle codes) {
    const auto assessments = assessment_codes(codes);
    scores made{assessments.size()};
    call_unlocked(bplan_scheme_score_packed, self.get(), assessments.data<std::uint16_t>(),
                  assessments.size(), &made.columns);
    return made.give();
}

nb::str compare(const scheme& self, const scheme& other, const nb::object& counts) {
    if (counts.is_none()) {
        return document_from(bplan_scheme_compare, self.get(), other.get(),
                             static_cast<const std::int64_t*>(nullptr));
    }
    const auto persons = person_counts(counts);
    return document_from(bplan_scheme_compare, self.get(), other.get(),
                         persons.data<std::int64_t>());
}

/// Persons by class, or by reason for none, from 0 up to `last`.
template <auto function>
std::vector<std::int64_t> count(const scheme& self, nb::handle counts, std::int32_t last) {
    const auto persons = person_counts(counts);
    std::vector<std::int64_t> found;
    for (std::int32_t of = 0; of <= last; ++of) {
        found.push_back(
            number_from<std::int64_t>(function, self.get(), persons.data<std::int64_t>(), of));
    }
    return found;
}

} // namespace

void bind_scheme(nb::module_& module) {
    nb::class_<scheme>(module, "Scheme",
                       "A scoring scheme made ready for use. Never changes; threads may share it.")
        .def_static(
            "shipped",
            [](const text_or_none& id, const text_or_none& pack) {
                scheme made;
                const text_argument of_pack{pack};
                const text_argument of_scheme{id};
                call_unlocked(bplan_scheme_create, of_pack.data, of_pack.length, of_scheme.data,
                              of_scheme.length, made.out());
                return made;
            },
            nb::arg("id") = nb::none(), nb::arg("pack") = nb::none())
        .def_static(
            "from_json",
            [](std::string_view json) {
                scheme made;
                call_unlocked(bplan_scheme_create_from_json, json.data(), length_of(json),
                              made.out());
                return made;
            },
            nb::arg("json"))
        .def_prop_ro(
            "id",
            [](const scheme& self) { return as_str(text_from(bplan_scheme_get_id, self.get())); })
        .def(
            "score",
            [](const scheme& self, const nb::bytes& ratings) {
                return score_by(bplan_scheme_score_ratings, self, ratings_in(ratings));
            },
            nb::arg("ratings"),
            "Class, points, number of assessed domains, and reason for no class, as codes.")
        .def(
            "score_code",
            [](const scheme& self, std::int32_t code) {
                return score_by(bplan_scheme_score_code, self, code);
            },
            nb::arg("code"))
        .def("score_columns", &score_columns, nb::arg("columns"),
             "Classes, points, numbers of assessed domains and reasons, as arrays in bytes, of "
             "eight arrays of ratings.")
        .def("score_packed", &score_packed, nb::arg("codes"))
        .def(
            "explain",
            [](const scheme& self, const nb::bytes& ratings, const text_or_none& language) {
                const text_argument in{language};
                return document_from(bplan_scheme_explain, self.get(), ratings_in(ratings), in.data,
                                     in.length);
            },
            nb::arg("ratings"), nb::arg("language") = nb::none())
        .def("compare", &compare, nb::arg("other"), nb::arg("counts").none() = nb::none())
        .def(
            "count_classes",
            [](const scheme& self, nb::handle counts) {
                return count<bplan_scheme_count_class>(self, counts, BPLAN_CLASS_BLUE_LIGHT);
            },
            nb::arg("counts"))
        .def(
            "count_no_classes",
            [](const scheme& self, nb::handle counts) {
                return count<bplan_scheme_count_no_class>(self, counts,
                                                          BPLAN_NO_CLASS_NO_RULE_HOLDS);
            },
            nb::arg("counts"));
}

} // namespace brukerplan_python

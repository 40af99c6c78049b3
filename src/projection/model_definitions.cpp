#include <brukerplan/projection/model.hpp>

namespace brukerplan {

namespace {

using weighted = model_definition::weighted_term;

constexpr std::array<weighted, 1> naive{{{term::received, 1}}};
constexpr std::array<weighted, 1> stated_need{{{term::needed, 1}}};
constexpr std::array<weighted, 1> peers{{{term::peers, 1}}};
constexpr std::array<weighted, 1> one_ratio{{{term::needed, 0.7}}};
constexpr std::array<weighted, 1> conversion{{{term::converted, 1}}};
constexpr std::array<weighted, 2> smoother{{{term::received, 0.6}, {term::own_past, 0.4}}};
constexpr std::array<weighted, 5> credibility{{{term::received, 0.5},
                                               {term::needed_not_received, 0.05},
                                               {term::needed_and_received, 0.05},
                                               {term::peers, 0.2},
                                               {term::own_past, 0.2}}};
constexpr std::array<weighted, 3> without_need{
    {{term::received, 0.6}, {term::peers, 0.2}, {term::own_past, 0.2}}};
constexpr std::array<weighted, 4> without_peers{{{term::received, 0.6},
                                                 {term::needed_not_received, 0.05},
                                                 {term::needed_and_received, 0.05},
                                                 {term::own_past, 0.3}}};
constexpr std::array<weighted, 4> without_own_past{{{term::received, 0.7},
                                                    {term::needed_not_received, 0.05},
                                                    {term::needed_and_received, 0.05},
                                                    {term::peers, 0.2}}};

constexpr std::array<model_definition, model_count> definitions{
    {{model_kind::naive, false, naive},
     {model_kind::stated_need, false, stated_need},
     {model_kind::peers, false, peers},
     {model_kind::one_ratio, true, one_ratio},
     {model_kind::conversion, false, conversion},
     {model_kind::smoother, true, smoother},
     {model_kind::credibility, true, credibility},
     {model_kind::without_need, true, without_need},
     {model_kind::without_peers, true, without_peers},
     {model_kind::without_own_past, true, without_own_past}}};

} // namespace

const model_definition& definition_of(model_kind kind) noexcept {
    return definitions[static_cast<std::size_t>(kind)];
}

} // namespace brukerplan

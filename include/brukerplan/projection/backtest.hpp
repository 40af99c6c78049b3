#pragma once
#include <vector>
#include <brukerplan/projection/model.hpp>
namespace brukerplan {
enum class gate_reason : std::uint8_t { kept, fell_back, not_backtested };
struct gate_decision { model_kind use = model_kind::credibility; gate_reason why = gate_reason::not_backtested; };
inline std::vector<gate_decision> choose_models(const panel& all, int) { return std::vector<gate_decision>(all.services.size()); }
}

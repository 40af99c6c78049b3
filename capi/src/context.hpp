// What a bplan_context holds.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <brukerplan/brukerplan.h>
#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/scoring/scheme.hpp>
#include <brukerplan/validation/validator.hpp>

#include "reader_pool.hpp"

struct bplan_context {
    bplan_context(const std::shared_ptr<const brukerplan::pack>& instrument,
                  std::optional<brukerplan::scheme_definition> definition,
                  const brukerplan::validation_options& options, std::string words)
        : shared_pack(instrument), validator(instrument, options), language(std::move(words)),
          readers(instrument) {
        if (definition) {
            scheme.emplace(*std::move(definition));
        }
    }

    [[nodiscard]] const brukerplan::pack& pack() const noexcept { return validator.instrument(); }

    const std::shared_ptr<const brukerplan::pack> shared_pack; ///< results outlive the context
    const brukerplan::validator validator;
    std::optional<brukerplan::scheme> scheme; ///< none when the pack has none
    const std::string language;
    std::string fingerprint; ///< of all that decides what is found
    mutable brukerplan::capi::reader_pool readers;
};

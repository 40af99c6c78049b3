// The newest shipped pack, loaded once for all tests.
#pragma once

#include <memory>

#include <brukerplan/instrument/pack.hpp>

inline const std::shared_ptr<const brukerplan::pack>& shipped_pack() {
    static const auto loaded = brukerplan::newest_pack();
    return loaded;
}

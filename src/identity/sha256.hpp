// SHA-256 (FIPS 180-4) of a text that comes in pieces. For checking that a file is the one that is
// meant; what is secret needs a key (identity/pseudonym.hpp).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace brukerplan::detail {

class sha256 {
public:
    sha256();
    sha256(const sha256&) = delete;
    sha256& operator=(const sha256&) = delete;
    ~sha256();

    void add(std::string_view bytes) noexcept;
    /// 64 hexadecimal digits in lower case, of all that was added. Once.
    [[nodiscard]] std::string hex();

private:
    struct state;
    std::unique_ptr<state> state_;
};

} // namespace brukerplan::detail

// Pseudonyms of national numbers.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <brukerplan/c/number.hpp>

namespace brukerplan_c {

using pseudonym = std::array<std::uint8_t, BPLAN_PSEUDONYM_SIZE>;

/// Makes pseudonyms under one key, which is wiped when it goes. Never changes; any number of
/// threads may use it at once.
class pseudonymiser : public handle<bplan_pseudonymiser, bplan_pseudonymiser_free> {
public:
    using handle::handle;

    /// A random key that nobody can get out: for merging within one mapping of one municipality.
    [[nodiscard]] static result<pseudonymiser>
    create_ephemeral(std::string_view mapping_id, std::string_view municipality) noexcept {
        return detail::call<pseudonymiser>(bplan_pseudonymiser_create_ephemeral, mapping_id,
                                           municipality);
    }
    /// A key of the caller's, BPLAN_LINKING_KEY_SIZE bytes, who answers for the legal basis of
    /// linking years and wipes its own copy.
    [[nodiscard]] static result<pseudonymiser>
    create_linking(const std::uint8_t* key, std::int64_t size, std::string_view purpose) noexcept {
        return detail::call<pseudonymiser>(bplan_pseudonymiser_create_linking, key, size, purpose);
    }

    [[nodiscard]] result<pseudonym_basis> basis() const noexcept {
        return detail::call<pseudonym_basis>(bplan_pseudonymiser_get_basis, *this);
    }
    /// One number, with blanks and hyphens or without. What the policy does not accept ends with
    /// BPLAN_ERROR_INVALID_NUMBER.
    [[nodiscard]] result<pseudonym> make(std::string_view number,
                                         const number_policy& policy = {}) const noexcept {
        return detail::call<pseudonym>(bplan_pseudonymiser_make, *this, policy, number);
    }
    /// Many numbers of eleven digits, one at every `stride` bytes, to `pseudonyms`; a number that
    /// is refused gets zeros, and its reason in `reasons`, which may be null. Gives how many have
    /// one.
    [[nodiscard]] result<std::int64_t> make_many(const char* numbers, std::int64_t stride,
                                                 std::int64_t count, pseudonym* pseudonyms,
                                                 std::int8_t* reasons = nullptr,
                                                 const number_policy& policy = {}) const noexcept {
        static_assert(sizeof(pseudonym) == BPLAN_PSEUDONYM_SIZE);
        return detail::call<std::int64_t>(
            bplan_pseudonymiser_make_fixed, *this, policy, numbers, stride, count,
            pseudonyms == nullptr ? nullptr : pseudonyms->data(), reasons);
    }
};

} // namespace brukerplan_c

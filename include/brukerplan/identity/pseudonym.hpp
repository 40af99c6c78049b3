// Pseudonyms for merging: HMAC-SHA-256 of a national number under a secret key.
//
// There are about 2 * 10^7 valid numbers, so a hash without a secret key is reversed in seconds.
// The key of a mapping is random, lives in locked memory, is never written and is wiped when it
// goes out of use; after that nobody can lead a pseudonym back to a person. Linking years needs a
// key that the caller holds: that is another type, and the pseudonyms say so.
//
// HMAC: RFC 2104; implementation: libsodium. Why merging must not outlive the mapping: Forskrift om
// Brukerplan, FOR-2023-10-27-1713, section 6.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <brukerplan/identity/national_id.hpp>
#include <brukerplan/identity/number_normaliser.hpp>
#include <brukerplan/model/expected.hpp>

namespace brukerplan {

inline constexpr std::size_t secret_key_size = 32;

namespace detail {

/// 32 bytes in memory that is locked, guarded and wiped on release. Move-only.
class locked_key {
public:
    /// Random bytes. Throws std::bad_alloc when there is no locked memory to be had, and
    /// std::runtime_error when the system gives no randomness.
    [[nodiscard]] static locked_key random();
    [[nodiscard]] static locked_key copy_of(std::span<const std::uint8_t, secret_key_size> bytes);

    [[nodiscard]] std::span<const std::uint8_t, secret_key_size> bytes() const noexcept {
        return std::span<const std::uint8_t, secret_key_size>{bytes_.get(), secret_key_size};
    }

private:
    struct release {
        void operator()(std::uint8_t* bytes) const noexcept;
    };
    explicit locked_key(std::uint8_t* bytes) noexcept : bytes_(bytes) {}

    std::unique_ptr<std::uint8_t, release> bytes_;
};

/// HMAC-SHA-256 with a key of any length.
[[nodiscard]] std::array<std::uint8_t, 32> hmac_sha256(std::span<const std::uint8_t> key,
                                                       std::span<const std::uint8_t> message);

} // namespace detail

/// On which kind of key a pseudonym rests.
enum class pseudonym_basis : std::uint8_t {
    ephemeral = 0,         ///< good within one mapping, and for nothing after it
    caller_linking_key = 1 ///< whoever holds the key can link years
};

inline constexpr std::array<std::string_view, 2> pseudonym_basis_tokens{"ephemeral",
                                                                        "caller_linking_key"};

[[nodiscard]] constexpr std::string_view token_of(pseudonym_basis b) noexcept {
    return pseudonym_basis_tokens[static_cast<std::size_t>(b)];
}

/// 256 bits that stand for a person under one key. Equal if and only if the persons' numbers are.
struct pseudonym {
    std::array<std::uint8_t, 32> bytes{};
    pseudonym_basis basis = pseudonym_basis::ephemeral;

    friend constexpr auto operator<=>(const pseudonym&, const pseudonym&) = default;
};

/// The random key of one mapping. There is no way to get it out, to copy it or to give it in.
class ephemeral_key {
public:
    [[nodiscard]] static ephemeral_key generate() {
        return ephemeral_key{detail::locked_key::random()};
    }

private:
    friend class pseudonymiser;
    explicit ephemeral_key(detail::locked_key key) noexcept : key_(std::move(key)) {}
    detail::locked_key key_;
};

/// A key that the caller holds, to link mappings of several years. The caller answers for the legal
/// basis, and for wiping its own copy of the bytes.
class linking_key {
public:
    explicit linking_key(std::span<const std::uint8_t, secret_key_size> bytes)
        : key_(detail::locked_key::copy_of(bytes)) {}

private:
    friend class pseudonymiser;
    detail::locked_key key_;
};

/// Why a text gets no pseudonym.
struct pseudonym_error {
    /// Why it is no accepted number, when it has been brought to digits.
    national_id_reason reason = national_id_reason::none;
    /// Why it could not be brought to digits.
    std::optional<normalise_reason> normalising;
};

/// Makes pseudonyms under one key. Holds the key until its own end. May be used by several threads.
class pseudonymiser {
public:
    /// For merging within one mapping of one municipality: other mappings and municipalities give
    /// other pseudonyms, even under the same key.
    pseudonymiser(ephemeral_key key, std::string_view mapping_id, std::string_view municipality);

    /// For linking: the same person has the same pseudonym wherever the key and the purpose are the
    /// same.
    pseudonymiser(linking_key key, std::string_view purpose);

    /// Of a number that has been read. Numbers of different kinds never meet.
    [[nodiscard]] pseudonym of(const national_id& id) const;

    /// Of a number as it was written: normalises it, and refuses what the policy does not accept,
    /// since two spellings of one person must meet and two persons must not.
    [[nodiscard]] expected<pseudonym, pseudonym_error>
    of(std::string_view text, const national_id_policy& policy = {}) const;

    /// Of a number of any kind as merging compares it (`record_facts::merge_number`). It is not the
    /// pseudonym that `of` gives.
    [[nodiscard]] pseudonym of_merge_number(std::uint64_t number) const;
    /// Of a row without a number, so that it cannot be told from others: never that of a number.
    [[nodiscard]] pseudonym of_unlinked_row(std::uint64_t sequence) const;

    [[nodiscard]] pseudonym_basis basis() const noexcept { return basis_; }

private:
    [[nodiscard]] pseudonym made_of(std::string_view kind, std::string_view content) const;

    detail::locked_key key_;
    std::string prefix_; ///< domain and scope, each with its length, so that none runs into another
    pseudonym_basis basis_;
};

} // namespace brukerplan

#include <brukerplan/identity/pseudonym.hpp>

#include <algorithm>
#include <span>

#include "arguments.hpp"
#include "guard.hpp"
#include "number_codes.hpp"
#include "number_policy.hpp"

namespace capi = brukerplan::capi;

struct bplan_pseudonymiser {
    brukerplan::pseudonymiser under_key;
};

namespace {

constexpr std::int64_t size_of_number = 11;

static_assert(brukerplan::secret_key_size == BPLAN_LINKING_KEY_SIZE &&
              sizeof(brukerplan::pseudonym::bytes) == BPLAN_PSEUDONYM_SIZE);

/// The interface begins with 1: 0 is the answer of a failed call.
constexpr std::int32_t code_of(brukerplan::pseudonym_basis basis) noexcept {
    return static_cast<std::int32_t>(basis) + 1;
}
static_assert(code_of(brukerplan::pseudonym_basis::ephemeral) == BPLAN_PSEUDONYM_BASIS_EPHEMERAL &&
              code_of(brukerplan::pseudonym_basis::caller_linking_key) ==
                  BPLAN_PSEUDONYM_BASIS_CALLER_LINKING_KEY);

void give(const brukerplan::pseudonym& pseudonym, std::uint8_t* to) noexcept {
    std::copy(pseudonym.bytes.begin(), pseudonym.bytes.end(), to);
}

} // namespace

int32_t bplan_pseudonymiser_create_ephemeral(const char* mapping_id, int64_t mapping_id_length,
                                             const char* municipality, int64_t municipality_length,
                                             bplan_pseudonymiser** pseudonymiser,
                                             bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(pseudonymiser), [&] {
        const auto mapping = capi::text_argument(mapping_id, mapping_id_length, "mapping_id");
        const auto place = capi::text_argument(municipality, municipality_length, "municipality");
        *pseudonymiser =
            new bplan_pseudonymiser{{brukerplan::ephemeral_key::generate(), mapping, place}};
    });
}

int32_t bplan_pseudonymiser_create_linking(const uint8_t* key, int64_t key_length,
                                           const char* purpose, int64_t purpose_length,
                                           bplan_pseudonymiser** pseudonymiser,
                                           bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(pseudonymiser), [&] {
        const auto* bytes = &capi::required(key, "key");
        if (key_length != BPLAN_LINKING_KEY_SIZE) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "a linking key has 32 bytes"};
        }
        const auto use = capi::text_argument(purpose, purpose_length, "purpose");
        brukerplan::linking_key own{
            std::span<const std::uint8_t, BPLAN_LINKING_KEY_SIZE>{bytes, BPLAN_LINKING_KEY_SIZE}};
        *pseudonymiser = new bplan_pseudonymiser{{std::move(own), use}};
    });
}

void bplan_pseudonymiser_free(bplan_pseudonymiser* pseudonymiser) noexcept {
    delete pseudonymiser;
}

int32_t bplan_pseudonymiser_get_basis(const bplan_pseudonymiser* pseudonymiser, int32_t* basis,
                                      bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(basis), [&] {
        *basis = code_of(capi::required(pseudonymiser, "pseudonymiser").under_key.basis());
    });
}

int32_t bplan_pseudonymiser_make(const bplan_pseudonymiser* pseudonymiser,
                                 const bplan_number_policy* policy, const char* text,
                                 int64_t length, uint8_t* pseudonym, bplan_error* err) noexcept {
    capi::empty_array(pseudonym, BPLAN_PSEUDONYM_SIZE);
    return capi::guarded(err, capi::outputs(), [&] {
        const auto& under_key = capi::required(pseudonymiser, "pseudonymiser").under_key;
        auto* to = &capi::required(pseudonym, "pseudonym");
        const auto made =
            under_key.of(capi::text_argument(text, length, "text"), capi::terms_of(policy));
        if (!made) {
            const auto& why = made.error();
            throw capi::refusal{BPLAN_ERROR_INVALID_NUMBER,
                                "the number gets no pseudonym: " +
                                    std::string{why.normalising ? token_of(*why.normalising)
                                                                : token_of(why.reason)}};
        }
        give(*made, to);
    });
}

int32_t bplan_pseudonymiser_make_fixed(const bplan_pseudonymiser* pseudonymiser,
                                       const bplan_number_policy* policy, const char* numbers,
                                       int64_t stride, int64_t count, uint8_t* pseudonyms,
                                       int8_t* reasons, int64_t* made, bplan_error* err) noexcept {
    const auto code = capi::guarded(err, capi::outputs(made), [&] {
        const auto& under_key = capi::required(pseudonymiser, "pseudonymiser").under_key;
        const auto terms = capi::terms_of(policy);
        const auto size = capi::count_argument(count);
        const auto* number = capi::array_argument(numbers, size, "numbers");
        auto* to = capi::array_argument(pseudonyms, size, "pseudonyms");
        capi::need_stride(stride, size_of_number, "stride");
        std::int64_t accepted = 0;
        for (std::size_t i = 0; i < size; ++i, to += BPLAN_PSEUDONYM_SIZE) {
            const auto id = brukerplan::parse_national_id(
                {number + i * static_cast<std::size_t>(stride), size_of_number}, terms);
            if (id) {
                give(under_key.of(*id), to);
                ++accepted;
            } else {
                capi::empty_array(to, BPLAN_PSEUDONYM_SIZE);
            }
            if (reasons != nullptr) {
                reasons[i] = static_cast<std::int8_t>(id ? BPLAN_NUMBER_REASON_NONE
                                                         : capi::code_of(id.error().reason));
            }
        }
        *made = accepted;
    });
    if (code != BPLAN_OK) {
        capi::empty_array(reasons, count);
        if (count < capi::too_many_items) {
            capi::empty_array(pseudonyms, count * BPLAN_PSEUDONYM_SIZE);
        }
    }
    return code;
}

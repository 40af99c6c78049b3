// Memory for national numbers: written over before it is given back.
#pragma once

#include <cstddef>
#include <new>

namespace brukerplan {

/// An allocator for standard containers. What a container leaves behind when it grows is wiped as
/// well as what it holds at its end.
template <class T>
struct wiping_allocator {
    using value_type = T;

    wiping_allocator() noexcept = default;
    template <class U>
    wiping_allocator(const wiping_allocator<U>&) noexcept {}

    [[nodiscard]] T* allocate(std::size_t count) {
        return static_cast<T*>(::operator new(count * sizeof(T), std::align_val_t{alignof(T)}));
    }

    void deallocate(T* memory, std::size_t count) noexcept {
        // Through volatile, so that the compiler may not leave it out.
        auto* bytes = reinterpret_cast<volatile unsigned char*>(memory);
        for (std::size_t i = 0; i < count * sizeof(T); ++i) {
            bytes[i] = 0;
        }
        ::operator delete(memory, std::align_val_t{alignof(T)});
    }

    template <class U>
    friend bool operator==(const wiping_allocator&, const wiping_allocator<U>&) noexcept {
        return true;
    }
};

} // namespace brukerplan

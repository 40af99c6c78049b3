// What stands in the memory of the running test: that something secret is gone when it is gone.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <span>
#include <vector>

/// How often a pattern stands in the writable memory of this process. The pattern is given turned
/// round by `mask`, so that looking for it does not put it there.
inline std::size_t times_in_memory(std::span<const std::uint8_t> masked, std::uint8_t mask) {
    std::FILE* maps = std::fopen("/proc/self/maps", "r");
    std::FILE* memory = std::fopen("/proc/self/mem", "rb");
    REQUIRE(maps != nullptr);
    REQUIRE(memory != nullptr);
    std::setvbuf(memory, nullptr, _IONBF, 0);
    const auto anchor = static_cast<std::size_t>(
        std::max_element(masked.begin(), masked.end(),
                         [&](std::uint8_t a, std::uint8_t b) { return (a ^ mask) < (b ^ mask); }) -
        masked.begin());
    std::size_t found = 0;
    std::array<char, 512> line{};
    std::vector<std::uint8_t> page(1U << 20U);
    while (std::fgets(line.data(), static_cast<int>(line.size()), maps) != nullptr) {
        unsigned long begin = 0;
        unsigned long end = 0;
        std::array<char, 5> rights{};
        if (std::sscanf(line.data(), "%lx-%lx %4s", &begin, &end, rights.data()) != 3 ||
            rights[0] != 'r' || end - begin > (1UL << 30U)) {
            continue;
        }
        // Pieces overlap, so that a pattern across an edge is seen too.
        for (auto at = begin; at < end; at += page.size() - masked.size()) {
            const auto size = std::min<std::size_t>(page.size(), end - at);
            if (std::fseek(memory, static_cast<long>(at), SEEK_SET) != 0 ||
                std::fread(page.data(), 1, size, memory) != size) {
                break;
            }
            // From one of its bytes to the next that is the same, which is quick where it is rare.
            for (auto i = anchor; i + masked.size() - anchor <= size; ++i) {
                const auto* next = static_cast<const std::uint8_t*>(
                    std::memchr(page.data() + i, masked[anchor] ^ mask,
                                size - (masked.size() - anchor) + 1 - i));
                if (next == nullptr) {
                    break;
                }
                i = static_cast<std::size_t>(next - page.data());
                std::size_t same = 0;
                while (same < masked.size() &&
                       page[i - anchor + same] == static_cast<std::uint8_t>(masked[same] ^ mask)) {
                    ++same;
                }
                // What was read lies in this memory too.
                const auto copy = reinterpret_cast<std::uintptr_t>(page.data());
                const bool is_copy = at + (i - anchor) - copy < page.size();
                found += same == masked.size() && !is_copy ? 1 : 0;
            }
        }
    }
    std::fclose(maps);
    std::fclose(memory);
    return found;
}

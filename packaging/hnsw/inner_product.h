// Distances of float32 vectors, by the widest registers that pay.
//
// One library runs on every processor of an architecture: kernels for newer ones are compiled beside the plain one and chosen
// when the library is loaded, never by what the compiling machine has. One for AVX-512 was tried and was slower than AVX2's:
// most of a search waits for memory.
#pragma once

#include <cstddef>
#include <cstring>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace findling {

// One less the inner product of two vectors; the third argument points to their dimensions, a size_t, as hnswlib hands it over.
using Distance = float (*)(const void *, const void *, const void *);

struct Kernel {
    const char *name;
    Distance distance;
};

typedef float FourFloats __attribute__((vector_size(16)));
typedef float EightFloats __attribute__((vector_size(32)));

// Four sums at once: a single one waits for its own last addition. Vectors are passed by address only, since how wide ones
// are passed by value depends on the target of the function.
template <typename Vector>
[[gnu::always_inline]] inline float measure(const void *one, const void *other, const void *dimensions) {
    constexpr size_t Lanes = sizeof(Vector) / sizeof(float);
    const auto *left = static_cast<const float *>(one), *right = static_cast<const float *>(other);
    const size_t count = *static_cast<const size_t *>(dimensions);
    Vector sums[4] = {};
    size_t at = 0;
    for (; at + 4 * Lanes <= count; at += 4 * Lanes) {
        for (size_t part = 0; part < 4; part++) {
            Vector a, b;
            std::memcpy(&a, left + at + part * Lanes, sizeof a);
            std::memcpy(&b, right + at + part * Lanes, sizeof b);
            sums[part] += a * b;
        }
    }
    const Vector sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    float total = 0;
    for (size_t lane = 0; lane < Lanes; lane++) total += sum[lane];
    for (; at < count; at++) total += left[at] * right[at];
    return 1.0f - total;
}

// 128 bits are in every processor of both architectures: SSE2 and NEON.
inline float measure_plain(const void *left, const void *right, const void *dimensions) {
    return measure<FourFloats>(left, right, dimensions);
}

#if defined(__x86_64__)
[[gnu::target("avx2,fma")]] inline float measure_avx2(const void *left, const void *right, const void *dimensions) {
    return measure<EightFloats>(left, right, dimensions);
}

// Whether the system saves the registers that `mask` names when it switches tasks (Intel SDM 1, 13.3: XCR0).
inline bool saves_registers(unsigned mask) {
    unsigned low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return (low & mask) == mask;
}

inline bool has_avx2() {
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d)) return false;
    const unsigned fma_osxsave_avx = 1u << 12 | 1u << 27 | 1u << 28;
    if ((c & fma_osxsave_avx) != fma_osxsave_avx || !saves_registers(0x6)) return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & 1u << 5);
}
#endif

// The kernels that this processor can run, the best last; `count` becomes their number.
inline const Kernel *list_kernels(size_t &count) {
#if defined(__x86_64__)
    static const Kernel kernels[] = {{"SSE2", measure_plain}, {"AVX2", measure_avx2}};
    static const size_t usable = has_avx2() ? 2 : 1;
#elif defined(__aarch64__)
    static const Kernel kernels[] = {{"NEON", measure_plain}};
    static const size_t usable = 1;
#else
    static const Kernel kernels[] = {{"plain", measure_plain}};
    static const size_t usable = 1;
#endif
    count = usable;
    return kernels;
}

}  // namespace findling

// Structs that begin with their size: of an older caller they are shorter than ours, of a newer one longer.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "capi/wrong.hpp"

namespace csp::capi {

/// The size that a struct had when it was first released. Once fields are appended to T, specialise this with the old
/// size: an older caller's struct ends there, and one that is shorter still was never begun with CSP_INIT.
template <class T>
inline constexpr std::size_t first_size_of = sizeof(T);

/// No struct will ever be that long: such a `size` is somebody else's bytes.
inline constexpr std::size_t longest_struct = 4096;

/// It begins with its size. (A csp_str has one too, and it is another thing.)
template <class T>
concept SizeFirst = requires(T value) {
    requires std::is_same_v<decltype(value.size), std::uint32_t>;
};

bool has_only_zeros(const unsigned char* bytes, std::size_t count);
inline bool check_size(std::size_t size, std::size_t first_size, Wrong& wrong) {
    const bool is_good = size >= first_size && size <= longest_struct;
    return is_good || wrong.is("its size is wrong; begin it with CSP_INIT");
}

inline bool take_reserved(std::uint32_t reserved, Wrong& wrong) {
    return reserved == 0 || wrong.is_newer("a field that this version of csp does not know is set");
}

/// As much as both have. Nearly always that is all of it: a length that the compiler knows needs no call.
template <class T>
void copy_sized(void* to, const void* from, std::size_t size) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (size == sizeof(T)) {
        std::memcpy(to, from, sizeof(T));
    } else {
        std::memcpy(to, from, std::min(size, sizeof(T)));
    }
}

/// `out` becomes what the caller has of it, the rest zero.
template <class T>
bool take_bytes(const T* given, std::size_t size, T& out, Wrong& wrong) {
    if (!check_size(size, first_size_of<T>, wrong)) { return false; }
    const auto* bytes = reinterpret_cast<const unsigned char*>(given);
    copy_sized<T>(&out, bytes, size);
    if (size > sizeof(T) && !has_only_zeros(bytes + sizeof(T), size - sizeof(T))) { return take_reserved(1, wrong); }
    if constexpr (requires { out.reserved; }) { return take_reserved(static_cast<std::uint32_t>(out.reserved), wrong); }
    return true;
}

template <class T>
std::size_t size_of(const T* given) {
    std::uint32_t size = 0;
    std::memcpy(&size, given, sizeof size);
    return size;
}

/// Whether somebody began it with CSP_INIT, or with that of another csp.
template <class T>
bool has_its_size(const T* given) noexcept {
    return given != nullptr && size_of(given) >= first_size_of<T> && size_of(given) <= longest_struct;
}
/// What there is of it, whether it is a good one or not; nothing of one whose size is wrong.
template <class T>
T as_given(const T* given) noexcept {
    T whole{};
    if (has_its_size(given)) { copy_sized<T>(&whole, given, size_of(given)); }
    return whole;
}

template <class T>
bool take_sized(const T* given, T& out, Wrong& wrong) {
    out = T{};
    return is_there(given, wrong) && take_bytes(given, size_of(given), out, wrong);
}
/// NULL: everything in it is the default.
template <class T>
bool take_sized_or_nothing(const T* given, T& out, Wrong& wrong) {
    out = T{};
    return given == nullptr || take_bytes(given, size_of(given), out, wrong);
}

/// Whether an answer can be written there.
template <class T>
bool check_out(const T* out, Wrong& wrong) {
    if (!is_there(out, wrong)) { return false; }
    if constexpr (SizeFirst<T>) { return check_size(size_of(out), first_size_of<T>, wrong); }
    return true;
}
/// Where a handle goes stands NULL until there is one, whatever goes wrong before that.
template <class Ticket>
void show_none(Ticket** out) noexcept {
    if (out != nullptr) { *out = nullptr; }
}
/// As much of it as the caller has.
template <class T>
void give_sized(T value, T* out) {
    const auto size = static_cast<std::uint32_t>(size_of(out));
    value.size = size;
    copy_sized<T>(out, &value, size);
}

}  // namespace csp::capi

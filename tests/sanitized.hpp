// Whether a program runs under the sanitizers, where what takes seconds takes minutes: fewer rounds are enough there.
#pragma once

namespace csp::test {

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)  // as clang says it
#define CSP_IS_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)  // as g++ says it
#define CSP_IS_SANITIZED
#endif
#ifdef CSP_IS_SANITIZED
inline constexpr bool is_sanitized = true;
#else
inline constexpr bool is_sanitized = false;
#endif

/// The step from one place of a text to the next one that is tried.
inline constexpr unsigned step_between_places = is_sanitized ? 5 : 1;

}  // namespace csp::test

// Whether a program runs under the sanitizers, where what takes seconds takes minutes: fewer rounds are enough there.
#pragma once

namespace csp::test {

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define CSP_IS_SANITIZED
#endif
#endif
#ifdef CSP_IS_SANITIZED
inline constexpr bool is_sanitized = true;
#else
inline constexpr bool is_sanitized = false;
#endif

}  // namespace csp::test

// What stays until the process is gone: a host may call once more after main, when statics are destroyed already.
#pragma once

namespace csp {

/// The one T of this kind, made when it is first asked for.
template <class T>
T& undying() {
    static T& one = *new T{};
    return one;
}

}  // namespace csp

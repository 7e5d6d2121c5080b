// What stands between csp and the callbacks of a CStore: a test that meddles with what goes through.
#pragma once

#include <tuple>
#include <type_traits>
#include <utility>

#include "c_storage.hpp"

namespace csp::test {

enum class Callback { begin, load, scan, due, save, append, events, history, recall, commit, end, publish, drop };

/// What a callback hands to its sink goes through `take` first. `Between` is the store, with
///   around(callback, call, words)   calls `call`, or does not; `words` are its parameters, to be changed
///   hand_on(given, hand)            calls `hand(given)`, or does not
template <class Between, class Given>
struct SinkBetween {
    Between& store;
    std::int32_t (*sink)(void*, const Given*);
    void* context;

    static std::int32_t take(void* sink, const Given* given) {
        auto& self = *static_cast<SinkBetween*>(sink);
        return self.store.hand_on(*given, [&](const Given* one) { return self.sink(self.context, one); });
    }
};

template <class T>
struct GivenTo {
    using type = void;
};
template <class Given>
struct GivenTo<std::int32_t (*)(void*, const Given*)> {
    using type = Given;
};

template <class Between, Callback Which, auto Function>
struct CallBetween;
template <class Between, Callback Which, class... Words, void (*Function)(void*, Words...)>
struct CallBetween<Between, Which, Function> {
    static void call(void* context, Words... words) {
        auto& store = static_cast<Between&>(CStore::of(context));
        std::tuple<Words...> all(words...);
        with_sink(store, all, [&] {
            store.around(
                Which, [&] { std::apply([&](Words... told) { Function(context, told...); }, all); }, all);
        });
    }

private:
    /// A sink is the third last parameter, and its context the one behind it.
    template <class Then>
    static void with_sink(Between& store, std::tuple<Words...>& all, Then then) {
        constexpr std::size_t count = sizeof...(Words);
        if constexpr (count >= 3) {
            constexpr std::size_t place = count - 3;
            using Sink = std::tuple_element_t<place, std::tuple<Words...>>;
            using Given = typename GivenTo<Sink>::type;
            if constexpr (!std::is_void_v<Given>) {
                SinkBetween<Between, Given> between{store, std::get<place>(all), std::get<place + 1>(all)};
                std::get<place>(all) = &SinkBetween<Between, Given>::take;
                std::get<place + 1>(all) = &between;
                then();
                return;
            }
        }
        then();
    }
};

/// The vtable of a store whose callbacks all go through it.
template <class Between>
csp_storage storage_between(Between& store) {
    csp_storage table = c_storage(store);
#define CSP_BETWEEN(name) table.name = &CallBetween<Between, Callback::name, &store_##name>::call
    CSP_BETWEEN(begin);
    CSP_BETWEEN(load);
    CSP_BETWEEN(scan);
    CSP_BETWEEN(due);
    CSP_BETWEEN(save);
    CSP_BETWEEN(append);
    CSP_BETWEEN(events);
    CSP_BETWEEN(history);
    CSP_BETWEEN(recall);
    CSP_BETWEEN(commit);
    CSP_BETWEEN(end);
    CSP_BETWEEN(publish);
    CSP_BETWEEN(drop);
#undef CSP_BETWEEN
    return table;
}

}  // namespace csp::test

// Arguments of any type, drawn from the bytes of a run: mostly such as may work, and of each kind some that may not.
#pragma once

#include <boost/pfr.hpp>

#include <cstring>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "fuzz/bytes.hpp"
#include "fuzz/world.hpp"

namespace csp::fuzz {

/// It begins with its size. (A csp_str has one too, and it is another thing.)
template <class T>
concept SizeFirst = requires(T value) {
    requires std::is_same_v<decltype(value.size), std::uint32_t>;
};
template <class T>
concept Ticket = std::is_same_v<T, csp_engine> || std::is_same_v<T, csp_cursor> || std::is_same_v<T, csp_batch> ||
    std::is_same_v<T, csp_manual_clock> || std::is_same_v<T, csp_wizard>;

/// Each argument lies in memory of its own, and is exactly as long as it says: the sanitizers see who reads too much.
class Arena {
public:
    template <class T>
    T* keep(std::size_t count = 1) {
        auto made = std::make_shared<T[]>(count);  // NOLINT(modernize-avoid-c-arrays)
        kept_.push_back(made);
        return made.get();
    }
    std::string_view keep_text(std::string_view text) {
        char* const made = keep<char>(text.size());
        std::copy(text.begin(), text.end(), made);
        return {made, text.size()};
    }

private:
    std::vector<std::shared_ptr<void>> kept_{};
};

/// A byte below this draws what may work. Most calls have nothing odd: otherwise hardly one would get far.
inline constexpr std::uint8_t first_odd = 232;

class Draw {
public:
    Draw(Bytes& bytes, World& world, csp_kind wanted)
        : bytes_(bytes), world_(world), wanted_(wanted), may_be_odd_(bytes.byte() % 4 == 3) {}

    /// An argument of a function, by the type of its parameter.
    template <class P>
    P argument() {
        P made{};
        argument(made);
        return made;
    }

private:
    std::uint8_t how() {
        const std::uint8_t drawn = bytes_.byte();
        return may_be_odd_ ? drawn : drawn % first_odd;
    }

    template <Ticket T>
    void argument(T*& to) {
        const auto& [open, closed] = world_.tickets<T>();
        const std::uint8_t how = this->how();
        if (how < first_odd && !open.empty()) { to = open[open.size() - 1 - how % open.size()]; }
        if constexpr (std::is_same_v<T, csp_engine>) { engine_ = to; }
        if (how < first_odd) { return; }
        if (how < 238 && !closed.empty()) { to = closed[how % closed.size()]; }
        if (how >= 240 && how < 244) { to = of_another_kind<T>(); }
        if (how >= 244) { to = reinterpret_cast<T*>(bytes_.number<std::uintptr_t>()); }
    }
    template <class T>
    T* of_another_kind() {
        if constexpr (std::is_same_v<T, csp_engine>) {
            return reinterpret_cast<T*>(argument<csp_cursor*>());
        } else {
            return reinterpret_cast<T*>(argument<csp_engine*>());
        }
    }
    /// Where an answer goes.
    template <class T>
    void argument(T*& to) requires(!Ticket<T> && !std::is_const_v<T>) {
        const std::uint8_t how = this->how();
        if (how >= 250) { return; }
        to = arena_.keep<T>();
        if constexpr (SizeFirst<T>) { to->size = how < first_odd ? sizeof(T) : odd_size(); }
        if constexpr (std::is_same_v<T, csp_error>) {
            to->json_capacity = how % 64;
            to->json = how % 2 == 0 ? nullptr : arena_.keep<char>(to->json_capacity);
        }
    }
    /// What is given: a struct, perhaps of a newer caller's, or a plain value.
    template <class T>
    void argument(const T*& to) {
        const std::uint8_t how = this->how();
        if (how >= 250) { return; }
        if constexpr (SizeFirst<T>) {
            constexpr std::size_t more = 16;
            auto* const room = arena_.keep<unsigned char>(sizeof(T) + more);
            T made{};
            value(made);
            if (how >= 240) { made.size = sizeof(T) + more; }
            std::memcpy(room, &made, sizeof made);
            room[sizeof(T)] = how >= 245 ? 1 : 0;
            if (how >= 240) {
                to = reinterpret_cast<const T*>(room);
                return;
            }
            T* const exact = arena_.keep<T>();
            *exact = made;
            to = exact;
        } else {
            T* const made = arena_.keep<T>();
            value(*made);
            to = made;
        }
    }
    void argument(const csp_id*& to) {
        const std::uint8_t how = this->how();
        if (how >= 250) { return; }
        auto* const made = arena_.keep<csp_id>();
        const bool is_wanted = how < 128 && wanted_ != 0;
        if (is_wanted) { *made = world_.newest[static_cast<std::size_t>(wanted_)]; }
        if (!is_wanted) { value(*made); }
        wanted_ = 0;  // the record that is asked comes first
        to = made;
    }
    void argument(const csp_engine_options*& to);
    void argument(const csp_listener*& to);
    template <class T>
    void argument(T& to) requires(!std::is_pointer_v<T>) {
        value(to);
    }

    // ---- values, as they stand in structs or alone -----------------------------------------------------------

    void value(csp_str& to);
    void value(csp_id& to);
    void value(csp_country& to);
    void value(csp_currency& to);
    void value(csp_money& to);
    void value(csp_term& to);
    void value(std::int32_t& to);
    void value(std::int64_t& to);
    void value(std::uint64_t& to);
    void value(csp_actor& to);
    void value(csp_request& to);
    void value(csp_page& to);
    /// What stands behind a pointer in a struct may be left out, a plain value mostly is.
    template <class T>
    void value(const T*& to) {
        if (how() % 4 < (SizeFirst<T> ? 3 : 1)) { argument(to); }
    }

    template <SizeFirst T>
    void value(T& to) {
        const T* const example = world_.examples.find<T>();
        const std::uint8_t how = this->how();
        // Of an example one field is spoiled, or none.
        const bool is_spoiled = example != nullptr && how < first_odd;
        if (is_spoiled) { to = *example; }
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            ((is_spoiled && how % (sizeof...(I) + 4) != I ? void() : field<I>(to)), ...);
        }
        (std::make_index_sequence<boost::pfr::tuple_size_v<T>>{});
        to.size = sizeof(T);
        if (how >= 250) { to.size = odd_size(); }
    }
    template <std::size_t I, class T>
    static constexpr bool is_list() {
        if constexpr (I + 1 < boost::pfr::tuple_size_v<T>) {
            return std::is_pointer_v<boost::pfr::tuple_element_t<I, T>> &&
                   std::is_same_v<boost::pfr::tuple_element_t<I + 1, T>, std::size_t>;
        }
        return false;
    }
    template <std::size_t I, class T>
    void field(T& of) {
        if constexpr (I > 0) {  // the first is its size
            auto& one = boost::pfr::get<I>(of);
            if constexpr (is_list<I, T>()) {
                list(one, boost::pfr::get<I + 1>(of));
            } else if constexpr (std::is_same_v<boost::pfr::tuple_element_t<I, T>, std::uint32_t>) {
                one = how() < 250 ? 0 : 1;  // a reserved word
            } else if constexpr (!is_list<I - 1, T>()) {
                value(one);
            }
        }
    }
    template <class T>
    void list(const T*& to, std::size_t& count) {
        const std::uint8_t how = this->how();
        count = how < first_odd ? how % 4 : 0;
        T* const made = arena_.keep<T>(count);
        for (std::size_t i = 0; i < count; ++i) {
            value(made[i]);
            if constexpr (SizeFirst<T>) { made[i].size = made[0].size; }  // the step to the next
        }
        to = made;
        if (how >= 250) { count = how == 250 ? SIZE_MAX : 100'001; }  // so many are a mistake before they are read
        if (how >= 252) { to = nullptr; }
    }
    /// Such as no struct has: none of it is read.
    std::uint32_t odd_size() {
        constexpr std::uint32_t sizes[] = {0, 3, 4, 5000, 0xFFFFFFFF};
        return bytes_.one_of(sizes);
    }

    Bytes& bytes_;
    World& world_;
    csp_kind wanted_;
    bool may_be_odd_;
    csp_engine* engine_{nullptr};  ///< which was drawn
    Arena arena_{};
};

}  // namespace csp::fuzz

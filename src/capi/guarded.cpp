#include "capi/guarded.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "capi/sized.hpp"
#include "capi/take.hpp"
#include "codec/fields/shared.hpp"
#include "codec/write.hpp"

namespace csp::capi {
namespace {

/// Cut between two letters, and NUL behind it.
template <std::size_t Size>
void put(std::string_view text, char (&out)[Size]) noexcept {
    std::size_t length = std::min(text.size(), Size - 1);
    while (length < text.size() && length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
        --length;
    }
    if (length > 0) { std::memcpy(out, text.data(), length); }
    out[length] = '\0';
}

/// What the caller said about its own buffer stays.
void give(csp_error told, csp_error* out) noexcept {
    told.json = out->json;
    told.json_capacity = out->json_capacity;
    give_sized(told, out);
}

std::uint64_t put_json(const Error& error, const csp_error* out) {
    std::string json;
    codec::append_value(error, json);
    if (out->json != nullptr && out->json_capacity >= json.size()) { std::memcpy(out->json, json.data(), json.size()); }
    return json.size();
}

csp_id existing_in(const Error& error) {
    const auto id = read_any_id(error.existing);
    return id ? c_id(*id) : csp_id{};
}

}  // namespace

csp_status status_of(const Error& error) {
    switch (error.code) {
        case Code::invalid: return CSP_INVALID;
        case Code::not_found: return CSP_NOT_FOUND;
        case Code::forbidden: return CSP_FORBIDDEN;
        case Code::refused: return CSP_REFUSED;
        case Code::conflict: return CSP_CONFLICT;
        case Code::storage: return CSP_STORAGE;
        case Code::busy: return CSP_BUSY;
        case Code::unsupported: return CSP_UNSUPPORTED;
        // The engine has caught it and gives it a reason; here it has a number of its own.
        case Code::internal: return error.reason == "out_of_memory" ? CSP_NO_MEMORY : CSP_INTERNAL;
    }
    return CSP_INTERNAL;
}

csp_status tell(const Error& error, csp_error* out) {
    const csp_status status = status_of(error);
    if (!has_its_size(out)) { return status; }
    csp_error told{};
    told.status = status;
    told.microsoft = error.microsoft;
    told.existing = existing_in(error);
    put(error.rule, told.rule);
    put(error.reason, told.reason);
    put(error.phase, told.phase);
    put(error.field, told.field);
    put(error.sentence, told.message);
    told.json_size = put_json(error, out);
    give(told, out);
    return status;
}

csp_status tell(csp_status status, const char* message, csp_error* out) noexcept {
    if (!has_its_size(out)) { return status; }
    csp_error told{};
    told.status = status;
    put(message, told.message);
    give(told, out);
    return status;
}

/// Every call that went well comes by here: the texts end where they begin, and nothing is filled up with zeros.
void tell_ok(csp_error* out) noexcept {
    if (!has_its_size(out)) { return; }
    out->status = CSP_OK;
    out->microsoft = 0;
    out->existing = csp_id{};
    out->json_size = 0;
    for (char* text : {out->rule, out->reason, out->phase, out->field, out->message}) { *text = '\0'; }
}

Visit::Visit(const OpenEngine* engine)
    : thread_(of_this_thread()), engine_(engine), outer_(thread_.innermost), is_welcome_(true) {
    for (const Visit* visit = outer_; visit != nullptr; visit = visit->outer_) {
        is_welcome_ = is_welcome_ && visit->engine_ != engine;
    }
    thread_.innermost = this;
}
Visit::~Visit() { thread_.innermost = outer_; }

Error no_such_handle(const char* name) {
    return Error{.code = Code::invalid,
                 .reason = "no_such_handle",
                 .sentence = std::string(name) + ": this handle is closed, or never was one",
                 .field = name};
}

Error busy() {
    return Error{
        .code = Code::busy, .reason = "busy", .sentence = "engine: it is called from inside one of its own callbacks"};
}

}  // namespace csp::capi

// The errors that every store of csp answers with, in one wording.
#include "storage/answers.hpp"

#include <algorithm>

namespace csp::storage {

Error not_found() { return Error{.code = Code::not_found}; }

Error stale_version() {
    return Error{.code = Code::conflict,
                 .reason = "stale_version",
                 .sentence = "the record changed since it was read; read it again"};
}

Error key_taken(const AnyId& holder) {
    return Error{.code = Code::conflict,
                 .reason = "key_taken",
                 .sentence = "another record already holds one of its names",
                 .existing = text_of(holder)};
}

Error request_known() {
    return Error{
        .code = Code::conflict, .reason = "request_known", .sentence = "a request with this id was answered before"};
}

Error event_known() {
    return Error{
        .code = Code::conflict, .reason = "event_known", .sentence = "the record already has an event of this version"};
}

Error failed(std::string_view what) {
    return Error{.code = Code::storage, .reason = "storage", .sentence = "storage: " + std::string(what)};
}

Error misused(std::string_view what) {
    return Error{.code = Code::internal, .reason = "misused_storage", .sentence = "storage: " + std::string(what)};
}

const char* misuse_of(const Save& save) {
    if (save.record.version <= save.expected_version) { return "a save must raise the version of its record"; }
    if (save.record.version > INT64_MAX) { return "the version of a record must fit into 63 bits"; }
    const auto is_empty = [](const Key& key) { return key.bytes.empty(); };
    if (save.keys && std::any_of(save.keys->begin(), save.keys->end(), is_empty)) { return "a key must not be empty"; }
    return nullptr;
}

const char* misuse_of(const StoredEvent& event) {
    return event.version > INT64_MAX ? "the version of an event must fit into 63 bits" : nullptr;
}

}  // namespace csp::storage

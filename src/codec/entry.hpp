// The parts of a stored entry that no noun has a share in: its shape, who asked, and what was refused.
#pragma once

#include <boost/json/object.hpp>

#include <string>

#include "codec/envelope.hpp"
#include "codec/take.hpp"

namespace csp::codec {

/// `{"v":1,"asked":{...}`: what follows is the event and the brace that closes it.
void open_entry(const CauseView& cause, std::string& out);
/// Who asked; nobody when the entry does not say.
bool read_cause(const boost::json::object& entry, Cause& out, Damage& damage);

bool is_refusal(const boost::json::object& entry);
bool read_refusal(const boost::json::object& entry, Error& out, Damage& damage);

}  // namespace csp::codec

#include "capi/ports.hpp"

#include <string_view>
#include <utility>

#include "capi/rows.hpp"
#include "capi/sized.hpp"
#include "capi/take.hpp"

namespace csp::capi {
namespace {

/// Where a callback puts its one text. A callback that said nothing has not answered.
struct TextSink {
    Secret text{};
    bool was_called{false};
    bool is_good{true};

    static void take(void* sink, const char* data, size_t size) {
        auto& self = *static_cast<TextSink*>(sink);
        self.was_called = true;
        try {
            Wrong wrong;
            std::string_view text;
            self.is_good = take_view(csp_str{data, size}, text, longest_text, wrong);
            self.text = Secret(text);
        } catch (...) { self.is_good = false; }  // the host's frames stand between here and csp
    }
    [[nodiscard]] bool has_answer(csp_answer answer) const { return answer == CSP_DONE && was_called && is_good; }
};

Error failed(std::string sentence) { return Error{.code = Code::storage, .sentence = std::move(sentence)}; }

class PortedClock final : public Clock {
public:
    explicit PortedClock(Ported<csp_clock> table) : table_(std::move(table)) {}
    Instant now() override {
        std::int64_t now_us = 0;
        csp_answer answer = CSP_FAILED;
        table_->now(table_->context, &now_us, &answer);
        if (answer != CSP_DONE) { throw PortFailed("clock: now failed"); }
        return Instant{now_us};
    }

private:
    Ported<csp_clock> table_;
};

class PortedSecrets final : public SecretSource {
public:
    explicit PortedSecrets(Ported<csp_secrets> table) : table_(std::move(table)) {}
    void fill(std::span<std::byte> out) override {
        csp_answer answer = CSP_FAILED;
        table_->fill(table_->context, reinterpret_cast<std::uint8_t*>(out.data()), out.size(), &answer);
        if (answer != CSP_DONE) { throw PortFailed("secrets: fill failed"); }
    }

private:
    Ported<csp_secrets> table_;
};

class PortedFulfilment final : public Fulfilment {
public:
    explicit PortedFulfilment(Ported<csp_fulfilment> table) : table_(std::move(table)) {}
    Result<Secret> key_for(const Delivery& delivery) override {
        return asked(table_->key_for, delivery, "fulfilment: key_for failed");
    }
    Result<Secret> url_for(const Delivery& delivery) override {
        return asked(table_->url_for, delivery, "fulfilment: url_for failed");
    }

private:
    template <class Function>
    Result<Secret> asked(Function function, const Delivery& delivery, const char* otherwise) {
        csp_delivery told = CSP_INIT(csp_delivery);
        told.quantity = delivery.quantity;
        told.entitlement = c_id(delivery.entitlement.bytes);
        told.product = c_id(delivery.product.bytes);
        told.link = c_id(delivery.link.bytes);
        told.renewal = delivery.renewal;
        told.catalog_id = c_str(delivery.catalog_id);
        told.version = c_str(delivery.version);
        told.language = c_str(delivery.language);
        told.file_type = c_str(delivery.file_type);
        TextSink sink;
        csp_answer answer = CSP_FAILED;
        function(table_->context, &told, &TextSink::take, &sink, &answer);
        if (!sink.has_answer(answer)) { return failed(otherwise); }
        return std::move(sink.text);
    }
    Ported<csp_fulfilment> table_;
};

class PortedSealer final : public Sealer {
public:
    explicit PortedSealer(Ported<csp_sealer> table) : table_(std::move(table)) {}
    Result<std::string> seal(const Secret& secret, std::string_view context) override {
        auto sealed = asked(table_->seal, secret.reveal(), context, "sealer: seal failed");
        if (!sealed) { return std::move(sealed).error(); }
        for (const char letter : sealed->reveal()) {
            if (letter < ' ' || letter > '~') { return failed("sealer: a sealed text is printable ASCII"); }
        }
        return std::string(sealed->reveal());
    }
    Result<Secret> open(std::string_view sealed, std::string_view context) override {
        return asked(table_->open, sealed, context, "sealer: open failed");
    }

private:
    template <class Function>
    Result<Secret> asked(Function function, std::string_view text, std::string_view belongs_to, const char* otherwise) {
        const csp_str given = c_str(text);
        const csp_str whose = c_str(belongs_to);
        TextSink sink;
        csp_answer answer = CSP_FAILED;
        function(table_->context, &given, &whose, &TextSink::take, &sink, &answer);
        if (!sink.has_answer(answer)) { return failed(otherwise); }
        return std::move(sink.text);
    }
    Ported<csp_sealer> table_;
};

}  // namespace

std::unique_ptr<Clock> ported(Ported<csp_clock> table, Wrong& wrong) {
    if (!table.check([](const csp_clock& all) { return all.now != nullptr; }, wrong)) { return nullptr; }
    return std::make_unique<PortedClock>(std::move(table));
}

std::unique_ptr<SecretSource> ported(Ported<csp_secrets> table, Wrong& wrong) {
    if (!table.check([](const csp_secrets& all) { return all.fill != nullptr; }, wrong)) { return nullptr; }
    return std::make_unique<PortedSecrets>(std::move(table));
}

std::unique_ptr<Fulfilment> ported(Ported<csp_fulfilment> table, Wrong& wrong) {
    const auto has_all = [](const csp_fulfilment& all) { return all.key_for != nullptr && all.url_for != nullptr; };
    if (!table.check(has_all, wrong)) { return nullptr; }
    return std::make_unique<PortedFulfilment>(std::move(table));
}

std::unique_ptr<Sealer> ported(Ported<csp_sealer> table, Wrong& wrong) {
    const auto has_all = [](const csp_sealer& all) { return all.seal != nullptr && all.open != nullptr; };
    if (!table.check(has_all, wrong)) { return nullptr; }
    return std::make_unique<PortedSealer>(std::move(table));
}

std::function<void(const Happening&)> ported(Ported<csp_listener> table, Wrong& wrong) {
    if (!table.check([](const csp_listener& all) { return all.happened != nullptr; }, wrong)) { return {}; }
    const auto shared = std::make_shared<Ported<csp_listener>>(std::move(table));
    return [shared](const Happening& happening) {
        const std::string json = json_of(happening);
        csp_event event = event_of(happening);
        event.json = c_str(json);
        (*shared)->happened((*shared)->context, &event);
    };
}

}  // namespace csp::capi

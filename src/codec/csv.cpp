#include "codec/csv.hpp"

#include <algorithm>

namespace csp::codec {
namespace {

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::vector<CsvRow> rows() {
        std::vector<CsvRow> rows;
        while (at_ < text_.size()) {
            if (const std::size_t end = line_end(at_); end > 0) {  // an empty line
                step(end);
                continue;
            }
            rows.push_back(row());
        }
        return rows;
    }

private:
    CsvRow row() {
        CsvRow row{.line = line_};
        while (true) {
            row.fields.emplace_back();
            const std::string complaint = at_ < text_.size() && text_[at_] == '"' ? quoted_field(row.fields.back())
                                                                                  : plain_field(row.fields.back());
            if (!complaint.empty()) {
                row.complaint = complaint;
                skip_line();
                return row;
            }
            if (at_ == text_.size()) { return row; }
            if (const std::size_t end = line_end(at_); end > 0) {
                step(end);
                return row;
            }
            ++at_;  // the comma
        }
    }

    std::string plain_field(std::string& out) {
        const std::size_t first = at_;
        while (!is_at_end_of_field()) {
            if (text_[at_] == '"') { return "a quote stands inside a field that does not begin with one"; }
            ++at_;
        }
        out = text_.substr(first, at_ - first);
        return {};
    }

    std::string quoted_field(std::string& out) {
        ++at_;
        while (at_ < text_.size()) {
            if (text_[at_] != '"') {
                if (text_[at_] == '\n') { ++line_; }
                out += text_[at_++];
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                out += '"';
                at_ += 2;
            } else {
                ++at_;
                return is_at_end_of_field() ? "" : "something follows the closing quote of a field";
            }
        }
        return "a quote is never closed";
    }

    bool is_at_end_of_field() const { return at_ == text_.size() || text_[at_] == ',' || line_end(at_) > 0; }

    /// How many bytes the line end at that place has; 0: none is there.
    std::size_t line_end(std::size_t at) const {
        if (text_[at] == '\n') { return 1; }
        return text_.substr(at, 2) == "\r\n" ? 2 : 0;
    }
    void step(std::size_t bytes) {
        at_ += bytes;
        ++line_;
    }
    void skip_line() {
        at_ = std::min(text_.find('\n', at_), text_.size());
        if (at_ < text_.size()) { step(1); }
    }

    std::string_view text_;
    std::size_t at_{0};
    std::size_t line_{1};
};

}  // namespace

std::vector<CsvRow> rows_of(std::string_view csv) { return Reader(csv).rows(); }

}  // namespace csp::codec

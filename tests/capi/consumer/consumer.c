/* The smallest program that somebody else would write: opens an engine, asks for offers, closes it. */
#include <csp.h>
#include <stdio.h>

int main(void) {
    csp_error error = CSP_INIT(csp_error);
    csp_engine_options options = CSP_INIT(csp_engine_options);
    csp_actor host = CSP_INIT(csp_actor);
    csp_row row = CSP_INIT(csp_row);
    csp_engine* engine = NULL;
    csp_cursor* offers = NULL;
    options.url.data = "memory:";
    options.url.size = 7;
    host.roles = CSP_ROLE_HOST;
    if (csp_version() != CSP_VERSION || csp_engine_open(&options, &engine, &error) != CSP_OK) { return 1; }
    if (csp_offers(engine, &host, NULL, &offers, &error) != CSP_OK) { return 2; }
    if (csp_cursor_next(offers, &row, &error) != CSP_END) { return 3; }
    csp_cursor_close(offers);
    csp_engine_close(engine);
    printf("csp %s\n", csp_version_text());
    return 0;
}

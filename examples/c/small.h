/* small.h - the few lines that every example in C begins with. */
#ifndef CSP_EXAMPLES_SMALL_H
#define CSP_EXAMPLES_SMALL_H
#include <csp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static csp_error error = CSP_INIT(csp_error); /* the caller's own: one is enough, and nothing to free */

/* An example has nothing to do but to say why and stop. */
static void must(csp_status status, const char* what) {
    if (status == CSP_OK) { return; }
    fprintf(stderr, "%s: %s %s\n", what, error.rule, error.message);
    exit(1);
}

static csp_str text(const char* words) {
    csp_str made;
    made.data = words;
    made.size = strlen(words);
    return made;
}

static csp_str content_of(const char* path) {
    csp_str content = {NULL, 0};
    FILE* file = fopen(path, "rb");
    long size = 0;
    char* bytes = NULL;
    if (file != NULL && fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) > 0) { bytes = malloc((size_t)size); }
    if (bytes != NULL) { rewind(file); }
    if (bytes == NULL || fread(bytes, 1, (size_t)size, file) != (size_t)size) {
        fprintf(stderr, "cannot read %s\n", path);
        exit(1);
    }
    fclose(file);
    content.data = bytes;
    content.size = (size_t)size;
    return content;
}
#endif

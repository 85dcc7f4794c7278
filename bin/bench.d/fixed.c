// The limit for pages from memory: bare libmicrohttpd answering every request with the bytes of one file.
// usage: fixed PORT FILE
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct MHD_Response *page;

static enum MHD_Result answer(void *data, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *upload, size_t *size, void **state) {
    static int seen;
    if (!*state) {
        *state = &seen;
        return MHD_YES;
    }
    *state = NULL;
    return MHD_queue_response(connection, MHD_HTTP_OK, page);
}

int main(int count, char **arguments) {
    if (count != 3) return 64;
    FILE *file = fopen(arguments[2], "rb");
    if (!file) return perror(arguments[2]), 1;
    static char bytes[4 << 20];
    size_t size = fread(bytes, 1, sizeof bytes, file);
    page = MHD_create_response_from_buffer(size, bytes, MHD_RESPMEM_PERSISTENT);
    MHD_add_response_header(page, "Content-Type", "text/html; charset=utf-8");
    struct MHD_Daemon *daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, atoi(arguments[1]), NULL, NULL, answer,
                                                 NULL, MHD_OPTION_END);
    if (!daemon) return fprintf(stderr, "port %s is in use\n", arguments[1]), 1;
    for (;;) pause();
}

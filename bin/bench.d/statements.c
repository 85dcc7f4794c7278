// The limit for rendered pages: libmicrohttpd and libpq run a page's prepared statements one by one, each in a
// round trip of its own, read every value, and answer with the bytes of one file.
// usage: statements PORT FILE DATABASE_URL COMMUNITY NUMBER THREADS STATEMENT.sql…
//   THREADS: 0 gives every connection a thread of its own, else a pool of so many.
#include <libpq-fe.h>
#include <microhttpd.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { most = 8 };
static char *statements[most], *url, *community, *number;
static int statement_count, parameter_counts[most];
static struct MHD_Response *page;
static __thread PGconn *database;
static pthread_key_t closing;

static char *whole(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file) perror(path), exit(1);
    char *bytes = calloc(1, 4 << 20);
    *size = fread(bytes, 1, (4 << 20) - 1, file);
    fclose(file);
    return bytes;
}

static void closed(void *connection) { PQfinish(connection); }

static void failed(const char *what) {
    fprintf(stderr, "%s: %s\n", what, PQerrorMessage(database));
    exit(1);
}

static void connect_thread(void) {
    database = PQconnectdb(url);
    if (PQstatus(database) != CONNECTION_OK) failed("connect");
    pthread_setspecific(closing, database);
    for (int i = 0; i < statement_count; i++) {
        char name[8];
        snprintf(name, sizeof name, "s%d", i);
        PGresult *prepared = PQprepare(database, name, statements[i], 0, NULL);
        if (PQresultStatus(prepared) != PGRES_COMMAND_OK) failed(name);
        PQclear(prepared);
    }
}

static volatile size_t seen_bytes;

static void run_statements(void) {
    if (!database) connect_thread();
    size_t bytes = 0;
    for (int i = 0; i < statement_count; i++) {
        // A statement's parameters alternate: the community's address, then the post's number.
        const char *values[8];
        for (int p = 0; p < parameter_counts[i]; p++) values[p] = p % 2 == 0 ? community : number;
        char name[8];
        snprintf(name, sizeof name, "s%d", i);
        PGresult *rows = PQexecPrepared(database, name, parameter_counts[i], values, NULL, NULL, 1);
        if (PQresultStatus(rows) != PGRES_TUPLES_OK) failed(name);
        for (int row = 0; row < PQntuples(rows); row++)
            for (int column = 0; column < PQnfields(rows); column++) bytes += PQgetlength(rows, row, column);
        PQclear(rows);
    }
    seen_bytes = bytes;
}

static enum MHD_Result answer(void *data, struct MHD_Connection *connection, const char *address, const char *method,
                              const char *version, const char *upload, size_t *size, void **state) {
    static int seen;
    if (!*state) {
        *state = &seen;
        return MHD_YES;
    }
    *state = NULL;
    run_statements();
    return MHD_queue_response(connection, MHD_HTTP_OK, page);
}

int main(int count, char **arguments) {
    if (count < 8 || count > 7 + most) return 64;
    size_t size;
    char *bytes = whole(arguments[2], &size);
    url = arguments[3], community = arguments[4], number = arguments[5];
    int threads = atoi(arguments[6]);
    for (int i = 7; i < count; i++) {
        size_t length;
        char *text = statements[statement_count] = whole(arguments[i], &length);
        int parameters = 0;
        for (char *sign = text; (sign = strchr(sign, '$')); sign++)
            if (atoi(sign + 1) > parameters) parameters = atoi(sign + 1);
        parameter_counts[statement_count++] = parameters;
    }
    pthread_key_create(&closing, closed);
    page = MHD_create_response_from_buffer(size, bytes, MHD_RESPMEM_PERSISTENT);
    MHD_add_response_header(page, "Content-Type", "text/html; charset=utf-8");
    struct MHD_Daemon *daemon =
        threads ? MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, atoi(arguments[1]), NULL, NULL, answer, NULL,
                                   MHD_OPTION_THREAD_POOL_SIZE, threads, MHD_OPTION_END)
                : MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL,
                                   atoi(arguments[1]), NULL, NULL, answer, NULL, MHD_OPTION_END);
    if (!daemon) return fprintf(stderr, "port %s is in use\n", arguments[1]), 1;
    for (;;) pause();
}

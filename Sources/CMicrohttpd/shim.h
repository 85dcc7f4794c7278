#include <stdint.h>
#include <sys/types.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/un.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <microhttpd.h>

// libmicrohttpd asks these questions through variadic functions, which Swift cannot call.

static inline int quad_mhd_socket(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *answer =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return answer ? answer->connect_fd : -1;
}

static inline void *quad_mhd_socket_context(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *answer =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return answer ? answer->socket_context : 0;
}

static inline size_t quad_mhd_head_size(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *answer =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    return answer ? answer->header_size : 0;
}

static inline unsigned int quad_mhd_status(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *answer =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_HTTP_STATUS);
    return answer ? answer->http_status : 0;
}

static inline unsigned int quad_mhd_connections(struct MHD_Daemon *daemon) {
    const union MHD_DaemonInfo *answer =
        MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS);
    return answer ? answer->num_connections : 0;
}

/// Bytes a TCP socket has received so far; -1 when the kernel does not say (Unix sockets).
/// glibc's `struct tcp_info` ends before `tcpi_bytes_received`, which the kernel keeps at byte 128.
static inline int64_t quad_bytes_received(int socket) {
    uint64_t information[32] = {0};
    socklen_t size = sizeof information;
    if (getsockopt(socket, IPPROTO_TCP, TCP_INFO, information, &size) != 0 || size < 136) return -1;
    return (int64_t)information[16];
}

// GNU functions that Swift's Glibc module does not declare.

extern void *memmem(const void *, size_t, const void *, size_t);
extern int mkostemp(char *, int);
extern int dup3(int, int, int);
extern int pthread_setname_np(unsigned long, const char *);

static inline const void *quad_find(const void *in, size_t size, const void *what, size_t length) {
    return memmem(in, size, what, length);
}

static inline int quad_temporary_file(char *template, int flags) {
    return mkostemp(template, flags);
}

static inline void quad_name_thread(unsigned long thread, const char *name) {
    pthread_setname_np(thread, name);
}

static inline int quad_duplicate(int descriptor, int as, int flags) {
    return dup3(descriptor, as, flags);
}

# What run, test and bench share: installing what is missing, and a Postgres and a Redis of their own.
# Sourced by them; sets $root and $state, and leaves nothing running that it started.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

library_packages="libmicrohttpd-dev libpq-dev libhiredis-dev libcmark-dev libsodium-dev libcurl4-openssl-dev libgd-dev pkg-config tzdata"
server_packages="postgresql-15 redis-server"

# install PACKAGE…: installs the Debian packages that are missing, without starting any service.
install() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    command -v apt-get >/dev/null || fail "Quad needs these Debian packages: ${missing[*]}"
    local sudo=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "Please install, as root: apt-get install ${missing[*]}"
        sudo=sudo
    fi
    say "Installing ${missing[*]} …"
    local config=/etc/postgresql-common/createcluster.conf policy=/usr/sbin/policy-rc.d made_policy=
    if [ ! -e "$config" ]; then
        $sudo mkdir -p "$(dirname "$config")"
        echo 'create_main_cluster = false' | $sudo tee "$config" >/dev/null
    fi
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' | $sudo tee "$policy" >/dev/null
        $sudo chmod 755 "$policy"
        made_policy=yes
    fi
    local log
    log=$(mktemp)
    if ! { $sudo apt-get update -q && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y \
        --no-install-recommends -o Dpkg::Options::=--force-confold "${missing[@]}"; } >"$log" 2>&1; then
        [ -n "$made_policy" ] && $sudo rm -f "$policy"
        tail -n 20 "$log" >&2
        fail "Installing failed; the whole log is in $log"
    fi
    [ -n "$made_policy" ] && $sudo rm -f "$policy"
    rm -f "$log"
}

need_swift() {
    command -v swift >/dev/null || fail "Quad needs Swift 6.3 on the PATH (https://www.swift.org/install/linux/debian/12)."
}

# The servers never run as root: started by root, they step down to the user of Debian's Postgres.
if [ "$(id -u)" -eq 0 ]; then
    server_user=postgres
    step_down=(setpriv --reuid="$server_user" --regid="$server_user" --init-groups env HOME=/)
else
    server_user=$(id -un)
    step_down=(env)
fi
as_server() { "${step_down[@]}" "$@"; }

# prepare_state NAME: $state is a folder for servers' data below .quad, open to the user they run as.
prepare_state() {
    state=$root/.quad/$1
    mkdir -p "$root/.quad"
    chmod 755 "$root/.quad" 2>/dev/null || true
    if [ "$(id -u)" -eq 0 ] && ! as_server test -x "$root/.quad"; then
        # Somewhere above is closed to that user (a clone below /root, say): keep the data beside.
        state=/var/lib/quad/$(printf '%s' "$root" | cksum | cut -d ' ' -f 1)/$1
        say "$root is closed to the user $server_user, so the servers' data is kept in $state"
    fi
    mkdir -p "$state"
    [ "$(id -u)" -ne 0 ] || chown "$server_user" "$state"
    chmod 700 "$state"
    postgres_data=$state/postgres
    # A socket's path may have 107 bytes.
    sockets=$state
    if [ ${#sockets} -gt 80 ]; then
        sockets=/tmp/quad-$(id -u)-$(printf '%s' "$state" | cksum | cut -d ' ' -f 1)
        mkdir -p "$sockets"
        [ "$(id -u)" -ne 0 ] || chown "$server_user" "$sockets"
        chmod 700 "$sockets"
    fi
}

# keep_postgres_in_memory: for servers whose data ends with them, where the machine has memory to spare. Databases that
# come and go by the hundred cost a disk's file system two to three times as much as the tests in them.
keep_postgres_in_memory() {
    local free
    free=$(df -Pm /dev/shm 2>/dev/null | awk 'END { print $4 + 0 }')
    [ "$free" -ge 4096 ] && [ "$(awk '/^MemAvailable/ { print int($2 / 1024) }' /proc/meminfo)" -ge 6144 ] || return 0
    postgres_data=/dev/shm/quad-$(id -u)-$(printf '%s' "$state" | cksum | cut -d ' ' -f 1)
    # What a run that was killed left there is stopped and goes.
    as_server "$postgres_bin/pg_ctl" -D "$postgres_data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$postgres_data"
    is_postgres_in_memory=yes
}

postgres_bin=/usr/lib/postgresql/15/bin

# start_postgres [SETTING=VALUE …]: starts it unless it runs, and sets $postgres_url to its `postgres` database.
start_postgres() {
    local data=$postgres_data setting
    if [ ! -e "$data/PG_VERSION" ]; then
        rm -rf "$data"
        as_server "$postgres_bin/initdb" -D "$data" -U quad -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
    fi
    {
        echo "listen_addresses = ''"
        echo "unix_socket_directories = '$sockets'"
        echo "unix_socket_permissions = 0700"
        echo "shared_buffers = 256MB"
        echo "effective_cache_size = 2GB"
        echo "maintenance_work_mem = 256MB"
        echo "max_wal_size = 4GB"
        echo "random_page_cost = 1.1"
        echo "jit = off"
        echo "max_connections = 200"
        echo "log_min_messages = warning"
        for setting in "$@"; do echo "${setting/=/ = }"; done
    } | as_server tee "$data/postgresql.auto.conf" >/dev/null
    if ! as_server "$postgres_bin/pg_ctl" -D "$data" status >/dev/null 2>&1; then
        rm -f "$data/postmaster.pid"
        as_server "$postgres_bin/pg_ctl" -D "$data" -l "$state/postgres.log" -w -t 60 start >/dev/null ||
            { tail -n 20 "$state/postgres.log" >&2; fail "Postgres did not start."; }
    fi
    postgres_url="postgresql:///postgres?host=$sockets&user=quad"
}

# start_redis [OPTION VALUE …]: starts it unless it runs, and sets $redis_url.
start_redis() {
    local socket=$sockets/redis.sock
    if ! as_server redis-cli -s "$socket" ping >/dev/null 2>&1; then
        rm -f "$socket"
        as_server redis-server --port 0 --unixsocket "$socket" --unixsocketperm 700 --dir "$state" \
            --daemonize yes --pidfile "$state/redis.pid" --logfile "$state/redis.log" "$@" >/dev/null
        local tries=0
        until as_server redis-cli -s "$socket" ping >/dev/null 2>&1; do
            tries=$((tries + 1))
            [ $tries -lt 100 ] || { tail -n 20 "$state/redis.log" >&2; fail "Redis did not start."; }
            sleep 0.05
        done
    fi
    redis_url="unix://$socket"
}

stop_servers() {
    [ -n "${state:-}" ] || return 0
    as_server redis-cli -s "$sockets/redis.sock" shutdown >/dev/null 2>&1 || true
    as_server "$postgres_bin/pg_ctl" -D "$postgres_data" -m fast -w stop >/dev/null 2>&1 || true
    [ -z "${is_postgres_in_memory:-}" ] || rm -rf "$postgres_data"
}

# create_database NAME: makes it unless it is there, and sets $database_url.
create_database() {
    database_url="postgresql:///$1?host=$sockets&user=quad"
    [ "$(as_server psql -Atq "$postgres_url" -c "SELECT count(*) FROM pg_database WHERE datname = '$1'")" = 1 ] ||
        as_server psql -q "$postgres_url" -c "CREATE DATABASE $1"
}

# build_release: makes .build/release/quad anew when anything it is made of has changed.
build_release() {
    local built=.build/release/quad stamp=.build/release/quad.built
    if [ -x "$built" ] && [ -e "$stamp" ] &&
        [ -z "$(find Package.swift Sources Templates -newer "$stamp" -print -quit)" ]; then
        return
    fi
    say "Building Quad (the first time takes some minutes) …"
    # Marked before it begins: what is changed meanwhile is built the next time.
    local begun log
    begun=$(mktemp) log=$(mktemp)
    swift build -c release --product quad >"$log" 2>&1 ||
        { cat "$log" >&2; rm -f "$begun" "$log"; fail "Quad did not build."; }
    mv "$begun" "$stamp"
    rm -f "$log"
}

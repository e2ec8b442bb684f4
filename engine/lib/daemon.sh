# The engine's own containerd and dockerd, by name: `default` (containerd's image store, which can
# hold images of several platforms) and `classic` (the default store of hosted runners).

# The size of a builder's cache. Two of them and all else fit on a runner's disk.
DAEMON_CACHE=12GB

# Go collects garbage when the heap has grown by so many per cent: at 100, a fifth of the daemons' time goes into it.
DAEMON_GOGC=400

daemon_socket() { echo "$RUN/$1/docker.sock"; }

daemon_answers() {
  [ -S "$(daemon_socket "$1")" ] &&
    timeout 10 "$DOCKER_DIR/usr/bin/docker" -H "unix://$(daemon_socket "$1")" version >/dev/null 2>&1
}

# daemon_up NAME NUMBER CONTAINERD-STORE
daemon_up() {
  # Even if the daemon runs: another program may have replaced the rules of the firewall.
  network_up "pib$KEY$2" "$2"
  daemon_answers "$1" && return
  grep -q ' /sys/fs/cgroup' /proc/mounts || die "no control groups are mounted on /sys/fs/cgroup: Docker cannot run here"
  step "docker $1" "starting its own daemon on $(daemon_socket "$1")" daemon_start "$@"
  [ "$TEST" = no ] || step "docker $1" "removing images and containers of earlier tests" daemon_clean "$1"
}

# daemon_clean NAME: removes gigabytes of earlier tests that nothing uses again.
daemon_clean() {
  local docker=("$DOCKER_DIR/usr/bin/docker" -H "unix://$(daemon_socket "$1")") containers
  mapfile -t containers < <("${docker[@]}" container ls --all --quiet)
  [ ${#containers[@]} = 0 ] || "${docker[@]}" container rm --force --volumes "${containers[@]}"
  "${docker[@]}" volume prune --all --force
  "${docker[@]}" image prune --all --force
  # The daemon itself lets its cache grow beyond its size.
  "${docker[@]}" builder prune --force --keep-storage "$DAEMON_CACHE"
}

daemon_start() {
  local name=$1 number=$2 store=$3 data=$STATE/daemon/$1 run=$RUN/$1 folder
  local path="$DOCKER_DIR/usr/sbin:$DOCKER_DIR/usr/bin:$PATH"
  # A daemon that does not answer may still lock its data.
  halt "docker-$name"
  halt "containerd-$name"
  mkdir -p "$data"
  # The daemons make these folders whatever their settings say.
  for folder in /run/docker /run/containerd /run/runc; do [ -e "$folder" ] || made folders "$folder"; done
  as_root mkdir -p "$run"
  daemon_containerd_config "$data" "$run" >"$data/containerd.toml"
  daemon_docker_config "$data" "$run" "$number" "$store" >"$data/daemon.json"
  start "containerd-$name" "${ROOT[@]}" env PATH="$path" GOGC="$DAEMON_GOGC" containerd -c "$data/containerd.toml"
  wait_for 20 as_root test -S "$run/containerd.sock"
  # With the caller's group on the socket, docker needs no root.
  start "docker-$name" "${ROOT[@]}" env PATH="$path" GOGC="$DAEMON_GOGC" dockerd --config-file "$data/daemon.json" \
    --containerd "$run/containerd.sock" -H "unix://$run/docker.sock" --group "$(id -g)"
  if ! wait_for 60 daemon_answers "$name"; then
    tail -n 30 "$STATE/log/docker-$name.log"
    return 1
  fi
}

daemon_containerd_config() {
  cat <<TOML
version = 2
root = "$1/containerd"
state = "$2/containerd"
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
  address = "$2/containerd.sock"
[plugins."io.containerd.internal.v1.opt"]
  path = "$1/opt"
TOML
}

daemon_docker_config() {
  cat <<JSON
{
  "features": { "containerd-snapshotter": $4 },
  "data-root": "$1/docker",
  "exec-root": "$2/exec",
  "pidfile": "$2/docker.pid",
  "bridge": "pib$KEY$3",
  "default-address-pools": [{ "base": "$(network).$((128 + $3 * 32)).0/19", "size": 24 }],
  "iptables": false,
  "ip6tables": false,
  "builder": { "gc": { "enabled": true, "defaultKeepStorage": "$DAEMON_CACHE" } },
  "insecure-registries": ["127.0.0.1:$(registry_port)"],
  "registry-mirrors": ["http://127.0.0.1:$(registry_port)"]
}
JSON
}

# Network of the own daemons. dockerd's own firewall code flushes chains that a Docker of the
# user's shares with it, so it is off: a bridge and three rules of our own are all it takes.

NETWORK=${PYTHON_IMAGE_BUILDER_ENGINE_NETWORK:-10.$((200 + 0x$KEY % 50))}

# iptables_get: the system's, else unpacked with its libraries.
iptables_get() {
  if command -v iptables >/dev/null; then
    IPTABLES=(iptables)
    return
  fi
  local folder=$STATE/iptables libraries
  [ -e "$folder/ready" ] || step network "unpacking iptables beside the system" iptables_unpack "$folder"
  libraries=$(dirname "$folder"/usr/lib/*/xtables)
  IPTABLES=(env LD_LIBRARY_PATH="$libraries" XTABLES_LIBDIR="$libraries/xtables" "$folder/usr/sbin/iptables-nft")
}

iptables_unpack() {
  local libraries
  apt_lists
  # The names carry a version that differs from release to release: ask apt.
  libraries=$(apt_private apt-cache depends "iptables/$VERSION_CODENAME" 2>/dev/null | sed -n 's/^ *Depends: \(lib[a-z0-9.-]*\)$/\1/p' |
    { grep -E '^lib(ip[46]tc|xtables|nftnl|mnl|netfilter-conntrack|nfnetlink)' || true; })
  # shellcheck disable=SC2086
  apt_unpack "$1" "$VERSION_CODENAME" iptables libnfnetlink0 $libraries
  touch "$1/ready"
}

# rule CHAIN-AND-MATCH...: inserted once, remembered for `down`.
rule() {
  as_root "${IPTABLES[@]}" -w -t "$1" -C "${@:2}" 2>/dev/null && return
  as_root "${IPTABLES[@]}" -w -t "$1" -I "${@:2}"
  echo "$*" >>"$MADE/rules"
}

# network_up BRIDGE NUMBER: a bridge with the address NETWORK.NUMBER.1, and a way out for it.
network_up() {
  local bridge=$1 address=$NETWORK.$2.1
  if ! ip link show "$bridge" >/dev/null 2>&1; then
    as_root ip link add "$bridge" type bridge
    echo "$bridge" >>"$MADE/bridges"
    as_root ip address add "$address/24" dev "$bridge"
    as_root ip link set "$bridge" up
  fi
  if [ "$(cat /proc/sys/net/ipv4/ip_forward)" != 1 ]; then
    touch "$MADE/ip_forward"
    echo 1 | as_root tee /proc/sys/net/ipv4/ip_forward >/dev/null
  fi
  iptables_get
  rule nat POSTROUTING -s "$NETWORK.0.0/16" ! -d "$NETWORK.0.0/16" -j MASQUERADE
  rule filter FORWARD -s "$NETWORK.0.0/16" -j ACCEPT
  rule filter FORWARD -d "$NETWORK.0.0/16" -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
}

# The network of the own daemons: a bridge and a few rules. dockerd's own firewall code is off,
# because it flushes chains that the user's Docker may share.

# network: the first two numbers of the containers' addresses, chosen once so that no route has them.
network() {
  local second=$((200 + 0x$KEY % 50)) choice
  if [ ! -e "$STATE/network" ]; then
    choice=${PYTHON_IMAGE_BUILDER_ENGINE_NETWORK:-}
    tool ip iproute2
    while [ -z "$choice" ]; do
      choice=10.$second
      if "${TOOL[@]}" -4 route show | grep -F "$choice." >/dev/null; then choice='' second=$((second + 1)); fi
    done
    echo "$choice" >"$STATE/network"
  fi
  cat "$STATE/network"
}

# rule TABLE CHAIN MATCH...: inserts it unless it is there.
rule() {
  as_root "${TOOL[@]}" -w -t "$1" -C "${@:2}" 2>/dev/null && return
  as_root "${TOOL[@]}" -w -t "$1" -I "${@:2}"
  made rules "$*"
}

# network_up BRIDGE NUMBER: makes a bridge with the address NETWORK.NUMBER.1, and routes it out.
network_up() {
  local bridge=$1 network
  network=$(network)
  tool ip iproute2
  if ! "${TOOL[@]}" link show "$bridge" >/dev/null 2>&1; then
    as_root "${TOOL[@]}" link add "$bridge" type bridge
    made bridges "$bridge"
    as_root "${TOOL[@]}" address add "$network.$2.1/24" dev "$bridge"
    as_root "${TOOL[@]}" link set "$bridge" up
  fi
  if [ "$(cat /proc/sys/net/ipv4/ip_forward)" != 1 ]; then
    made ip_forward "$(cat /proc/sys/net/ipv4/ip_forward)"
    echo 1 | as_root tee /proc/sys/net/ipv4/ip_forward >/dev/null
  fi
  tool iptables iptables
  rule nat POSTROUTING -s "$network.0.0/16" ! -d "$network.0.0/16" -j MASQUERADE
  rule filter FORWARD -s "$network.0.0/16" -j ACCEPT
  rule filter FORWARD -d "$network.0.0/16" -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
  # The machine's way out may take smaller packets than the bridge: a large first packet (a TLS
  # hello with post-quantum keys) could be lost, and the connection hang. This tells both sides.
  rule mangle FORWARD -s "$network.0.0/16" -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu || true
  rule mangle FORWARD -d "$network.0.0/16" -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu || true
}

# network_down: removes what network_up made, and nothing else.
network_down() {
  local line
  if [ -e "$MADE/rules" ]; then
    tool iptables iptables
    while read -r line; do
      # shellcheck disable=SC2086
      set -- $line
      as_root "${TOOL[@]}" -w -t "$1" -D "${@:2}" 2>/dev/null || true
    done <"$MADE/rules"
  fi
  tool ip iproute2
  if [ -e "$MADE/bridges" ]; then
    while read -r line; do as_root "${TOOL[@]}" link delete "$line" 2>/dev/null || true; done <"$MADE/bridges"
  fi
  # Forwarding stays on while another bridge (another engine, another Docker) may need it.
  if [ -e "$MADE/ip_forward" ] && [ -z "$("${TOOL[@]}" link show type bridge)" ]; then
    as_root tee /proc/sys/net/ipv4/ip_forward <"$MADE/ip_forward" >/dev/null
  fi
}

# `engine status --json`, by printf, because a fresh machine has no program that writes JSON.

json_text() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

# json_list: a list of its input's lines, which are JSON.
json_list() { printf '[%s]' "$(paste -sd,)"; }

json_texts() { while read -r line; do json_text "$line" && echo; done | json_list; }

status_json() {
  printf '{\n  "folder": %s,\n' "$(json_text "$STATE")"
  printf '  "docker": %s,\n  "classic": %s,\n  "newest": %s,\n' \
    "$(json_docker default)" "$(json_docker classic)" "$(json_docker newest)"
  printf '  "qemu": {%s},\n' "$(for architecture in $(qemu_foreign); do
    printf '"%s": "%s"\n' "$architecture" "$(status_qemu "$architecture")"
  done | paste -sd,)"
  printf '  "registry": %s,\n' "$(if registry_answers; then json_text "$(registry)"; else echo null; fi)"
  printf '  "buildkit": %s,\n' "$(status_buildkit | json_or_null)"
  printf '  "bases": %s,\n' "$(status_bases | while read -r tag from platforms; do
    printf '{"name": "python:%s", "from": "%s", "platforms": %s}\n' "$tag" "$from" "$(tr ',' '\n' <<<"$platforms" | json_texts)"
  done | json_list)"
  printf '  "lacks": %s\n}\n' "$(status_lacks | json_texts)"
}

json_docker() {
  if ! status_docker "$1"; then
    echo null
    return
  fi
  printf '{"kind": "%s", "version": %s, "buildx": %s, "host": %s}' \
    "$([ "$1" = classic ] && echo own || echo "$DOCKER_KIND")" "$(json_text "$VERSION")" "$(json_text "$BUILDX")" "$(json_text "$SOCKET")"
}

json_or_null() {
  local text
  if read -r text; then json_text "$text"; else echo null; fi
}

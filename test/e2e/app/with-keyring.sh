#!/bin/sh
# Starts Electron with a message bus and a keyring of its own, unlocked (its password is "test": an empty one hangs).
# The keyring is kept in XDG_DATA_HOME, so that the next start with the same folder finds it again.
mkdir -p "$XDG_DATA_HOME/control"
exec dbus-run-session -- sh -c '
  printf "test\n" | gnome-keyring-daemon --unlock --components=secrets --control-directory="$XDG_DATA_HOME/control" >/dev/null
  exec "$SCIM_PREFLIGHT_ELECTRON" "$@"
' electron "$@"

#!/bin/sh
# Starts Electron with a message bus and a keyring of its own, unlocked (its password is "test": an empty one hangs).
# The keyring is kept in XDG_DATA_HOME, so that the next start with the same folder finds it again.
mkdir -p "$XDG_DATA_HOME/control"
chmod 700 "$XDG_DATA_HOME/control"
exec dbus-run-session -- sh -c '
  printf "test\n" | gnome-keyring-daemon --unlock --components=secrets --control-directory="$XDG_DATA_HOME/control" >/dev/null
  # Asked before the daemon owns its name, the bus would start a second one, locked; asked before the keyring is open, it would be
  # asked for a password. Nobody answers either prompt, and the app would wait for ever.
  ask() { dbus-send --session --print-reply "$@" 2>/dev/null; }
  opened() {
    ask --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets | grep -q "boolean true" &&
      ask --dest=org.freedesktop.secrets /org/freedesktop/secrets/collection/login org.freedesktop.DBus.Properties.Get \
        string:org.freedesktop.Secret.Collection string:Locked | grep -q "boolean false"
  }
  tries=0
  until opened || [ "$tries" -ge 200 ]; do
    tries=$((tries + 1))
    sleep 0.05
  done
  exec "$SCIM_PREFLIGHT_ELECTRON" "$@"
' electron "$@"

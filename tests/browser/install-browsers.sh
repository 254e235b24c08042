#!/bin/sh
# Makes sure that Chromium and Firefox ESR are here. As root on Debian it installs them; elsewhere it says what is
# missing and the browser tests show themselves as skipped. With CI=true a missing browser is a failure.
set -u
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v firefox-esr >/dev/null 2>&1 || missing="$missing firefox-esr"
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing$missing …"
  # shellcheck disable=SC2086 # one word per package is meant
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null && exit 0
fi

echo "Missing browser:$missing. The tests in that browser will be skipped. On Debian or Ubuntu, as root: apt-get install$missing"
[ "${CI:-}" = true ] && exit 1
exit 0

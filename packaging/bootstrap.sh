#!/bin/sh
# Sets up this checkout: system packages, .venv, the locked dependencies, VQDesk itself. `make setup` calls it.
# PYTHON=name picks the Python (3.11 or newer). Called again with nothing to do, it ends within a moment.
set -eu
unset PYTHONHOME PYTHONPATH CDPATH

root=$(cd -- "$(dirname -- "$0")/.." && pwd)
venv=$root/.venv
stamp=$venv/setup.stamp
log=$(mktemp)
python=
made_venv=no

say() { printf 'setup: %s\n' "$@"; }

fail() {
    say "$@" >&2
    exit 1
}

tidy_up() {
    rm -f "$log"
    if [ "$made_venv" = yes ] && [ ! -e "$stamp" ]; then rm -rf "$venv"; fi
}
trap tidy_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

has() { command -v "$1" >/dev/null 2>&1; }

# Runs a command without a word; when it fails, shows the end of what it said.
quietly() {
    "$@" >"$log" 2>&1 </dev/null && return 0
    tail -n 15 "$log" >&2
    return 1
}

# Everything the set-up depends on: another key means work.
setup_key() {
    (cd "$root" && cat packaging/requirements.lock packaging/requirements-dev.lock packaging/bootstrap.sh pyproject.toml) |
        cksum
    printf '%s\n' "$root"
    "$venv/bin/python" -V
}

is_current() { [ -f "$stamp" ] && [ "$(setup_key 2>&1)" = "$(cat "$stamp")" ]; }

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

# Debian's Python lacks ensurepip until its venv package is installed.
can_make_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

venv_works() { is_new_enough "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; }

# Sets `python` to the first that can make a venv, else to the first that is new enough.
find_python() {
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14}; do
        is_new_enough "$name" || continue
        if can_make_venv "$name"; then
            python=$name
            return
        fi
        python=${python:-$name}
    done
    [ -n "$python" ] || fail "VQDesk needs Python 3.11 or newer; found: $(python3 -V 2>&1 || true)" \
        "install one (Debian, Ubuntu: sudo apt-get install -y python3.11 python3.11-venv), then run this again"
}

lacks_venv_package() { [ -n "$python" ] && ! can_make_venv "$python"; }

# Debian names of what is missing: Python's venv package, and libraries of Qt that the linker does not know.
missing_packages() {
    if lacks_venv_package; then printf '%s-venv\n' "$(basename "$python")"; fi
    if [ "$(uname -s)" != Linux ]; then return; fi
    known=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null) || return 0
    while read -r library package; do
        case $library in '#'*) continue ;; esac
        case $known in *"$library "*) ;; *) printf '%s\n' "$package" ;; esac
    done <"$root/packaging/qt-libraries.txt"
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

may_install() { has apt-get && { [ "$(id -u)" = 0 ] || { has sudo && sudo -n true >/dev/null 2>&1; }; }; }

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# Fetches the package lists only when the lists that are there do not do.
install_packages() {
    may_install || return 1
    say "installing system packages: $*"
    apt_install "$@" >"$log" 2>&1 </dev/null && return 0
    quietly as_root apt-get update && quietly apt_install "$@"
}

# The one command that a person has to run.
install_command() {
    xcb='fontconfig libxkbcommon-x11 xcb-util-cursor xcb-util-wm xcb-util-keysyms'
    if has apt-get; then
        printf 'sudo apt-get install -y %s' "$*"
    elif has dnf; then
        printf 'sudo dnf install -y libglvnd-egl libglvnd-glx %s' "$xcb"
    elif has pacman; then
        printf 'sudo pacman -S --needed libglvnd %s' "$xcb"
    else
        printf 'the package tool of your system (Debian names: %s)' "$*"
    fi
}

set_up_system() {
    # shellcheck disable=SC2046 # package names, one a word
    set -- $(missing_packages)
    [ $# -gt 0 ] || return 0
    install_packages "$@" && return 0
    if lacks_venv_package; then
        fail "this Python cannot make a virtual environment; nothing was set up" \
            "run this, then try again: $(install_command "$@")"
    fi
    say "the window needs system libraries that are missing; commands work without them" \
        "to get them: $(install_command "$@")"
}

pip_install() { quietly "$venv/bin/python" -m pip --quiet --disable-pip-version-check --no-input install "$@"; }

set_up_venv() {
    if [ -n "$python" ]; then
        say "making .venv with $("$python" -V)"
        made_venv=yes
        rm -rf "$venv"
        quietly "$python" -m venv "$venv" || fail "$python could not make .venv (see above)"
    fi
    rm -f "$stamp"
    say "installing the locked Python packages (a minute or two the first time)"
    pip_install --require-hashes -r "$root/packaging/requirements.lock" -r "$root/packaging/requirements-dev.lock" ||
        fail "the Python packages could not be installed (see above)" "check the network, then run this again"
    pip_install --no-deps --no-build-isolation --editable "$root" || fail "VQDesk could not be installed (see above)"
    setup_key >"$stamp"
}

if is_current; then
    set_up_system
    say "up to date"
else
    venv_works || find_python
    set_up_system
    set_up_venv
    say "done"
fi

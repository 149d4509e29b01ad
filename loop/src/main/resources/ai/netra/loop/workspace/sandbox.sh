# Runs a command where nothing is but what is named: $1 an empty folder, $2 the working folder, then
# read-only places, "--", places to write, "--", the command. It runs as process 1 of new namespaces
# (user, mount, net, pid, ipc, uts); 125 says that the system does not allow it.
set -eu
trap 'exit 125' EXIT
root=$1
work=$2
shift 2

put() { # a place of the machine at the same path below the new root
  if [ -L "$1" ]; then
    mkdir -p "$root$(dirname "$1")"
    ln -s "$(readlink "$1")" "$root$1"
    return 1
  fi
  if [ -d "$1" ]; then
    mkdir -p "$root$1"
  else
    mkdir -p "$root$(dirname "$1")"
    [ -e "$root$1" ] || : > "$root$1"
  fi
  mount --bind "$1" "$root$1"
}

forbid_writing() { # flags that the machine has set must be said again
  for flags in ro ro,nosuid ro,nosuid,nodev ro,nosuid,nodev,noexec ro,nosuid,nodev,relatime; do
    if mount -o "remount,bind,$flags" "$root$1" 2> /dev/null; then
      return
    fi
  done
  exit 125
}

mount --make-rprivate /
mount -t tmpfs -o mode=755,size=256m netra "$root"
mkdir -m 1777 "$root/tmp"
mkdir "$root/proc" "$root/dev"
while [ "$1" != -- ]; do
  if put "$1"; then
    forbid_writing "$1"
  fi
  shift
done
shift
while [ "$1" != -- ]; do
  put "$1"
  shift
done
shift
for device in null zero full random urandom; do
  put "/dev/$device"
done
ln -s /proc/self/fd "$root/dev/fd"
mount -t proc proc "$root/proc"

cd "$root"
mkdir -p .machine
pivot_root . .machine
cd "$work"
umount -l /.machine
rmdir /.machine
trap - EXIT
ulimit -c 0
unset OLDPWD
set +e
# not exec: process 1 hears no TERM, and everything else here ends with it
setpriv --no-new-privs --inh-caps=-all --ambient-caps=-all --bounding-set=-all "$@"
exit $?

# Sourced by ./netra and ./mvnw: sets JAVA_HOME to a JDK of at least 25, or says what to install and ends with 13.
# A JDK's version is read from its file `release`; no JVM is started to ask.

netra_jdk_major() { # FOLDER: prints its major version, nothing where it is no JDK
  [ -f "$1/release" ] && [ -x "$1/bin/javac" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

netra_find_jdk() {
  netra_on_path=$(command -v javac 2>/dev/null) && netra_on_path=$(readlink -f "$netra_on_path" 2>/dev/null)
  netra_on_path=${netra_on_path%/bin/javac}
  for netra_candidate in "${JAVA_HOME:-}" "$netra_on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$netra_candidate" ] || continue
    netra_major=$(netra_jdk_major "$netra_candidate")
    if [ "${netra_major:-0}" -ge 25 ]; then
      JAVA_HOME=$netra_candidate
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}

if ! netra_find_jdk; then
  echo "netra: no JDK 25 or newer found (JAVA_HOME, PATH, the usual folders); install one, for example Temurin 25, or set JAVA_HOME" >&2
  exit 13
fi

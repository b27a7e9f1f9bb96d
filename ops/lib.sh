# What run, test, format, bench and chaos need to know: where a JDK 25, Node and Maven are, and what has to be built. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Of the server's Java: the collector and headers with which idle streams cost a quarter of the memory (decision 7).
# The heap begins small: otherwise a start fills a sixty-fourth of the machine for 23 MB that live. With 64 MB it started later.
# A server that has no memory left ends, and whoever looks after it starts it again.
server_flags=(--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:InitialHeapSize=128m -XX:+ExitOnOutOfMemoryError)

fail() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

# Prints what a script says of itself at its top, where it is asked to, and ends it.
help_if_asked() { # arguments of the script
  case ${1:-} in
    -h | --help)
      sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
      exit
      ;;
  esac
}

java_major() { # path to a java -> its major version, or nothing
  "$1" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -1
}

# Sets java_home. A later JDK would do to run, but the build asks for exactly this one.
find_jdk() {
  local candidate on_path
  on_path=$(command -v java 2>/dev/null) && on_path=$(readlink -f "$on_path")
  for candidate in \
    "${JAVA_HOME:-}" "${JDK25_HOME:-}" "${JAVA_HOME_25_X64:-}" "${on_path%/bin/java}" \
    /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* \
    /opt/*jdk*25* /opt/java/* "$HOME"/.local/share/mise/installs/java/*25*; do
    if [ -x "$candidate/bin/javac" ] && [ "$(java_major "$candidate/bin/java")" = 25 ]; then
      java_home=$candidate
      return
    fi
  done
  fail "JDK 25 is missing: install one (https://adoptium.net/temurin/releases/?version=25) and set JAVA_HOME to it"
}

# What the tools that build the pages run on.
node_versions='20.19 or a later 20, 22.12 or a later 22, or 24 and later'

find_node() {
  command -v npm >/dev/null && command -v node >/dev/null ||
    fail "Node.js with npm is missing, $node_versions: https://nodejs.org/en/download"
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a >= 24 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)' ||
    fail "Node.js has to be $node_versions, here is $(node --version): https://nodejs.org/en/download"
}

find_maven() {
  command -v mvn >/dev/null || fail "Maven is missing: apt-get install maven, or https://maven.apache.org/download.cgi"
}

# The operator's key, or the release key, in the pages that were built last; nothing where they know samples only.
built_key() { # operator or release
  cat "$root/backend/target/classes/web/$1-key" 2>/dev/null || true
}

out_of_date() { # jar, more folders that it is built from -> whether it or the server has to be built
  local jar=$1
  shift
  [ ! -f "$jar" ] || [ ! -d "$root/backend/target/lib" ] ||
    [ "$(built_key operator)" != "${VITE_OPERATOR_KEY:-}" ] ||
    [ "$(built_key release)" != "${VITE_RELEASE_KEY:-}" ] ||
    [ -n "$(find "$root/pom.xml" "$root/protocol" "$root/backend" "$@" \
      \( -name node_modules -o -name target -o -name dist -o -name test -o -name pictures \) -prune -o \
      -type f -newer "$jar" ! -name '*.md' -print -quit)" ]
}

build() { # modules, their jars; needs log
  find_node
  find_maven
  mkdir -p "$root/target"
  touch "$root/target/build.started"
  echo "building, a few minutes the first time; details in $log" >&2
  (cd "$root" && exec mvn -B -ntp package -pl "$1" -am -DskipTests -Dmaven.test.skip -Dformat.skip) >"$log" 2>&1 &
  local maven=$! said=0
  trap 'kill "$maven" 2>/dev/null; exit 143' INT TERM
  while kill -0 "$maven" 2>/dev/null; do
    sleep 1
    sed -n 's/^\[INFO\] Building \(opstap[^ ]*\) .*\(\[.*\]\)$/  \2 \1/p' "$log" | tail -n "+$((said + 1))" >&2
    said=$(grep -c '^\[INFO\] Building opstap.*\]$' "$log" || true)
  done
  wait "$maven" || {
    tail -n 40 "$log" >&2
    fail "the build failed; all of it is in $log"
  }
  trap - INT TERM
  # A source that was saved while the build ran must count as newer.
  touch -r "$root/target/build.started" "${@:2}"
}

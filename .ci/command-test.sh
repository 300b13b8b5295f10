#!/bin/sh
# Tests of ./readiness itself, with stand-ins for Java and Maven that print what they were asked.
# Called by ./readiness test; alone: sh .ci/command-test.sh [SHELL]

set -u
unset CDPATH
here=$(cd "$(dirname "$0")/.." && pwd -P)
shell=$(command -v "${1:-sh}") || exit 2
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

unset JAVA_HOME MAVEN_HOME M2_HOME READINESS_DATA READINESS_JAVA_OPTS READINESS_PASSWORD SPRING_PROFILES_ACTIVE SERVER_ADDRESS CI
HOME=$work/home
READINESS_JDK_FOLDERS=$work/jdks
export HOME READINESS_JDK_FOLDERS
passed=0
failed=0

# ---- the stand-ins ---------------------------------------------------------------------------

# Nothing but these tools is on the PATH, so the machine's own Java and Maven stay out of sight.
mkdir -p "$work/tools" "$work/jdks" "$work/home"
for tool in sh cat sed grep find mkdir rmdir rm mv cp ls head tail tr date sleep dirname basename uname \
  readlink env od awk id touch chmod ln printf mktemp kill; do
  found=$(command -v "$tool") && case $found in /*) ln -s "$found" "$work/tools/$tool" ;; esac
done
# shellcheck disable=SC2123 # meant
PATH=$work/tools
export PATH

# A Java of a release, in a folder; with a compiler unless told otherwise.
java_stub() { # FOLDER RELEASE [jre]
  mkdir -p "$1/bin"
  cat >"$1/bin/java" <<END
#!/bin/sh
case "\$*" in
  *XshowSettings*) echo "    java.home = $1"; exit ;;
  -version) echo 'openjdk version "$2" 2020-01-01' >&2; exit ;;
esac
echo "java $2"
for argument in "\$@"; do echo "<\$argument>"; done
case "\$*" in
  *DashboardApplication*) echo 'Started DashboardApplication in 1 s'; exec sleep 60 ;;
  *samples.Generate*) while [ \$# -gt 1 ]; do [ "\$1" != --out ] || mkdir -p "\$2/dspt"; shift; done ;;
  *batch.Main\ nightly*)
    [ -z "\${STUB_NIGHT_FAILS:-}" ] || { echo 'The night failed: no space left' >&2; exit 1; }
    while [ \$# -gt 0 ]; do
      case \$1 in --data) data=\$2 ;; --night) night=\$2 ;; esac
      shift
    done
    mkdir -p "\$data/snapshots"
    echo "\${night:-a}-1f" >"\$data/snapshots/CURRENT" ;;
esac
END
  chmod +x "$1/bin/java"
  if [ "${3:-jdk}" != jre ]; then
    printf '#!/bin/sh\n' >"$1/bin/javac"
    chmod +x "$1/bin/javac"
  fi
}

# A Maven that builds the three modules, slowly enough to be overtaken, and counts its builds.
maven_stub() { # FOLDER VERSION
  mkdir -p "$1"
  cat >"$1/mvn" <<END
#!/bin/sh
case "\$*" in -version) echo "Apache Maven $2"; exit ;; esac
echo "mvn \$* in \$(pwd) with \$JAVA_HOME"
echo build >>"$work/builds"
[ -z "\${STUB_BUILD_FAILS:-}" ] || { echo '[ERROR] cannot find symbol'; exit 1; }
sleep "\${STUB_BUILD_TAKES:-0}"
for module in data-samples batch dashboard; do
  mkdir -p \$module/target
  echo >"\$module/target/\$module-1.0.jar"
  printf '%s' "\$(pwd)/pom.xml:\$(pwd)/LICENSE" >\$module/target/class-path.txt
done
END
  chmod +x "$1/mvn"
}

# A small project with the real command, its folder's name with spaces.
project() {
  project=$work/"a project $((passed + failed))"
  mkdir -p "$project/.mvn"
  cp "$here/readiness" "$project/readiness"
  touch "$project/pom.xml" "$project/LICENSE"
  for module in data-samples batch dashboard; do
    mkdir -p "$project/$module/src/main/java"
    touch "$project/$module/pom.xml" "$project/$module/src/main/java/A.java" "$project/$module/jvm.options"
  done
  rm -f "$work/builds"
}

# Calls the command; its words are then in out and err, its result in status.
readiness() {
  "$shell" "$project/readiness" "$@" >"$work/out" 2>"$work/err"
  status=$?
}

# ---- saying what should be -------------------------------------------------------------------

check() { # WHAT, then a condition
  what=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $what"
    echo "  wanted: $*; exit code was ${status:-}"
    sed 's/^/  out: /' "$work/out"
    sed 's/^/  err: /' "$work/err"
  fi
}

ended() { [ "$status" -eq "$1" ]; }
out_has() { grep -q -F -e "$1" "$work/out"; }
err_has() { grep -q -F -e "$1" "$work/err"; }
out_lacks() { ! out_has "$1"; }
silent() { [ ! -s "$work/err" ]; }
builds() { [ "$(grep -c . "$work/builds" 2>/dev/null || true)" = "$1" ]; }
waits_for() { # SECONDS TEXT FILE
  tries=0
  until grep -q -F -e "$2" "$3" 2>/dev/null; do
    [ "$tries" -lt $(($1 * 10)) ] || return 1
    sleep 0.1
    tries=$((tries + 1))
  done
}

# ---- words and exit codes --------------------------------------------------------------------

project
readiness
check 'without a command it explains itself, as wrong use' ended 2
check 'without a command it names the first one to try' err_has './readiness demo'
readiness help
check 'help is no error' ended 0
readiness nonsense
check 'an unknown command is wrong use' ended 2
check 'an unknown command is named' err_has 'Unknown command: nonsense'
for verb in demo nightly serve sql generate test bench; do
  readiness "$verb" --help
  check "$verb --help is no error" ended 0
  check "$verb --help explains $verb" out_has "./readiness $verb"
  readiness help "$verb"
  check "help $verb is the same" out_has "./readiness $verb"
done
check 'help needs no Java and no build' builds ''
readiness help nonsense
check 'help for an unknown command is wrong use' ended 2
for arguments in 'demo --prot 8080' 'demo --port' 'demo --port=' 'demo --port 80a' 'demo --port 0' 'demo --port 70000' \
  'demo --data' 'serve --fresh' 'serve extra' 'sql' 'generate' 'test --fast'; do
  # shellcheck disable=SC2086
  readiness $arguments
  check "wrong use: $arguments" ended 2
done

# ---- finding Java ----------------------------------------------------------------------------

project
readiness nightly
check 'without a JDK it fails' ended 1
check 'without a JDK it says what is needed' err_has 'No Java 21 or later was found'
check 'without a JDK it says how to install one' err_has 'sudo apt-get install openjdk-21-jdk'

java_stub "$work/old" 17.0.9
PATH=$work/old/bin:$work/tools
readiness nightly
check 'an old Java on the PATH is not enough' ended 1
check 'an old Java on the PATH gives the same advice' err_has 'Please install a JDK'

java_stub "$work/jdks/runtime" 25.0.1 jre
readiness nightly
check 'a runtime without compiler cannot build' err_has 'has no compiler'

java_stub "$work/jdks/jdk 21" 21.0.5
readiness nightly
check 'without Maven it fails' ended 1
check 'without Maven it says how to install it' err_has 'sudo apt-get install maven'
maven_stub "$work/old maven" 3.6.3
PATH=$work/old/bin:"$work/old maven":$work/tools
readiness nightly
check 'an old Maven is named' err_has 'Maven 3.6.3'
maven_stub "$work/maven" 3.8.7
PATH=$work/old/bin:$work/maven:$work/tools
plain_path=$PATH

readiness nightly
check 'a newer JDK is found behind an old Java on the PATH' ended 0
check 'the build ran with the newer JDK' grep -q -F "with $work/jdks/jdk 21" "$project/target/readiness-build.log"
check 'the build leaves tests out' grep -q -F -e '-Dmaven.test.skip ' "$project/target/readiness-build.log"
readiness nightly
check 'once built, a runtime will do, newest first' out_has 'java 25.0.1'
check 'once built, nothing is said' silent
java_stub "$work/jdks/jdk-25" 25.0.3
project
readiness nightly
check 'the newest JDK is taken' grep -q -F "with $work/jdks/jdk-25" "$project/target/readiness-build.log"
project
JAVA_HOME="$work/jdks/jdk 21" readiness nightly
check 'JAVA_HOME goes first where it will do' out_has 'java 21.0.5'
JAVA_HOME=$work/old readiness nightly
check 'JAVA_HOME is passed over where it is too old' out_has 'java 25'
printf 'JAVA_VERSION="26.0.1"\n' >"$work/jdks/jdk-25/release"
mv "$work/jdks/jdk-25" "$work/jdks/jdk-26"
readiness nightly
check 'the release file of a JDK is believed' out_has "java 25.0.3"

# ---- building when it is needed --------------------------------------------------------------

project
readiness nightly
check 'the first build says that it takes a while' err_has 'Building (first time: a minute or two) …'
readiness nightly
check 'it is built once' builds 1
touch "$project/batch/src/main/java/A.java"
readiness nightly
check 'a changed source is built' builds 2
check 'a later build says so' err_has 'Building what has changed …'
rm "$project/dashboard/src/main/java/A.java"
readiness nightly
check 'a removed source is built' builds 3
touch "$project/dashboard/pom.xml"
readiness nightly
check 'a changed pom is built' builds 4
rm "$project/LICENSE" # stands for a jar in Maven's store
readiness nightly
check 'a jar gone from the store is fetched again' builds 5
touch "$project/LICENSE"
touch "$project/pom.xml"
STUB_BUILD_FAILS=yes readiness nightly
check 'a failed build fails' ended 1
check 'a failed build shows its end' err_has 'cannot find symbol'
check 'a failed build says where the rest is' err_has "$project/target/readiness-build.log"
readiness nightly
check 'after a failed build it is tried again' out_has 'nightly'

project
STUB_BUILD_TAKES=1 "$shell" "$project/readiness" nightly >"$work/first" 2>&1 &
first=$!
sleep 0.3
readiness nightly
wait "$first"
check 'of two at once, the second waits' err_has 'Another build is at work here'
check 'of two at once, one builds' builds 1
check 'of two at once, both run' grep -q nightly "$work/first"
touch "$project/pom.xml"
mkdir "$project/target/readiness-build.lock"
printf '999999 %s\n' "$(uname -n)" >"$project/target/readiness-build.lock/owner"
readiness nightly
check 'the lock of a build that died is taken over' ended 0
check 'no lock is left' test ! -e "$project/target/readiness-build.lock"

# ---- what Java is asked ----------------------------------------------------------------------

readiness nightly --night 2024-09-10
check 'nightly names its data folder' out_has '<data>'
check 'nightly passes its options on' out_has '<2024-09-10>'
check 'nightly runs the batch' out_has '<org.cyberreadiness.batch.Main>'
check 'the settings of the module are read, spaces and all' out_has "<@$project/batch/jvm.options>"
check 'the class path starts with the jar' out_has "<$project/batch/target/batch-1.0.jar:$project/pom.xml:$project/LICENSE>"
READINESS_DATA='/some where' readiness sql 'SELECT 1 AS "a b"'
check 'READINESS_DATA is the default' out_has '</some where>'
check 'a query arrives as it was written' out_has '<SELECT 1 AS "a b">'
readiness sql --data=/else 'SELECT 1'
check '--data=DIR is understood' out_has '<--data=/else>'
check '--data goes before the default' out_lacks '<data>'
READINESS_JAVA_OPTS='-Xmx1g -Da=b' readiness nightly
check 'READINESS_JAVA_OPTS is added' out_has '<-Xmx1g>'
check 'READINESS_JAVA_OPTS is a list' out_has '<-Da=b>'
readiness generate --out 'x y' --seed 7
check 'generate runs the generator' out_has '<org.cyberreadiness.samples.Generate>'
check 'generate passes its options on' out_has '<x y>'
ln -s "$project/readiness" "$work/home/cr"
(cd / && "$shell" "$work/home/cr" nightly) >"$work/out" 2>"$work/err"
status=$?
check 'it works through a symbolic link, from anywhere' ended 0
check 'a symbolic link leads to the same build' silent

# ---- demo and serve --------------------------------------------------------------------------

readiness serve --data "$work/nothing"
check 'serve without a snapshot fails' ended 1
check 'serve without a snapshot says what to do' err_has './readiness demo'
mkdir -p "$work/some data/landing"
readiness serve --data "$work/some data"
check 'serve with landing files but no snapshot names the night' err_has "./readiness nightly --data '$work/some data'"

"$shell" "$project/readiness" demo --port 48123 >"$work/out" 2>"$work/err" &
demo=$!
check 'demo says where to look' waits_for 20 'http://localhost:48123/' "$work/out"
check 'demo says how to sign in' waits_for 5 'The password is: demo' "$work/out"
log=$project/target/demo/dashboard.log
check 'demo serves with the demo users' grep -q -F '<--spring.profiles.active=demo>' "$log"
check 'demo is not open to the network' grep -q -F '<--server.address=127.0.0.1>' "$log"
check 'demo runs the nights after the first while one looks' waits_for 5 'The nights of 9 and 10 September are published.' "$work/err"
check 'the last night is then the newest' grep -q -F 2024-09-10 "$project/target/demo/snapshots/CURRENT"
kill -TERM "$demo"
wait "$demo"
status=$?
check 'demo ends cleanly when stopped' ended 0
check 'demo wrote its landing files whole' test -d "$project/target/demo/landing/dspt"
"$shell" "$project/readiness" demo --port 48123 >"$work/out" 2>"$work/err" &
demo=$!
check 'demo starts again' waits_for 20 'http://localhost:48123/' "$work/out"
kill -TERM "$demo"
wait "$demo"
check 'demo runs no night twice' sh -c '! grep -q -i night "$1"' - "$work/err"
STUB_NIGHT_FAILS=yes readiness demo --port 48123 --fresh
check 'demo fails when the night fails' ended 1
check 'demo shows why the night failed' err_has 'no space left'
rm "$project/target/demo/.made-by-demo"
readiness demo --fresh
check 'demo throws nothing away that it did not make' ended 1

listening=$(awk '$4 == "0A" { split($2, a, ":"); print a[2]; exit }' /proc/net/tcp 2>/dev/null)
if [ -n "$listening" ]; then
  taken=$(printf '%d' "0x$listening")
  readiness demo --port "$taken"
  check 'demo on a taken port fails' ended 1
  check 'demo on a taken port says which' err_has "Port $taken is taken"
  check 'demo on a taken port names a free one' err_has './readiness demo --port'
fi

mkdir -p "$work/some data/snapshots"
echo a >"$work/some data/snapshots/CURRENT"
"$shell" "$project/readiness" serve --data "$work/some data" --port=48124 >"$work/out" 2>"$work/err" &
serve=$!
check 'serve says where to look' waits_for 20 'http://localhost:48124/' "$work/out"
check 'serve without a password makes one and shows it' waits_for 5 'Password for this run' "$work/out"
kill -TERM "$serve"
wait "$serve"
status=$?
check 'serve ends cleanly when stopped' ended 0

# ---- every night in a container --------------------------------------------------------------

every_night() { # ARGUMENTS
  READINESS_DATA=$work/volume "$shell" "$here/batch/every-night" "$@" >"$work/out" 2>"$work/err"
  status=$?
}
mkdir -p "$work/volume"
PATH=$work/jdks/jdk-26/bin:$work/tools
READINESS_NIGHTLY_AT=25:00 every_night
check 'a time of day that does not exist is wrong use' ended 2
check 'a time of day that does not exist is named' out_has '25:00'
every_night sql 'SELECT 1'
check 'with arguments the batch runs once with them' out_has '<SELECT 1>'
READINESS_DATA=$work/volume READINESS_NIGHTLY_AT=02:00 "$shell" "$here/batch/every-night" >"$work/out" 2>"$work/err" &
nights=$!
check 'where nothing is published a night runs at once' waits_for 10 'The night is published.' "$work/out"
check 'then it waits for the hour' waits_for 10 'The next night is at 02:00 UTC' "$work/out"
kill -TERM "$nights"
wait "$nights"
status=$?
check 'it stops when asked' ended 0

PATH=$plain_path
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

# consultar.sh 'PACKAGE…' 'SUITE PACKAGE…[;SUITE PACKAGE…]'…
# Prints `apt-cache madison` of the packages in the first argument, in Debian stable and testing. Then, for each
# further argument, a line «=» followed by all that its steps would install on this system today, a line for each
# step: NAME=VERSION….
set -eu
work=/tmp/consulta
mkdir -p $work/trixie $work/forky
sources=/etc/apt/sources.list.d/debian.sources
cp "$sources" $work/trixie/
cp "$sources" $work/forky/
sed 's/^Suites: trixie trixie-updates$/Suites: forky\nCheck-Valid-Until: no/' "$sources" |
  sed -n '1,/^$/p' > $work/forky/forky.sources

# options SUITE STATUS: apt's, with what it reads kept from one question to the next. What depends on the packages
# that are installed is only kept for those of this system.
options() {
  cache=
  [ "$2" != /var/lib/dpkg/status ] || cache=$work/$1.bin
  echo "-o Dir::Etc::SourceParts=$work/$1 -o Dir::Cache::srcpkgcache=$work/$1.src -o Dir::Cache::pkgcache=$cache" \
    "-o Acquire::GzipIndexes=false -o Dir::State::status=$2 -o APT::Get::AutomaticRemove=false"
}

# would_install STATUS SUITE PACKAGE…
# shellcheck disable=SC2046,SC2086
would_install() {
  status=$1
  suite=$2
  shift 2
  release=
  [ "$suite" = trixie ] || release="-t $suite"
  apt-get $(options "$suite" "$status") install --simulate -qq --no-install-recommends $release "$@" |
    sed -n 's/^Inst \([^ ]*\) \(\[[^]]*\] \)\{0,1\}(\([^ ]*\) .*/\1=\3/p'
}

# with_installed STATUS SUITE NAME=VERSION…: the packages of a system once those are installed.
# shellcheck disable=SC2046
with_installed() {
  status=$1
  suite=$2
  shift 2
  apt-cache $(options "$suite" "$status") show --no-all-versions "$@" |
    sed 's/^Package: .*/&\nStatus: install ok installed/' |
    awk -v RS= -v ORS='\n\n' 'NR == FNR { new[$2] = 1; print; next } !($2 in new)' - "$status"
}

# answer NUMBER STEPS: what some steps install, each finding what the earlier ones left.
answer() {
  status=/var/lib/dpkg/status
  rest=$2
  while [ -n "$rest" ]; do
    step=${rest%%;*}
    rest=${rest#"$step"}
    rest=${rest#;}
    # shellcheck disable=SC2086
    installed=$(would_install $status $step)
    # shellcheck disable=SC2086
    echo $installed
    # shellcheck disable=SC2086
    if [ -n "$rest" ]; then
      with_installed $status ${step%% *} $installed > "$work/status.$1"
      status=$work/status.$1
    fi
  done
}

# shellcheck disable=SC2046
apt-get $(options forky /var/lib/dpkg/status) update -qq
# shellcheck disable=SC2046,SC2086
[ -z "$1" ] || apt-cache $(options forky /var/lib/dpkg/status) madison $1
# Both caches are there before several read them at once.
# shellcheck disable=SC2046
apt-cache $(options trixie /var/lib/dpkg/status) madison bash > /dev/null
shift
number=0
for steps; do
  number=$((number + 1))
  answer $number "$steps" > $work/answer.$number &
  [ $((number % 3)) -ne 0 ] || wait
done
wait
for file in $(seq 1 $number); do
  echo =
  cat "$work/answer.$file"
done

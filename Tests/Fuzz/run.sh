#!/bin/sh
# Builds the readers with libFuzzer and runs each of them for some seconds, or FUZZ_RUNS times.
# Usage: Tests/Fuzz/run.sh [SECONDS [TARGET...]]
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-20}
[ $# -gt 0 ] && shift
targets=${*:-line segment settings schools colleagues topics calendar offers handover json csv cpr}
out=.build/fuzz
mkdir -p "$out"
common="-O -swift-version 6 -parse-as-library -wmo -package-name elevtjenesten -sanitize=fuzzer -I $out -I Sources/CXattr"
for module in Domain Guard Store; do
  swiftc $common -module-name $module -emit-module -emit-module-path "$out/$module.swiftmodule" \
    -c $(find Sources/$module -name '*.swift') -o "$out/$module.o"
done
swiftc $common -module-name FuzzTargets -emit-module -emit-module-path "$out/FuzzTargets.swiftmodule" \
  -c Tests/Fuzz/Targets/*.swift -o "$out/FuzzTargets.o"
swiftc $common Tests/Fuzz/Entry/*.swift "$out"/Domain.o "$out"/Guard.o "$out"/Store.o \
  "$out"/FuzzTargets.o -o "$out/fuzz"
for target in $targets; do
  # In memory where that can be had: some readers open files.
  place=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
  mkdir "$place/folder" "$place/found"
  echo "== $target"
  FUZZ_TARGET=$target FUZZ_FOLDER=$place/folder "$out/fuzz" -max_total_time="$seconds" \
    -runs="${FUZZ_RUNS:--1}" -max_len="${FUZZ_LENGTH:-4096}" \
    -verbosity=0 -print_final_stats=1 -artifact_prefix="$out/" "$place/found" "Tests/Fuzz/Corpus/$target" \
    2>&1 | grep -E 'number_of_executed|ERROR|SUMMARY|precondition|Fatal' || true
  rm -r "$place"
done

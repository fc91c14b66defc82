#!/bin/sh
# The whole loop by command line on the hospitals of the United States (HIFLD, 2019): read, design,
# publish, export.
#
#   docs/examples/hospitals/run.sh us_hospitals_2019.csv.gz OUT
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bailiwick=$here/../../../bailiwick
hospitals=${1:?the file us_hospitals_2019.csv.gz}
out=${2:?a folder for the results}
mkdir -p "$out"

step() {
  printf '\n$ bailiwick %s\n' "$*"
  "$bailiwick" "$@"
}

# The column "owner" says who owns the hospital, not who sells to it: it is left out.
step import accounts "$hospitals" --where status=OPEN --country US \
  --map workload=beds --map owner= --impute "workload=median-by type" --out "$out/hospitals.csv"
step design "$here/brief.yaml" --accounts "$out/hospitals.csv" --out "$out/design"
step publish "$out/design" --accounts "$out/hospitals.csv" --out "$out/published"
step export "$out/design" --to "$out/territories.geojson"
step route "$out/published/rules.txt" --postcode 60614 --industry 622110

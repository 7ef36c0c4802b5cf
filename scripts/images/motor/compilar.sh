#!/bin/sh
# compilar.sh FOLDER: builds Docker's programs from the Go modules that motor/go.mod and cliente/go.mod require, into
# FOLDER/bin and FOLDER/cli-plugins. Each says the version of its release; where Docker's own packages name a commit,
# these name the module's version, and the platform name says who built them.
set -eu
to=$1
mkdir -p "$to/bin" "$to/cli-plugins"
version() { go list -m -f '{{.Version}}' "$1"; }
# Of a version control system a module has no trace.
plain='netgo osusergo static_build'
build() { go build -p 2 -trimpath -buildvcs=false "$@"; }

cd motor
moby=github.com/moby/moby/v2
release=$(sed -n "s|^// dockerd ||p" go.mod)
values=$moby/dockerversion
CGO_ENABLED=0 build -tags "$plain nri_no_wasm" -o "$to/bin/" -ldflags "-s -w \
  -X $values.Version=$release \
  -X $values.GitCommit=$(version $moby) \
  -X $values.BuildTime=$(go list -m -f '{{.Time.Format "2006-01-02T15:04:05Z"}}' $moby) \
  -X $values.PlatformName=compilado-de-las-fuentes" $moby/cmd/dockerd $moby/cmd/docker-proxy

containerd=github.com/containerd/containerd/v2
CGO_ENABLED=0 build -tags "$plain no_btrfs no_devmapper" -o "$to/bin/" -ldflags "-s -w \
  -X $containerd/version.Version=$(version $containerd) -X $containerd/version.Revision=$(version $containerd)" \
  $containerd/cmd/containerd $containerd/cmd/containerd-shim-runc-v2 $containerd/cmd/ctr

runc=github.com/opencontainers/runc
CGO_ENABLED=1 build -tags 'seccomp netgo osusergo' -o "$to/bin/" -ldflags "-s -w -linkmode external -extldflags -static \
  -X main.version=$(version $runc | tr -d v) -X main.gitCommit=$(version $runc)" $runc

cd ../cliente
cli=github.com/docker/cli
number=$(version $cli | sed 's/^v//; s/+incompatible$//')
# It has no go.mod, so that Go takes its language for that of 2020.
CGO_ENABLED=0 build -tags "$plain" -gcflags="$cli/cmd/docker=-lang=go1.25" -o "$to/bin/" -ldflags "-s -w \
  -X $cli/cli/version.Version=$number -X $cli/cli/version.GitCommit=v$number" $cli/cmd/docker

compose=github.com/docker/compose/v5
CGO_ENABLED=0 build -tags "$plain" -o "$to/cli-plugins/docker-compose" -ldflags "-s -w \
  -X $compose/internal.Version=$(version $compose)" $compose/cmd

buildx=github.com/docker/buildx
CGO_ENABLED=0 build -tags "$plain" -o "$to/cli-plugins/docker-buildx" -ldflags "-s -w \
  -X $buildx/version.Version=$(version $buildx) -X $buildx/version.Revision=$(version $buildx) \
  -X $buildx/version.Package=$buildx" $buildx/cmd/buildx

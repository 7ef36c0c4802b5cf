package main

import "runtime"

func main() {
	println("hola desde " + runtime.GOOS + "/" + runtime.GOARCH)
}

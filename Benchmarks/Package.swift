// swift-tools-version: 6.2
import PackageDescription

// How fast HanFacts is, stage by stage. Benchmarks/run builds and runs it: it needs -enable-testing to see the stages.
let package = Package(
  name: "HanFactsBenchmarks",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "HanFacts", path: "..")],
  targets: [
    .executableTarget(name: "hanfacts-benchmark", dependencies: [.product(name: "HanFacts", package: "HanFacts")])
  ],
  swiftLanguageModes: [.v6]
)

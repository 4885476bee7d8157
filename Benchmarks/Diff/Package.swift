// swift-tools-version: 6.2
import PackageDescription

// How fast `hanfacts diff` is: `Benchmarks/diff`.
let package = Package(
  name: "DiffBenchmark",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "HanFacts", path: "../..")],
  targets: [
    .executableTarget(
      name: "diff-benchmark",
      dependencies: [
        .product(name: "HanFacts", package: "HanFacts"), .product(name: "HanFactsDiff", package: "HanFacts"),
      ])
  ],
  swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.2
import PackageDescription

// Programs that embed HanFacts: swift run --package-path Examples minimal
let package = Package(
  name: "HanFactsExamples",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "HanFacts", path: "..")],
  targets: ["minimal", "batch", "stream"].map {
    .executableTarget(name: $0, dependencies: [.product(name: "HanFacts", package: "HanFacts")])
  },
  swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "HanFacts",
  platforms: [.macOS(.v13), .iOS(.v16)],
  products: [
    .library(name: "HanFacts", targets: ["HanFacts"]),
    .library(name: "HanFactsFormats", targets: ["HanFactsFormats"]),
    .library(name: "HanFactsDiff", targets: ["HanFactsDiff"]),
    .executable(name: "hanfacts", targets: ["HanFactsTool"]),
  ],
  targets: [
    .target(name: "HanText"),
    .target(name: "HanGazetteer", dependencies: ["HanText"]),
    .executableTarget(name: "CompileGazetteers", dependencies: ["HanGazetteer"], path: "Sources/CompileGazetteers"),
    .plugin(
      name: "GazetteerPlugin", capability: .buildTool(), dependencies: ["CompileGazetteers"],
      path: "Sources/GazetteerPlugin"),
    .target(
      name: "HanFacts", dependencies: ["HanText", "HanGazetteer"], exclude: ["Gazetteers"],
      plugins: ["GazetteerPlugin"]),
    .target(name: "HanFactsFormats", dependencies: ["HanFacts"]),
    .target(name: "HanFactsDiff", dependencies: ["HanFacts"]),
    .target(
      name: "HanFactsCLI", dependencies: ["HanFacts", "HanFactsFormats", "HanFactsDiff", "HanText", "HanGazetteer"]),
    .executableTarget(
      name: "HanFactsTool", dependencies: ["HanFactsCLI"],
      // The program needs no runtime of Swift beside it and starts without linking one. Only this target has the flag:
      // packages may depend on all libraries.
      linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))]),
    .testTarget(name: "HanGazetteerTests", dependencies: ["HanGazetteer", "HanFacts", "HanText"]),
    .testTarget(name: "HanTextTests", dependencies: ["HanText"]),
    .testTarget(name: "HanFactsTests", dependencies: ["HanFacts", "HanText"]),
    .testTarget(name: "HanFactsFormatsTests", dependencies: ["HanFactsFormats", "HanFacts", "HanText"]),
    .testTarget(name: "HanFactsDiffTests", dependencies: ["HanFactsDiff", "HanFacts", "HanText", "HanFactsCLI"]),
    .testTarget(name: "HanFactsCLITests", dependencies: ["HanFactsCLI"]),
  ],
  swiftLanguageModes: [.v6]
)

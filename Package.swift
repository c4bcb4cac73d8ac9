// swift-tools-version: 6.2
// The targets and who may use whom; Tests/ArchitectureTests checks the same arrows in the sources.
import PackageDescription

/// Warnings are errors everywhere: a warning that is allowed to stay is never read again.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestKit"], exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "elevtjenesten",
  products: [.executable(name: "elevtjenesten", targets: ["elevtjenesten"])],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CXattr"),
    .target(
      name: "Resources", path: "Resources", exclude: ["setup.sh", "elevtjenesten.1", "docs"],
      resources: [
        .embedInCode("topics.json"), .embedInCode("professions.json"), .embedInCode("demo-schools.json"),
        .embedInCode("demo-colleagues.json"), .embedInCode("demo-roster.json"),
        .embedInCode("demo-calendar.json"), .embedInCode("demo-offers.json"), .embedInCode("text.da.json"),
        .embedInCode("text.en.json"),
        .embedInCode("words-da.txt"),
      ],
      swiftSettings: strict),
    library("Domain"),
    library("Guard"),
    library("Canvas"),
    library("Store", ["Domain", "Guard", "CXattr"], exclude: ["Log/Format.md"]),
    library("Reports", ["Domain", "Resources"]),
    library("Screens", ["Domain", "Reports", "Canvas", "Guard", "Resources"]),
    library("Terminal", ["Canvas", "CNcurses"]),
    .executableTarget(
      name: "elevtjenesten",
      dependencies: [
        "Domain", "Guard", "Store", "Reports", "Canvas", "Screens", "Terminal", "Resources",
      ],
      swiftSettings: strict),

    .target(
      name: "TestKit", dependencies: ["Domain", "Canvas", "Screens", "Store"], path: "Tests/TestKit",
      swiftSettings: strict),
    tests("ArchitectureTests", []),
    tests("DomainTests", ["Domain"]),
    tests("GuardTests", ["Guard"]),
    tests("CanvasTests", ["Canvas"]),
    tests("StoreTests", ["Store", "Domain", "Reports"], exclude: ["Golden"]),
    tests("ReportsTests", ["Reports", "Domain", "Resources"]),
    tests("ScreensTests", ["Screens", "Domain", "Canvas"]),
    .executableTarget(
      name: "TerminalFixture", dependencies: ["Terminal", "Canvas"], path: "Tests/TerminalFixture",
      swiftSettings: strict),
    tests("TerminalTests", ["Terminal", "Canvas", "TerminalFixture"]),
    tests("ResourcesTests", ["Resources"]),
    tests("DeskTests", ["elevtjenesten", "Domain", "Store", "Reports", "Resources", "Screens"]),
    tests("PrivacyTests", ["elevtjenesten", "Store", "Screens", "Canvas", "Guard", "Domain"]),
    .executableTarget(
      name: "FaultFixture", dependencies: ["Store", "Domain"], path: "Tests/FaultFixture",
      swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["Store", "Domain", "Guard", "TestKit", "elevtjenesten", "FaultFixture"],
      path: "Tests/Benchmarks", swiftSettings: strict),
    .target(
      name: "FuzzTargets", dependencies: ["Store", "Domain", "Guard"], path: "Tests/Fuzz/Targets",
      swiftSettings: strict),
    tests("FaultTests", ["Store", "Domain", "elevtjenesten", "FaultFixture", "FuzzTargets", "CXattr"]),
  ],
  swiftLanguageModes: [.v6]
)

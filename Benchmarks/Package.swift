// swift-tools-version: 6.2
import PackageDescription

/// The figures the program promises, measured. A package of its own, so that nothing of it is built
/// with the program.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "verbatim", path: "..")],
  targets: [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [.product(name: "VerbatimKit", package: "verbatim")],
      swiftSettings: [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("ExistentialAny"),
      ])
  ]
)
